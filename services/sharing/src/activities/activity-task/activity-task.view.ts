import type {
  ActivityTaskView,
  WaitingTaskView,
} from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import type { ActivityTaskRow } from './activity-task.entity.js';
import { isOverdue } from './activity-task.model.js';
import type { WaitingTask } from './activity-task.repository.js';
import { dateIn } from './task-days.js';

/** @param of today in the activity's time zone, and whether the reader acts for the host */
export function activityTaskViewOf(
  row: ActivityTaskRow,
  of: { readonly today: string; readonly isMine: boolean },
): ActivityTaskView {
  const { id, version, activityId, title, dueOn, state, note, doneBy } = row;
  return {
    id,
    version,
    activityId,
    title,
    dueOn,
    state,
    note,
    doneBy,
    isMine: of.isMine,
    party: { kind: row.partyKind, id: row.partyId, name: row.partyName },
    isAgreed: row.agreementId !== null,
    overdue: isOverdue(row, of.today),
    doneAt: row.doneAt?.toISOString() ?? null,
  };
}

export function waitingTaskViewOf(row: WaitingTask, now: Date): WaitingTaskView {
  const { id, activityId, activityTitle, title, dueOn, timeZone } = row;
  return {
    id,
    activityId,
    activityTitle,
    title,
    dueOn,
    party: { kind: row.partyKind, id: row.partyId, name: row.partyName },
    overdue: isOverdue({ state: 'open', dueOn }, dateIn(timeZone, now)),
  };
}
