import { Injectable } from '@nestjs/common';
import { schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { activityAwaitsMayChange } from '../activity/activity-awaits.due.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { type Host, hostsOf } from '../agreement/agreement.model.js';
import { RoleHints } from '../../reference/role-hints.js';
import { activityTaskDue, taskKey } from './activity-task.due.js';
import type { ActivityTaskRow } from './activity-task.entity.js';
import { requireStep } from './activity-task.model.js';
import { ActivityTaskRepository } from './activity-task.repository.js';
import { reminderAt } from './task-days.js';

/** The one way to change tasks: saves them with audit, reminder and hint. Callers hold the lock of the activity. */
@Injectable()
export class ActivityTaskChanges {
  constructor(
    private readonly tasks: ActivityTaskRepository,
    private readonly hints: RoleHints,
  ) {}

  async add(tx: Transaction, activity: ActivityRow, rows: readonly ActivityTaskRow[]): Promise<void> {
    await this.tasks.insert(tx, rows);
    for (const row of rows) await this.recordChange(tx, activity, row, null);
    await this.hint(tx, activity, rows);
  }

  /** @throws DomainError `ACTIVITY_TASK_NOT_OPEN` for an impossible state */
  async save(
    tx: Transaction,
    activity: ActivityRow,
    before: ActivityTaskRow,
    changes: Partial<ActivityTaskRow>,
  ): Promise<ActivityTaskRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    if (row.state !== before.state) requireStep(before.state, row.state);
    await this.tasks.update(tx, row);
    await this.recordChange(tx, activity, row, before);
    await this.hint(tx, activity, [row]);
    return row;
  }

  /** Drops a leaving host's open tasks. @returns how many there were */
  async dropOf(tx: Transaction, activity: ActivityRow, host: Host): Promise<number> {
    const rows = await this.tasks.openOf(tx, activity.id, host);
    for (const row of rows) await this.save(tx, activity, row, { state: 'dropped' });
    return rows.length;
  }

  /** Free text may name people: it stays out of the audit trail. */
  private async recordChange(
    tx: Transaction,
    activity: ActivityRow,
    row: ActivityTaskRow,
    before: ActivityTaskRow | null,
  ): Promise<void> {
    tx.audit({ noun: 'activityTask', id: row.id, before: before && auditOf(before), after: auditOf(row) });
    await activityAwaitsMayChange(tx, row.activityId);
    const at = row.state === 'open' ? reminderAt(row.dueOn, activity.timeZone, tx.now) : null;
    const key = taskKey(row);
    if (at !== null) await schedule(tx, { kind: activityTaskDue, key, at });
    else if (before !== null) await unschedule(tx, activityTaskDue, key);
  }

  /** Hints to the pages of all hosts; one hint covers all tasks that change together. */
  private async hint(
    tx: Transaction,
    activity: ActivityRow,
    rows: readonly ActivityTaskRow[],
  ): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const hosts = hostsOf(activity);
    const personIds = hosts.filter(({ kind }) => kind === 'person').map(({ id }) => id);
    const unionIds = hosts.map(({ unionId }) => unionId);
    const { id, version } = first;
    const audience = { rule: actions.seeAgreement, unionIds, personIds };
    await this.hints.send(tx, { resource: 'activityTask', id, version }, audience);
  }
}

function auditOf(row: ActivityTaskRow): Record<string, unknown> {
  const { version, activityId, partyKind, partyId, dueOn, state, agreementId } = row;
  return { version, activityId, party: `${partyKind}:${partyId}`, dueOn, state, agreementId };
}
