import { DomainError } from '@gongxiang/domain';

/**
 * Lets a few pieces of heavy work run at a time; the rest wait in the order in which they came. How many may wait is
 * bounded by the service's `maxConcurrency`, and how long by their own deadlines.
 */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly atOnce: number) {}

  /** @throws DomainError `TIME_UP` where nobody waits for the work any more when its turn comes */
  async take<T>(deadline: number, work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await new Promise<void>((begin) => this.waiting.push(begin));
    else this.running += 1;
    try {
      refuseLate(deadline);
      return await work();
    } finally {
      // The place goes to the next in line, or is given up: never to one who has just come.
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}

/** Lets everything else that waits for the process run first. @throws DomainError `TIME_UP` */
export async function turnOf(deadline: number): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  refuseLate(deadline);
}

function refuseLate(deadline: number): void {
  if (Date.now() > deadline) throw new DomainError('TIME_UP', { retryAfterSeconds: 1 });
}
