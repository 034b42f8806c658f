import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ActivityRow } from '../activity/activity.entity.js';
import {
  agreementSteps,
  type AgreementStep,
  hostsOf,
  type LatestVersion,
} from '../agreement/agreement.model.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import { CoHostRepository } from '../co-host/co-host.repository.js';
import { PoolRepository } from '../pool/pool.repository.js';
import type { PreparedDraft } from './checklist.model.js';

/** Gathers what the checklist of a draft rests on. Under the activity's lock it stands still. */
@Injectable()
export class PreparedDrafts {
  constructor(
    private readonly pools: PoolRepository,
    private readonly coHosts: CoHostRepository,
    private readonly agreements: AgreementRepository,
  ) {}

  async of(tx: Transaction, activity: ActivityRow): Promise<PreparedDraft> {
    const invitations = await this.coHosts.ofActivity(tx, activity.id);
    return {
      activity,
      seats: await this.pools.seatsOf(tx, activity.id),
      agreement: activity.agreementRequired ? await this.agreementOf(tx, activity) : [],
      invited: invitations.filter(({ state }) => state === 'invited').map(({ partyName }) => partyName),
      now: tx.now,
    };
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
