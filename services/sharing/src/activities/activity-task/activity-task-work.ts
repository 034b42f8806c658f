import { Injectable } from '@nestjs/common';
import { DomainError, partyKey } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityRepository } from '../activity/activity.repository.js';
import type { AgreementRow } from '../agreement/agreement.entity.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import { ActivityTaskChanges } from './activity-task-changes.js';
import type { ActivityTaskRow } from './activity-task.entity.js';
import { type AgreedTask, followVersion } from './activity-task.model.js';
import { ActivityTaskRepository } from './activity-task.repository.js';
import { newTask } from './activity-task.service.js';

/** Updates the tasks of an activity to the agreement version in force. */
@Injectable()
export class ActivityTaskWork {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly agreements: AgreementRepository,
    private readonly tasks: ActivityTaskRepository,
    private readonly changes: ActivityTaskChanges,
  ) {}

  /** A version has come into force: its tasks become live. Idempotent. */
  async follow(tx: Transaction, activityId: string): Promise<void> {
    const activity = await this.activities.lockById(tx, activityId);
    if (activity === null) return;
    const version = await this.agreements.lockInForce(tx, activityId);
    if (version === null) return;
    const live = await this.tasks.agreed(tx, activityId);
    const named = live.map((row) => ({ row, kind: row.partyKind, id: row.partyId, ...worded(row) }));
    const { added, continued, dropped } = followVersion(version.terms.tasks, named);
    for (const [{ row }, { dueOn = null }] of continued) {
      if (row.agreementId === version.id && row.dueOn === dueOn) continue;
      await this.changes.save(tx, activity, row, { agreementId: version.id, dueOn });
    }
    for (const { row } of dropped) await this.changes.save(tx, activity, row, { state: 'dropped' });
    const rows = added.map((task) => agreedTask(tx, version, task));
    await this.changes.add(tx, activity, rows);
  }
}

function worded({ title, state }: ActivityTaskRow): Pick<ActivityTaskRow, 'title' | 'state'> {
  return { title, state };
}

function agreedTask(tx: Transaction, version: AgreementRow, task: AgreedTask): ActivityTaskRow {
  const { title, dueOn = null } = task;
  const host = version.hosts.find((one) => partyKey(one) === task.party);
  // A proposal can name hosts only.
  if (host === undefined) throw new DomainError('INTERNAL');
  const fields = { title, dueOn, agreementId: version.id, createdBy: null };
  return newTask(tx, version.activityId, host, fields);
}
