import { Injectable } from '@nestjs/common';
import { activityContract, type ActivityIdRequest, type ActivityView } from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity.access.js';
import { ActivityChanges } from '../activity/activity.changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { requireTransition } from '../activity/activity.model.js';
import { activityViewOf } from '../activity/activity.view.js';
import { hostsOf, type LatestVersion, missingForPublishing } from './agreement.model.js';
import { AgreementRepository } from './agreement.repository.js';

/** Publishes activities. It stands here, as whether one may be published rests on its agreement. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly changes: ActivityChanges,
    private readonly access: ActivityAccess,
  ) {}

  publish(request: ActivityIdRequest, call: CallContext): Promise<Outcome<ActivityView>> {
    return this.transactions.command(call, activityContract.publish, request, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const before = await this.changes.lock(tx, request.activityId);
      await this.access.manage(tx, before, actions.manageActivity);
      requireTransition(before.state, 'published');
      if (before.agreementRequired) await this.requireAgreement(tx, before);
      const row = await this.changes.save(tx, before, { state: 'published', publishedAt: tx.now });
      return activityViewOf(row);
    });
  }

  /** @throws DomainError `AGREEMENT_REQUIRED`, naming each thing that is missing */
  private async requireAgreement(tx: Transaction, activity: ActivityRow): Promise<void> {
    const inForce =
      activity.agreementId === null ? null : await this.agreements.findById(tx, activity.agreementId);
    const latest = await this.latest(tx, activity.id);
    const errors = missingForPublishing(hostsOf(activity), inForce?.hosts ?? null, latest);
    if (errors.length > 0) throw new DomainError('AGREEMENT_REQUIRED', { errors });
  }

  private async latest(tx: Transaction, activityId: string): Promise<LatestVersion | null> {
    const row = await this.agreements.latest(tx, activityId);
    if (row === null) return null;
    const signatures = await this.agreements.signatures(tx, [row.id]);
    const signedBy = signatures.map((one) => ({ kind: one.partyKind, id: one.partyId }));
    return { state: row.state, hosts: row.hosts, signedBy };
  }
}
