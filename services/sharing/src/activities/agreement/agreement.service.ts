import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  agreementContract,
  type AgreementIdRequest,
  type AgreementTerms,
  type AgreementView,
  type ProposeAgreementRequest,
} from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { recordEvent, schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { canonicalJson, requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import { AgreementAccess } from './agreement-access.js';
import { AgreementChanges, verdictDue } from './agreement-changes.js';
import type { AgreementRow } from './agreement.entity.js';
import { type Host, hostsOf, termsOf } from './agreement.model.js';
import { AgreementRepository } from './agreement.repository.js';
import { agreementViewOf } from './agreement.view.js';

/** The time settlement may take before the version is marked as overdue. */
const verdictWithinMs = 60_000;

/** Commands of hosts for versions before signing. */
@Injectable()
export class AgreementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly changes: AgreementChanges,
    private readonly activityChanges: ActivityChanges,
    private readonly access: AgreementAccess,
  ) {}

  /**
   * Stores a version and asks settlement whether it may be signed. It replaces one that still waits; the one in force
   * binds until every host has signed the new one.
   */
  @Handles(agreementContract.propose)
  propose(request: ProposeAgreementRequest, call: CallContext): Promise<Outcome<AgreementView>> {
    return this.transactions.command(call, agreementContract.propose, request, async (tx) => {
      const activity = await this.activityChanges.lock(tx, request.activityId);
      const proposedFor = await this.access.propose(tx, activity);
      if (activity.state === 'cancelled') throw new DomainError('ACTIVITY_CANCELLED');
      const pending = await this.agreements.lockPending(tx, activity.id);
      if (pending !== null) await this.changes.move(tx, pending, { state: 'superseded' });
      const latest = await this.agreements.latest(tx, activity.id);
      const hosts = hostsOf(activity);
      const terms = plain(termsOf(request, hosts));
      const row = newVersion(tx, {
        activityId: activity.id,
        number: (latest?.versionNumber ?? 0) + 1,
        terms,
        hosts,
        proposedFor,
      });
      await this.changes.add(tx, row);
      await this.askSettlement(tx, row);
      return agreementViewOf(row, [], await this.access.signing(tx, row.hosts));
    });
  }

  /** Withdraws a version that is not in force: also the way out if no verdict comes. */
  @Handles(agreementContract.withdraw)
  withdraw(request: AgreementIdRequest, call: CallContext): Promise<Outcome<AgreementView>> {
    return this.transactions.command(call, agreementContract.withdraw, request, async (tx) => {
      tx.authorise(actions.seeActivity, {});
      const seen = await this.agreements.findById(tx, request.agreementId);
      if (seen === null) throw new DomainError('NOT_FOUND');
      const activity = await this.activityChanges.lock(tx, seen.activityId);
      await this.access.withdraw(tx, activity, seen.proposedFor);
      const before = await this.agreements.lockById(tx, request.agreementId);
      if (before === null) throw new DomainError('NOT_FOUND');
      requireVersion(tx, before.version);
      if (before.state === 'inForce') throw new DomainError('AGREEMENT_BINDS');
      const row = await this.changes.move(tx, before, { state: 'superseded' });
      const mayFor = await this.access.signing(tx, row.hosts);
      return agreementViewOf(row, await this.agreements.signatures(tx, [row.id]), mayFor);
    });
  }

  private async askSettlement(tx: Transaction, row: AgreementRow): Promise<void> {
    const { id, activityId, versionNumber, hash, terms } = row;
    await recordEvent(tx, sharingEvents.agreementProposed, id, {
      agreementId: id,
      activityId,
      versionNumber,
      hash,
      terms: { ...terms },
    });
    await schedule(tx, { kind: verdictDue, key: id, at: new Date(tx.now.getTime() + verdictWithinMs) });
  }
}

function newVersion(
  tx: Transaction,
  of: {
    activityId: string;
    number: number;
    terms: AgreementTerms;
    hosts: readonly Host[];
    proposedFor: Host;
  },
): AgreementRow {
  return {
    activityId: of.activityId,
    id: newId(),
    version: 1,
    versionNumber: of.number,
    hash: createHash('sha256').update(canonicalJson(of.terms)).digest('hex'),
    state: 'checking',
    overdue: false,
    terms: of.terms,
    hosts: of.hosts,
    problems: [],
    proposedBy: tx.personId,
    proposedFor: of.proposedFor,
    proposedAt: tx.now,
    inForceAt: null,
  };
}

/** The terms as they will be read back: the hash covers what is stored, without undefined fields. */
function plain(terms: AgreementTerms): AgreementTerms {
  return JSON.parse(JSON.stringify(terms)) as AgreementTerms;
}
