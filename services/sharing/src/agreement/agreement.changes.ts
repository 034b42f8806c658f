import { Injectable } from '@nestjs/common';
import { sharingEvents } from '@gongxiang/contracts';
import { recordEvent, unschedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { RoleHints } from '../reference/role-hints.js';
import type { AgreementRow } from './agreement.entity.js';
import { requireTransition } from './agreement.model.js';
import { AgreementRepository } from './agreement.repository.js';
import { agreementStateOf } from './agreement.view.js';

/** The due work that looks whether settlement has answered. */
export const verdictDue = 'agreement-verdict';

/** Saves a version with what belongs to each change of its state: the audit trail, the event, the end of its deadline. */
@Injectable()
export class AgreementChanges {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly hints: RoleHints,
  ) {}

  async add(tx: Transaction, row: AgreementRow): Promise<void> {
    await this.agreements.insert(tx, row);
    await this.tell(tx, row, null);
  }

  /** @param before the row as it was locked @throws DomainError `ILLEGAL_TRANSITION` */
  async move(
    tx: Transaction,
    before: AgreementRow,
    changes: Partial<AgreementRow> & Pick<AgreementRow, 'state'>,
  ): Promise<AgreementRow> {
    requireTransition(before.state, changes.state);
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.agreements.update(tx, row);
    if (row.state === 'open') await this.agreements.await(tx, row.id, row.hosts);
    if (before.state === 'open') await this.agreements.awaitNoMore(tx, row.id);
    if (before.state === 'checking') await unschedule(tx, verdictDue, row.id);
    await this.tell(tx, row, before);
    return row;
  }

  /** To the pages of the hosts, who see it and sign it. */
  async hint(tx: Transaction, { id, version, hosts }: AgreementRow): Promise<void> {
    const personIds = hosts.filter(({ kind }) => kind === 'person').map((host) => host.id);
    const unionIds = hosts.map(({ unionId }) => unionId);
    const audience = { rule: actions.seeAgreement, unionIds, personIds };
    await this.hints.send(tx, { resource: 'agreement', id, version }, audience);
  }

  private async tell(tx: Transaction, row: AgreementRow, before: AgreementRow | null): Promise<void> {
    tx.audit({ noun: 'agreement', id: row.id, before: before && auditOf(before), after: auditOf(row) });
    await recordEvent(tx, sharingEvents.agreementChanged, row.id, agreementStateOf(row));
    await this.hint(tx, row);
  }
}

/** The terms never change, so their hash stands for them. */
function auditOf(row: AgreementRow): Record<string, unknown> {
  const { version, activityId, versionNumber, hash, state } = row;
  return { version, activityId, versionNumber, hash, state };
}
