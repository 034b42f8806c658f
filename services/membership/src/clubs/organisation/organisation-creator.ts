import { Injectable } from '@nestjs/common';
import { membershipEvents, type PartyState } from '@gongxiang/contracts/membership/membership-events';
import { type ActionRule, DomainError, newId } from '@gongxiang/domain';
import { recordEvent, recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { checkBodyCode } from '../../unions/union/enterprise.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import type { OrganisationRow } from './organisation.entity.js';
import { OrganisationRepository } from './organisation.repository.js';

interface NewOrganisation {
  readonly kind: OrganisationRow['kind'];
  readonly name: string;
  readonly unionId: string;
  readonly uscc: string | null;
}

/** Creates organisations and clubs: both are parties of a union. */
@Injectable()
export class OrganisationCreator {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly unions: UnionRepository,
  ) {}

  async create(tx: Transaction, rule: ActionRule, wanted: NewOrganisation): Promise<OrganisationRow> {
    const union = await this.unions.findById(tx, wanted.unionId);
    if (union === null) throw new DomainError('NOT_FOUND', { pointer: '/unionId' });
    tx.authorise(rule, { paths: [union.path], visible: true });
    if (!union.active)
      throw new DomainError('PARTY_CLOSED', { pointer: '/unionId', params: { name: union.name } });
    const { kind, name, unionId } = wanted;
    const code = wanted.uscc ? checkBodyCode(wanted.uscc) : { uscc: null, usccCheck: null };
    const row: OrganisationRow = {
      id: newId(),
      version: 1,
      kind,
      name,
      unionId,
      ...code,
      active: true,
      closedAt: null,
      closeReason: null,
      createdAt: tx.now,
    };
    await this.organisations.insert(tx, row);
    tx.audit({ noun: kind, id: row.id, after: organisationStateOf(row) });
    await recordEvent(tx, membershipEvents.partyChanged, row.id, organisationStateOf(row));
    return row;
  }

  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.organisations.after(tx, afterId, limit);
    const events = rows.map((row) => ({ about: row.id, data: organisationStateOf(row) }));
    await recordEvents(tx, membershipEvents.partyChanged, events);
    return rows.at(-1)?.id ?? null;
  }
}

/** The published state, which is also audited. */
export function organisationStateOf(row: OrganisationRow): PartyState & Record<string, unknown> {
  const { kind, id, version, name, unionId, uscc, active } = row;
  return { kind, id, version, name, unionId, uscc, sizeClass: null, active };
}
