import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow, QueueRef } from './activity.entity.js';

/** Due work, keyed by the activity's id: its queue opens, and the order is drawn. */
export const queueOpensDue = 'queue-opens';

/** Schedules the opening of the activity's queue, replacing an earlier schedule. */
export async function scheduleQueueOpening(
  tx: Transaction,
  { id, queue }: Pick<ActivityRow, 'id' | 'queue'>,
): Promise<void> {
  if (queue === null) await unschedule(tx, queueOpensDue, id);
  else await schedule(tx, { kind: queueOpensDue, key: id, at: new Date(queue.opensAt) });
}

/**
 * Moves the queue with the opening of sign-up. As long as nobody can have joined, the start of joining moves along;
 * afterwards it stays. An opening moved into the past becomes now; turns that have begun continue.
 * @returns the same object if nothing about it changes
 */
export function movedQueue(
  before: Pick<ActivityRow, 'queue' | 'signUpOpensAt'>,
  signUpOpensAt: Date,
  now: Date,
): QueueRef | null {
  const { queue } = before;
  if (queue === null || signUpOpensAt.getTime() === before.signUpOpensAt.getTime()) return queue;
  const opened = Date.parse(queue.opensAt);
  const opens = signUpOpensAt > now ? signUpOpensAt.getTime() : Math.min(opened, now.getTime());
  const joins = Date.parse(queue.joinFrom);
  const joinFrom = joins > now.getTime() ? joins + opens - opened : joins;
  return {
    ...queue,
    joinFrom: new Date(joinFrom).toISOString(),
    opensAt: new Date(opens).toISOString(),
  };
}
