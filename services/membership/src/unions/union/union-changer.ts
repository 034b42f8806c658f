import { Injectable } from '@nestjs/common';
import { membershipEvents, type SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { UnionTier } from '@gongxiang/contracts/membership/union-place';
import { DomainError, pathsUpwards } from '@gongxiang/domain';
import { recordEvent, recordEvents } from '@gongxiang/messaging/events';
import { brokenConstraint, type Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { OpenFilings } from '../awaits/open-filings.js';
import { EnterpriseRepository } from './enterprise.repository.js';
import type { FieldChange } from '../pending-change/pending-change.entity.js';
import type { UnionRow } from './union.entity.js';
import { checkMove, childPath, confirmedCode, decidedAbove, sizeClassAt } from './union.model.js';
import { UnionRepository } from './union.repository.js';
import { unionStateOf } from './union-state.js';

/** Changes a union, at once or after the union above has confirmed it. */
@Injectable()
export class UnionChanger {
  constructor(
    private readonly unions: UnionRepository,
    private readonly enterprises: EnterpriseRepository,
    private readonly authChanges: AuthChanges,
    private readonly filings: OpenFilings,
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
    const isMoved = row.parentId !== before.parentId;
    if ((row.name !== before.name || isMoved) && (await this.unions.isNameTaken(tx, row)))
      throw new DomainError('UNION_NAME_TAKEN', { pointer: isMoved ? '/parentId' : '/name' });
  }

  /** @throws DomainError `NOT_FOUND`; see `checkMove` */
  async requireMayMove(tx: Transaction, row: UnionRow, before: UnionRow): Promise<UnionRow | null> {
    if (row.parentId === null || row.parentId === before.parentId) return null;
    const target = await this.unions.findById(tx, row.parentId);
    if (target === null) throw new DomainError('NOT_FOUND', { pointer: '/parentId' });
    checkMove(before, target);
    return target;
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
    if (row.parentId === before.parentId) await this.save(tx, row, before);
    else await this.move(tx, row, before);
  }

  /** Requires {@link UnionRepository.lockTree}, taken before all else. */
  lockTree(tx: Transaction): Promise<void> {
    return this.unions.lockTree(tx);
  }

  /**
   * Moves a union with all that is below it. Members, offices, parties and money stay with their unions; whose officers
   * are above them is another matter from the commit on, which the gateways and the other services are told.
   */
  private async move(tx: Transaction, row: UnionRow, before: UnionRow): Promise<void> {
    const target = row.parentId === null ? null : await this.unions.lockById(tx, row.parentId);
    if (target === null) throw new DomainError('NOT_FOUND', { pointer: '/parentId' });
    checkMove(before, target);
    // Either may have moved since it was proposed, beyond the reach of who was to decide then.
    const paths = [decidedAbove(before.path, target.path)];
    tx.authorise(actions.decidePendingChange, { paths, visible: true });
    const path = childPath(target.path, target.nextChild);
    await this.unions.update(tx, { ...target, nextChild: target.nextChild + 1 });
    const below = await this.unions.moveBelow(tx, before.path, path);
    await this.save(tx, { ...row, path }, before);
    // Only now, as the size class of a branch is that of the firm above it.
    const sizeClasses = await this.sizeClasses(tx, below);
    const events = below.map((one) => ({ about: one.id, data: unionStateOf(one, sizeClasses(one)) }));
    await recordEvents(tx, membershipEvents.unionChanged, events);
    tx.audit({
      noun: 'union',
      id: row.id,
      after: { movedFrom: before.path, to: path, unions: below.length + 1 },
    });
    this.authChanges.publishAll(tx);
    await this.filings.lookAgain(tx);
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
  if (field === 'parentId') return { ...row, parentId: String(after) };
  if (field === 'uscc') return { ...row, ...confirmedCode(String(after)) };
  if (field === 'name') return { ...row, name: String(after) };
  // Validated when it was proposed.
  if (field === 'tier') return { ...row, tier: after as UnionTier | null };
  return row;
}
