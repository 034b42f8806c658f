import { JetStreamApiError } from '@nats-io/jetstream';
import { errors } from '@nats-io/transport-node';
import { DomainError } from '@gongxiang/domain';

/** Uploads that nobody has named are gone within the hour, files that were made for one download within minutes. */
const fullForSeconds = 600;
/** What JetStream says where no room is left: in the whole store, to reserve, in this bucket or on its disk. */
const noRoom: readonly number[] = [10023, 10047, 10077];

/** No room is left for another file. */
export function storageFull(): DomainError {
  return new DomainError('STORAGE_FULL', { retryAfterSeconds: fullForSeconds });
}

/**
 * @throws DomainError `STORAGE_FULL`; `UNAVAILABLE` where nobody answers, or nobody knows the bucket: it is made again soon
 */
export async function reached<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof JetStreamApiError && noRoom.includes(error.code)) throw storageFull();
    if (!isOutage(error)) throw error;
    throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
  }
}

/** Also a store that is not made yet: the client says so of what nobody answers, with its cause. */
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
