import { timeUp } from '@gongxiang/domain';

/** Yields to other pending work of the process. @throws DomainError `TIME_UP` */
export async function yieldTurn(deadline: number): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (Date.now() > deadline) throw timeUp();
}
