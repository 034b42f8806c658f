import { AsyncResource } from 'node:async_hooks';
import { DomainError } from '@gongxiang/domain';

/** Work that may let the next one begin before it has ended. */
type Work<T> = (letNext: () => void) => Promise<T>;

interface Queue {
  readonly waiting: Work<void>[];
  isRunning: boolean;
}

export interface TurnBounds {
  /** So many wait for one key; more are refused. */
  readonly waitingMax: number;
  /** So many keys are at work at a time: what they may take of the connections of the process. */
  readonly keysAtOnce: number;
}

/**
 * Lets one piece of work after the other at each key, and the keys take turns. All that is done to one thing needs the
 * lock of the same row: a rush on it would otherwise hold every connection of the process in that lock's queue, so that
 * nothing else moved, and PostgreSQL is slower the more transactions queue for one row. The lock itself stays what keeps
 * replicas apart.
 */
export class Turns {
  private readonly queues = new Map<string, Queue>();
  /** The keys with work that may begin, the longest waiting first. */
  private readonly ready: string[] = [];
  private running = 0;

  constructor(private readonly bounds: TurnBounds) {}

  /**
   * @param work that has nothing left but to wait for the database may let the next one get ready: the lock still keeps
   *   them apart
   * @throws DomainError `BUSY` where too many wait for this key already
   */
  async take<T>(key: string, work: Work<T>): Promise<T> {
    const queue = this.queues.get(key) ?? { waiting: [], isRunning: false };
    if (queue.waiting.length >= this.bounds.waitingMax)
      throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    this.queues.set(key, queue);
    // Whoever lets it begin is another request: it must not run in that one's trace.
    const own = AsyncResource.bind(work);
    return new Promise<T>((resolve, reject) => {
      // The next one comes whether this one succeeds or not; its own caller hears of the failure.
      queue.waiting.push(async (letNext) => own(letNext).then(resolve, reject));
      if (!queue.isRunning && queue.waiting.length === 1) this.ready.push(key);
      this.begin();
    });
  }

  private begin(): void {
    while (this.running < this.bounds.keysAtOnce) {
      const key = this.ready.shift();
      if (key === undefined) return;
      void this.run(key);
    }
  }

  private async run(key: string): Promise<void> {
    const queue = this.queues.get(key);
    const work = queue?.waiting.shift();
    if (queue === undefined || work === undefined) return;
    queue.isRunning = true;
    this.running += 1;
    let isOver = false;
    const letNext = (): void => {
      if (isOver) return;
      isOver = true;
      queue.isRunning = false;
      if (queue.waiting.length > 0) this.ready.push(key);
      else this.queues.delete(key);
      this.begin();
    };
    try {
      await work(letNext);
    } finally {
      this.running -= 1;
      letNext();
      this.begin();
    }
  }
}
