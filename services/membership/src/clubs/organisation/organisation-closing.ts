import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { DomainError } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import { requireVersion, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { organisationStateOf } from './organisation-creator.js';
import type { OrganisationRow } from './organisation.entity.js';
import { OrganisationRepository } from './organisation.repository.js';

interface Named {
  readonly kind: OrganisationRow['kind'];
  readonly id: string;
}

/**
 * Closes clubs and organisations, and opens them again. Whoever acts as one elsewhere is refused by the service that
 * owns what they begin: each keeps a copy that says whether it is in use.
 */
@Injectable()
export class OrganisationClosing {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly unions: UnionRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`; `ILLEGAL_TRANSITION` if it is closed already */
  async close(tx: Transaction, named: Named, reason: string): Promise<OrganisationRow> {
    const before = await this.lock(tx, named);
    if (!before.active) throw new DomainError('ILLEGAL_TRANSITION');
    return this.save(tx, before, { active: false, closedAt: tx.now, closeReason: reason });
  }

  /**
   * Its members are still in it, as nobody has left.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `VERSION_STALE`; `ILLEGAL_TRANSITION` if it is in use;
   * `PARTY_CLOSED` if the union behind it is closed
   */
  async reopen(tx: Transaction, named: Named): Promise<OrganisationRow> {
    const before = await this.lock(tx, named);
    if (before.active) throw new DomainError('ILLEGAL_TRANSITION');
    // Locked, so that the union cannot be closed in between.
    const union = await this.unions.lockById(tx, before.unionId);
    if (union?.active !== true)
      throw new DomainError('PARTY_CLOSED', { params: { name: union?.name ?? '' } });
    return this.save(tx, before, { active: true, closedAt: null, closeReason: null });
  }

  private async lock(tx: Transaction, { kind, id }: Named): Promise<OrganisationRow> {
    tx.authorise(actions.seeOrganisation, {});
    const row = await this.organisations.lockById(tx, kind, id);
    const union = row && (await this.unions.findById(tx, row.unionId));
    if (row === null || union === null) throw new DomainError('NOT_FOUND');
    tx.authorise(actions.closeOrganisation, { paths: [union.path], visible: true });
    requireVersion(tx, row.version);
    return row;
  }

  private async save(
    tx: Transaction,
    before: OrganisationRow,
    change: Pick<OrganisationRow, 'active' | 'closedAt' | 'closeReason'>,
  ): Promise<OrganisationRow> {
    const row = { ...before, ...change, version: before.version + 1 };
    await this.organisations.update(tx, row);
    const state = organisationStateOf(row);
    tx.audit({ noun: row.kind, id: row.id, before: organisationStateOf(before), after: state });
    await recordEvent(tx, membershipEvents.partyChanged, row.id, state);
    return row;
  }
}
