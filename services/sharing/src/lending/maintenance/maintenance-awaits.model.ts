import { dayMs } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { toldTitle, type Whom } from '../../reference/whom.model.js';
import { civilInstant } from '../resource/civil-time.model.js';
import type { TaskLine } from './maintenance.repository.js';

/** In the morning, outside quiet hours. */
const noticeHour = '09:00';

type Task = Pick<
  TaskLine,
  'state' | 'endedAt' | 'dueOn' | 'resourceId' | 'resourceTitle' | 'ownerKind' | 'title' | 'pieceLabel'
>;

/** From when a task waits for whoever keeps the thing: the morning before its day. Null if it does not. */
export function awaitedFrom({ state, endedAt, dueOn }: Task): Date | null {
  if (state !== 'open' || endedAt !== null || dueOn === null) return null;
  return new Date(civilInstant(dueOn, noticeHour).getTime() - dayMs);
}

/** What a task waits for now. @param keeper who keeps the thing */
export function awaitsOfTask(task: Task, keeper: Whom, now: Date): Await[] {
  const from = awaitedFrom(task);
  const { dueOn, resourceId } = task;
  const { title, taskTitle } = toldTask(task);
  if (from === null || from > now || dueOn === null) return [];
  return [
    {
      ...keeper,
      kind: 'maintenanceDue',
      why: 'keeps',
      about: { resourceId },
      title,
      values: { taskTitle, dueOn },
      dueAt: civilInstant(dueOn, '24:00'),
    },
  ];
}

/** The thing and what is to be done to it, as others are told. */
export function toldTask(
  task: Pick<Task, 'resourceTitle' | 'ownerKind' | 'title' | 'pieceLabel'>,
): Readonly<Record<'title' | 'taskTitle', string | null>> {
  const { ownerKind, resourceTitle } = task;
  return { title: toldTitle(ownerKind, resourceTitle), taskTitle: toldTitle(ownerKind, labelled(task)) };
}

/** What is to be done, and to which piece. */
function labelled({ title, pieceLabel }: Pick<Task, 'title' | 'pieceLabel'>): string {
  return pieceLabel === null ? title : `${pieceLabel} ${title}`;
}
