import { Injectable } from '@nestjs/common';
import {
  agreementContract,
  type AgreementView,
  type SignAgreementRequest,
} from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { type CallContext, DomainError, sameParty } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { AgreementAccess } from './agreement-access.js';
import { AgreementChanges } from './agreement-changes.js';
import type { AgreementRow } from './agreement.entity.js';
import { type Host, missingHosts, reasonNotToSign } from './agreement.model.js';
import { AgreementRepository } from './agreement.repository.js';
import { agreementViewOf } from './agreement.view.js';

@Injectable()
export class SigningService {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: AgreementRepository,
    private readonly changes: AgreementChanges,
    private readonly access: AgreementAccess,
    private readonly activities: ActivityChanges,
  ) {}

  /** Signs the version that was read, for one host. The last signature puts it in force and ends the one before. */
  @Handles(agreementContract.sign)
  sign(request: SignAgreementRequest, call: CallContext): Promise<Outcome<AgreementView>> {
    return this.transactions.command(call, agreementContract.sign, request, async (tx) => {
      const { activity, row } = await this.lock(tx, request.agreementId);
      await this.access.see(tx, row.hosts);
      const signer = await this.access.signer(tx, row.hosts, request.party ?? null);
      if (request.hash !== row.hash) throw new DomainError('AGREEMENT_HASH_DIFFERS', { pointer: '/hash' });
      const before = await this.agreements.signatures(tx, [row.id]);
      const hasSigned = before.some((one) => sameParty(signer, { kind: one.partyKind, id: one.partyId }));
      const mayFor = await this.access.signing(tx, row.hosts);
      if (hasSigned) return new ExistingResult(agreementViewOf(row, before, mayFor));
      const reason = reasonNotToSign(row, activity);
      if (reason !== null) throw reason;
      await this.addSignature(tx, row, signer);
      const signatures = await this.agreements.signatures(tx, [row.id]);
      const signedBy = signatures.map((one) => ({ kind: one.partyKind, id: one.partyId }));
      const isComplete = missingHosts(row.hosts, signedBy).length === 0;
      if (isComplete) return agreementViewOf(await this.putInForce(tx, row, activity), signatures, mayFor);
      await this.changes.hint(tx, row);
      return agreementViewOf(row, signatures, mayFor);
    });
  }

  /** Locks the activity first, then its agreement, as everywhere: two concurrent last signatures wait here. */
  private async lock(tx: Transaction, id: string): Promise<{ activity: ActivityRow; row: AgreementRow }> {
    tx.authorise(actions.seeActivity, {});
    const seen = await this.agreements.findById(tx, id);
    if (seen === null) throw new DomainError('NOT_FOUND');
    const activity = await this.activities.lock(tx, seen.activityId);
    const row = await this.agreements.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return { activity, row };
  }

  private async addSignature(tx: Transaction, row: AgreementRow, signer: Host): Promise<void> {
    const { id: agreementId, hash } = row;
    const signature = { agreementId, partyKind: signer.kind, partyId: signer.id, hash };
    await this.agreements.addSignature(tx, { ...signature, signedBy: tx.personId, signedAt: tx.now });
    await this.changes.awaitSigners(tx, row);
    tx.audit({ noun: 'agreement-signature', id: agreementId, before: null, after: signature });
  }

  private async putInForce(tx: Transaction, row: AgreementRow, activity: ActivityRow): Promise<AgreementRow> {
    const previous = await this.agreements.lockInForce(tx, activity.id);
    if (previous !== null) await this.changes.move(tx, previous, { state: 'superseded' });
    const inForce = await this.changes.move(tx, row, { state: 'inForce', inForceAt: tx.now });
    await this.activities.save(tx, activity, { agreementId: row.id, agreedHosts: row.hosts.length });
    return inForce;
  }
}
