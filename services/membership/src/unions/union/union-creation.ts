import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import type { CreateUnionRequest } from '@gongxiang/contracts/membership/unions/union.contract';
import { DomainError, newId } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import { brokenConstraint, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { EnterpriseRepository } from './enterprise.repository.js';
import { enterpriseStateOf } from './enterprise-state.js';
import type { UnionRow } from './union.entity.js';
import { UnionChanger } from './union-changer.js';
import { checkUnionCode, childPath, placeColumns, requireOpen } from './union.model.js';
import { UnionRepository } from './union.repository.js';

/** Creates a union under another one: on the word of an officer above, or at the end of a filing. */
@Injectable()
export class UnionCreation {
  constructor(
    private readonly unions: UnionRepository,
    private readonly enterprises: EnterpriseRepository,
    private readonly changer: UnionChanger,
  ) {}

  /**
   * Requires an office over the union above, and over the one that maintains the record of the enterprise.
   * @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`, `PARTY_CLOSED`, `UNION_NAME_TAKEN`, `USCC_TAKEN`,
   * `ENTERPRISE_HAS_UNION`; see `checkUnionCode` for a code
   */
  async create(tx: Transaction, request: CreateUnionRequest): Promise<UnionRow> {
    // No path changes before the new one, which begins with its parent's, can be seen.
    await this.unions.holdTree(tx);
    // The parent's lock gives each child a distinct number.
    const parent = await this.unions.lockById(tx, request.parentId);
    if (parent === null) throw new DomainError('NOT_FOUND', { pointer: '/parentId' });
    tx.authorise(actions.createUnion, { paths: [parent.path], visible: true });
    requireOpen(parent, '/parentId');
    const code = request.uscc ? checkUnionCode(request.uscc) : { uscc: null, usccCheck: null };
    const row: UnionRow = {
      id: newId(),
      version: 1,
      parentId: parent.id,
      path: childPath(parent.path, parent.nextChild),
      nextChild: 1,
      name: request.name,
      ...code,
      enterpriseId: request.enterpriseId ?? null,
      tier: request.tier ?? null,
      ...placeColumns(request.place),
      active: true,
      closedAt: null,
      closingGround: null,
      successorUnionId: null,
      createdAt: tx.now,
    };
    if (await this.unions.isNameTaken(tx, row))
      throw new DomainError('UNION_NAME_TAKEN', { pointer: '/name' });
    await this.unions.update(tx, { ...parent, nextChild: parent.nextChild + 1 });
    await this.insert(tx, row);
    await this.publishEnterprise(tx, row);
    await this.changer.recordChange(tx, row, null);
    return row;
  }

  private async insert(tx: Transaction, row: UnionRow): Promise<void> {
    try {
      await this.unions.insert(tx, row);
    } catch (error) {
      const constraint = brokenConstraint(error);
      if (constraint === 'labour_union_uscc_key') throw new DomainError('USCC_TAKEN', { pointer: '/uscc' });
      if (constraint !== 'labour_union_enterprise_id_key') throw error;
      throw new DomainError('ENTERPRISE_HAS_UNION', { pointer: '/enterpriseId' });
    }
  }

  /** Publishes that the enterprise has a union from now on. */
  private async publishEnterprise(tx: Transaction, row: UnionRow): Promise<void> {
    if (row.enterpriseId === null) return;
    const before = await this.enterprises.lockById(tx, row.enterpriseId);
    const keeper = before && (await this.unions.findById(tx, before.keeperUnionId));
    if (before === null || keeper === null) throw new DomainError('NOT_FOUND', { pointer: '/enterpriseId' });
    // Otherwise an officer of any union could make it the union of any enterprise.
    tx.authorise(actions.changeEnterprise, { paths: [keeper.path], visible: true });
    const enterprise = { ...before, version: before.version + 1 };
    await this.enterprises.update(tx, enterprise);
    await recordEvent(
      tx,
      membershipEvents.partyChanged,
      enterprise.id,
      enterpriseStateOf(enterprise, row.id),
    );
  }
}
