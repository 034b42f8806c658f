import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';

const waitingMax = 2_000;

/**
 * Lets one request after the other at an activity. All of them need the lock of the same row: a rush on one activity
 * would otherwise hold every connection of the process in that lock's queue, so that nothing else moved, and PostgreSQL
 * is slower the more transactions queue for one row. The lock itself stays what keeps replicas apart.
 */
@Injectable()
export class ActivityTurns {
  private readonly queues = new Map<string, { waiting: number; last: Promise<unknown> }>();

  /** @throws DomainError `BUSY` where 2,000 requests wait for this activity already */
  async take<T>(activityId: string, work: () => Promise<T>): Promise<T> {
    const queue = this.queues.get(activityId) ?? { waiting: 0, last: Promise.resolve() };
    if (queue.waiting >= waitingMax) throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    queue.waiting += 1;
    this.queues.set(activityId, queue);
    const turn = queue.last.then(work);
    // The next one comes whether this one succeeds or not; its own caller hears of the failure.
    queue.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      queue.waiting -= 1;
      if (queue.waiting === 0) this.queues.delete(activityId);
    }
  }
}
