import { type CallContext, DomainError, newId } from '@gongxiang/domain';

const busy = new Set(['BUSY', 'UNAVAILABLE']);
const pauseMs = 200;
const limitMs = 100_000;

/**
 * Sends a request like the portal: again with the same key while the service is busy, as a slow machine may be during
 * a rush. Any other response is the result.
 */
export async function insist<T>(ask: (call: Partial<CallContext>) => Promise<T>): Promise<T> {
  const idempotencyKey = newId<'key'>();
  const until = Date.now() + limitMs;
  for (;;) {
    try {
      return await ask({ idempotencyKey });
    } catch (error) {
      const isBusy = error instanceof DomainError && busy.has(error.code);
      if (!isBusy || Date.now() > until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
