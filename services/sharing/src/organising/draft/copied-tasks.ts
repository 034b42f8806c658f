import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { Temporal } from 'temporal-polyfill';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { ActivityTaskChanges } from '../../activities/activity-task/activity-task-changes.js';
import { ActivityTaskRepository } from '../../activities/activity-task/activity-task.repository.js';
import { newTask } from '../../activities/activity-task/activity-task.service.js';
import { dateIn } from '../../activities/activity-task/task-days.js';
import { hostsOf } from '../../activities/agreement/agreement.model.js';

/**
 * The organiser's own tasks, to be done anew. Those of an agreement are agreed on again, and co-hosts are not yet invited.
 */
@Injectable()
export class CopiedTasks {
  constructor(
    private readonly tasks: ActivityTaskRepository,
    private readonly changes: ActivityTaskChanges,
  ) {}

  async copy(tx: Transaction, original: ActivityRow, draft: ActivityRow): Promise<void> {
    const [host] = hostsOf(draft);
    if (host === undefined) return;
    const rows = (await this.tasks.all(tx, original.id))
      .filter((row) => row.agreementId === null && row.state !== 'dropped' && row.partyId === host.id)
      .map(({ title, dueOn }) => {
        const fields = { title, dueOn: movedDay(dueOn, original, draft) };
        return newTask(tx, draft.id, host, { ...fields, agreementId: null, createdBy: tx.personId });
      });
    if (rows.length > 0) await this.changes.add(tx, draft, rows);
  }
}

/** As many days before the start as it was. */
function movedDay(day: string | null, original: ActivityRow, draft: ActivityRow): string | null {
  if (day === null) return null;
  const startOf = ({ startsAt, timeZone }: ActivityRow): Temporal.PlainDate =>
    Temporal.PlainDate.from(dateIn(timeZone, startsAt));
  const distance = startOf(original).until(startOf(draft), { largestUnit: 'day' });
  return Temporal.PlainDate.from(day).add(distance).toString();
}
