import { Injectable } from '@nestjs/common';
import { membershipEvents, type SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { UnionTier } from '@gongxiang/contracts/membership/union-place';
import { DomainError, pathsUpwards } from '@gongxiang/domain';
import { recordEvent } from '@gongxiang/messaging/events';
import { brokenConstraint, type Transaction } from '@gongxiang/persistence';
import { EnterpriseRepository } from './enterprise.repository.js';
import type { FieldChange } from '../pending-change/pending-change.entity.js';
import type { UnionRow } from './union.entity.js';
import { confirmedCode, sizeClassAt } from './union.model.js';
import { UnionRepository } from './union.repository.js';
import { unionStateOf } from './union-state.js';

/** Changes a union, at once or after the union above has confirmed it. */
@Injectable()
export class UnionChanger {
  constructor(
    private readonly unions: UnionRepository,
    private readonly enterprises: EnterpriseRepository,
  ) {}

  /** Locks the parent first: under its lock no two of its unions can take the same name. */
  async lock(tx: Transaction, id: string): Promise<{ union: UnionRow; above: UnionRow | null }> {
    const current = await this.unions.findById(tx, id);
    const above = current?.parentId == null ? null : await this.unions.lockById(tx, current.parentId);
    const union = await this.unions.lockById(tx, id);
    if (union === null) throw new DomainError('NOT_FOUND');
    return { union, above };
  }

  /** @throws DomainError `UNION_NAME_TAKEN` */
  async requireFreeName(tx: Transaction, row: UnionRow, before: UnionRow): Promise<void> {
    if (row.name !== before.name && (await this.unions.isNameTaken(tx, row)))
      throw new DomainError('UNION_NAME_TAKEN', { pointer: '/name' });
  }

  /** @throws DomainError `USCC_TAKEN` if another union has this code */
  async requireFreeCode(tx: Transaction, row: UnionRow, before: UnionRow): Promise<void> {
    if (row.uscc !== before.uscc && (await this.unions.isCodeTaken(tx, row)))
      throw new DomainError('USCC_TAKEN', { pointer: '/uscc' });
  }

  /** @throws DomainError `USCC_TAKEN` if another union has been given the code meanwhile; `ENTERPRISE_HAS_UNION` */
  async save(tx: Transaction, row: UnionRow, before: UnionRow): Promise<UnionRow> {
    try {
      await this.unions.update(tx, row);
    } catch (error) {
      const constraint = brokenConstraint(error);
      if (constraint === 'labour_union_uscc_key') throw new DomainError('USCC_TAKEN');
      // A closed union that is opened again, after its enterprise has founded another one.
      if (constraint === 'labour_union_enterprise_id_key') throw new DomainError('ENTERPRISE_HAS_UNION');
      throw error;
    }
    await this.recordChange(tx, row, before);
    return row;
  }

  /** Applies confirmed changes to the current state of the union. @throws DomainError `UNION_NAME_TAKEN`, `USCC_TAKEN` */
  async apply(tx: Transaction, id: string, changes: readonly FieldChange[]): Promise<void> {
    const { union: before } = await this.lock(tx, id);
    const row = changes.reduce(withChange, { ...before, version: before.version + 1 });
    await this.requireFreeName(tx, row, before);
    await this.save(tx, row, before);
  }

  async recordChange(tx: Transaction, row: UnionRow, before: UnionRow | null): Promise<void> {
    const sizeClass = (await this.sizeClasses(tx, [row]))(row);
    const state = unionStateOf(row, sizeClass);
    tx.audit({ noun: 'union', id: row.id, before: before && unionStateOf(before, sizeClass), after: state });
    await recordEvent(tx, membershipEvents.unionChanged, row.id, state);
  }

  async sizeClasses(
    tx: Transaction,
    rows: readonly UnionRow[],
  ): Promise<(row: UnionRow) => SizeClassName | null> {
    const places = [...new Set(rows.flatMap(({ path }) => pathsUpwards(path)))];
    const found = await this.enterprises.sizeClassesAt(tx, places);
    return ({ path }) => sizeClassAt(path, found);
  }
}

function withChange(row: UnionRow, { field, after }: FieldChange): UnionRow {
  if (field === 'uscc') return { ...row, ...confirmedCode(String(after)) };
  if (field === 'name') return { ...row, name: String(after) };
  // Validated when it was proposed.
  if (field === 'tier') return { ...row, tier: after as UnionTier | null };
  return row;
}
