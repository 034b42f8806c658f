import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { isOverdue } from '../../activities/activity-task/activity-task.model.js';
import { ActivityTaskRepository } from '../../activities/activity-task/activity-task.repository.js';
import { dateIn } from '../../activities/activity-task/task-days.js';
import {
  agreementSteps,
  type AgreementStep,
  hostsOf,
  type LatestVersion,
} from '../../activities/agreement/agreement.model.js';
import { AgreementRepository } from '../../activities/agreement/agreement.repository.js';
import { isOpen } from '../../activities/co-host/co-host.model.js';
import { CoHostRepository } from '../../activities/co-host/co-host.repository.js';
import { PoolRepository } from '../../activities/pool/pool.repository.js';
import type { PreparedDraft } from './checklist.model.js';

/** The most overdue tasks shown; there may be hundreds. */
const overdueShownMax = 50;

/** Reads everything a draft's checklist depends on. Consistent under the activity's lock. */
@Injectable()
export class PreparedDrafts {
  constructor(
    private readonly pools: PoolRepository,
    private readonly coHosts: CoHostRepository,
    private readonly agreements: AgreementRepository,
    private readonly tasks: ActivityTaskRepository,
  ) {}

  async of(tx: Transaction, activity: ActivityRow): Promise<PreparedDraft> {
    const invitations = await this.coHosts.ofActivity(tx, activity.id);
    return {
      activity,
      seats: await this.pools.seatsOf(tx, activity.id),
      agreement: activity.agreementRequired ? await this.agreementOf(tx, activity) : [],
      invited: invitations.filter(isOpen).map(({ partyName }) => partyName),
      overdueTasks: await this.overdueTasks(tx, activity),
      now: tx.now,
    };
  }

  private async overdueTasks(tx: Transaction, activity: ActivityRow): Promise<PreparedDraft['overdueTasks']> {
    const today = dateIn(activity.timeZone, tx.now);
    const open = await this.tasks.open(tx, activity.id);
    return open
      .filter((task) => isOverdue(task, today))
      .slice(0, overdueShownMax)
      .map(({ title, partyName }) => ({ title, party: partyName }));
  }

  private async agreementOf(tx: Transaction, activity: ActivityRow): Promise<AgreementStep[]> {
    const { agreementId } = activity;
    const inForce = agreementId === null ? null : await this.agreements.findById(tx, agreementId);
    return agreementSteps(hostsOf(activity), inForce?.hosts ?? null, await this.latest(tx, activity.id));
  }

  private async latest(tx: Transaction, activityId: string): Promise<LatestVersion | null> {
    const row = await this.agreements.latest(tx, activityId);
    if (row === null) return null;
    const signatures = await this.agreements.signatures(tx, [row.id]);
    const signedBy = signatures.map((one) => ({ kind: one.partyKind, id: one.partyId }));
    return { state: row.state, hosts: row.hosts, signedBy };
  }
}
