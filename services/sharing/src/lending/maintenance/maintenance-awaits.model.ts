import { dayMs } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { Whom } from '../../reference/whom.model.js';
import { civilInstant } from '../resource/civil-time.model.js';
import type { TaskLine } from './maintenance.repository.js';

/** In the morning, outside quiet hours. */
const noticeHour = '09:00';

type Task = Pick<
  TaskLine,
  'state' | 'endedAt' | 'dueOn' | 'resourceId' | 'resourceTitle' | 'title' | 'pieceLabel'
>;

/** From when a task waits for whoever keeps the thing: the morning before its day. Null if it does not. */
export function awaitedFrom({ state, endedAt, dueOn }: Task): Date | null {
  if (state !== 'open' || endedAt !== null || dueOn === null) return null;
  return new Date(civilInstant(dueOn, noticeHour).getTime() - dayMs);
}

/** What a task waits for now. @param keeper who keeps the thing */
export function awaitsOfTask(task: Task, keeper: Whom, now: Date): Await[] {
  const from = awaitedFrom(task);
  const { dueOn, resourceId, resourceTitle, title, pieceLabel } = task;
  if (from === null || from > now || dueOn === null) return [];
  return [
    {
      ...keeper,
      kind: 'maintenanceDue',
      why: 'keeps',
      about: { resourceId },
      title: resourceTitle,
      values: { taskTitle: labelled({ title, pieceLabel }), dueOn },
      dueAt: civilInstant(dueOn, '24:00'),
    },
  ];
}

/** What is to be done, and to which piece. */
export function labelled({ title, pieceLabel }: Pick<Task, 'title' | 'pieceLabel'>): string {
  return pieceLabel === null ? title : `${pieceLabel} ${title}`;
}
