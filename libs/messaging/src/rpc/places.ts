import { DomainError } from '@gongxiang/domain';

/** A few places for work that takes long; whoever finds none free waits in the order in which he came. */
export class Places {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(
    count: number,
    private readonly waitingMax: number,
  ) {
    this.free = count;
  }

  /** @throws DomainError `BUSY` where too many wait already, `TIME_UP` where nobody waits for the work any more when its turn comes */
  async take<T>(deadline: number, work: () => Promise<T>): Promise<T> {
    if (this.waiting.length >= this.waitingMax) throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((begin) => this.waiting.push(begin));
    try {
      if (Date.now() > deadline) throw new DomainError('TIME_UP', { retryAfterSeconds: 1 });
      return await work();
    } finally {
      // The place goes to the next in line, or is given up: never to one who has just come.
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}
