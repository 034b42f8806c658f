import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow, QueueRef } from './activity.entity.js';

/** Due work, with the activity's id as its key: its queue opens, and who is there is put in order. */
export const queueOpensDue = 'queue-opens';

/** Notes the opening of the queue that the activity has now, wherever it was noted before. */
export async function scheduleQueueOpening(
  tx: Transaction,
  { id, queue }: Pick<ActivityRow, 'id' | 'queue'>,
): Promise<void> {
  if (queue === null) await unschedule(tx, queueOpensDue, id);
  else await schedule(tx, { kind: queueOpensDue, key: id, at: new Date(queue.opensAt) });
}

/**
 * The queue goes along with the opening of sign-up. As long as nobody can have joined, the time of joining keeps its
 * distance; afterwards it stands. An opening that is moved into the past is now; turns that run already go on as they are.
 * @returns the very queue of before where nothing about it changes
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
