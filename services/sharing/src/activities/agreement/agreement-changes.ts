import { Injectable } from '@nestjs/common';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { recordEvent, schedule, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { activityAwaitsMayChange } from '../activity/activity-awaits.due.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { AgreementRow } from './agreement.entity.js';
import { missingHosts, reasonNotToSign, requireTransition } from './agreement.model.js';
import { AgreementRepository } from './agreement.repository.js';
import { agreementStateOf } from './agreement.view.js';

/** Due work: check whether settlement has answered. */
export const verdictDue = 'agreement-verdict';
/** Due work: a version has come into force; everything that depends on its terms is updated. */
export const inForceDue = 'agreement-in-force';

/** Saves a version with everything a change of its state entails: audit, event, cancelled deadline. */
@Injectable()
export class AgreementChanges {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly activities: ActivityRepository,
    private readonly hints: RoleHints,
  ) {}

  async add(tx: Transaction, row: AgreementRow): Promise<void> {
    await this.agreements.insert(tx, row);
    await this.publish(tx, row, null);
  }

  /** @param before the locked row @throws DomainError `ILLEGAL_TRANSITION` */
  async move(
    tx: Transaction,
    before: AgreementRow,
    changes: Partial<AgreementRow> & Pick<AgreementRow, 'state'>,
  ): Promise<AgreementRow> {
    requireTransition(before.state, changes.state);
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.agreements.update(tx, row);
    if (before.state === 'open' || row.state === 'open') await this.awaitSigners(tx, row);
    if (before.state === 'checking') await unschedule(tx, verdictDue, row.id);
    if (row.state === 'inForce') await schedule(tx, { kind: inForceDue, key: row.activityId, at: tx.now });
    await this.publish(tx, row, before);
    return row;
  }

  /**
   * Stores whose signatures a version waits for: nobody's once it can no longer be signed.
   * @returns whether this changed
   */
  async awaitSigners(tx: Transaction, row: AgreementRow): Promise<boolean> {
    const activity = await this.activities.findById(tx, row.activityId);
    const isOpen = activity !== null && reasonNotToSign(row, activity) === null;
    const signatures = isOpen ? await this.agreements.signatures(tx, [row.id]) : [];
    const signedBy = signatures.map((one) => ({ kind: one.partyKind, id: one.partyId }));
    await activityAwaitsMayChange(tx, row.activityId);
    return this.agreements.await(tx, row.id, isOpen ? missingHosts(row.hosts, signedBy) : []);
  }

  /** Hints to the pages of the hosts, who see it and sign it. */
  async hint(tx: Transaction, { id, version, hosts }: AgreementRow): Promise<void> {
    const personIds = hosts.filter(({ kind }) => kind === 'person').map((host) => host.id);
    const unionIds = hosts.map(({ unionId }) => unionId);
    const audience = { rule: actions.seeAgreement, unionIds, personIds };
    await this.hints.send(tx, { resource: 'agreement', id, version }, audience);
  }

  private async publish(tx: Transaction, row: AgreementRow, before: AgreementRow | null): Promise<void> {
    tx.audit({ noun: 'agreement', id: row.id, before: before && auditOf(before), after: auditOf(row) });
    await recordEvent(tx, sharingEvents.agreementChanged, row.id, agreementStateOf(row));
    await activityAwaitsMayChange(tx, row.activityId);
    await this.hint(tx, row);
  }
}

/** The terms never change, so their hash represents them. */
function auditOf(row: AgreementRow): Record<string, unknown> {
  const { version, activityId, versionNumber, hash, state } = row;
  return { version, activityId, versionNumber, hash, state };
}
