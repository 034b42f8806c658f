import { DomainError } from '@gongxiang/domain';

/** Lets everything else that waits for the process run first. @throws DomainError `TIME_UP` */
export async function turnOf(deadline: number): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (Date.now() > deadline) throw new DomainError('TIME_UP', { retryAfterSeconds: 1 });
}
