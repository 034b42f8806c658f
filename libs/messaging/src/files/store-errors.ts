import { JetStreamApiError } from '@nats-io/jetstream';
import { errors } from '@nats-io/transport-node';
import { DomainError } from '@gongxiang/domain';

/**
 * Space is freed within this time: unreferenced uploads expire within the hour, files created for one download within
 * minutes.
 */
const fullForSeconds = 600;
/** JetStream error codes for lack of space: in the whole store, for a reservation, in this bucket or on disk. */
const noSpaceCodes: readonly number[] = [10023, 10047, 10077];

/** The refusal when there is no space for another file. */
export function storageFull(): DomainError {
  return new DomainError('STORAGE_FULL', { retryAfterSeconds: fullForSeconds });
}

/**
 * Runs a request to the store and translates its errors.
 * @throws DomainError `STORAGE_FULL`; `UNAVAILABLE` if nobody answers or the bucket does not exist: it is created
 * again soon
 */
export async function withStoreErrors<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof JetStreamApiError && noSpaceCodes.includes(error.code)) throw storageFull();
    if (!isOutage(error)) throw error;
    throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
  }
}

/** Includes a store that does not exist yet: the client reports an unanswered request, with its cause. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof JetStreamApiError ||
    (error instanceof Error && error.cause instanceof errors.RequestError) ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.RequestError ||
    error instanceof errors.ConnectionError ||
    error instanceof errors.ClosedConnectionError
  );
}
