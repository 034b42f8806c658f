import { Injectable } from '@nestjs/common';
import {
  type AssignmentAudienceView,
  assignmentSetContract,
  type AssignmentSetId,
  assignmentSetsMax,
  type AssignmentSetsView,
  type AssignmentSetView,
  type ChangeAssignmentSet,
  type CountAssignmentAudience,
  type CreateAssignmentSet,
  type ListAssignmentSets,
} from '@gongxiang/contracts/affairs/assignments/assignment-set.contract';
import type { Done } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import type { UnionRef } from '../../reference/reference.entity.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { AssignmentSetRow } from './assignment-set.entity.js';
import { AssignmentSetRepository } from './assignment-set.repository.js';
import { openOf, requireChosen, unknownOf } from './audience.model.js';
import { AudienceRepository } from './audience.repository.js';

/** Unions below that a union often gives something to, and how many a choice of them reaches. */
@Injectable()
export class AssignmentSetService {
  constructor(
    private readonly transactions: Transactions,
    private readonly sets: AssignmentSetRepository,
    private readonly audience: AudienceRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(assignmentSetContract.create)
  create(request: CreateAssignmentSet, call: CallContext): Promise<Outcome<AssignmentSetView>> {
    return this.transactions.command(call, assignmentSetContract.create, request, async (tx) => {
      const union = await this.union(tx, request.unionId);
      const there = await this.sets.ofUnion(tx, union.id, assignmentSetsMax);
      if (there.length >= assignmentSetsMax)
        throw new DomainError('ASSIGNMENT_SETS_TOO_MANY', { params: { max: assignmentSetsMax } });
      const { unionId, name, unionIds, branchIds } = request;
      const row = { id: newId(), version: 1, unionId, name, unionIds, branchIds };
      await this.requireBelow(tx, union, row);
      await this.sets.insert(tx, row);
      return saved(tx, null, row);
    });
  }

  @Handles(assignmentSetContract.change)
  change(request: ChangeAssignmentSet, call: CallContext): Promise<Outcome<AssignmentSetView>> {
    return this.transactions.command(call, assignmentSetContract.change, request, async (tx) => {
      const { row: before, union } = await this.lock(tx, request.setId);
      requireVersion(tx, before.version);
      const { name, unionIds, branchIds } = request;
      const row = { ...before, name, unionIds, branchIds, version: before.version + 1 };
      await this.requireBelow(tx, union, row);
      await this.sets.update(tx, row);
      return saved(tx, before, row);
    });
  }

  @Handles(assignmentSetContract.remove)
  remove({ setId }: AssignmentSetId, call: CallContext): Promise<Outcome<Done>> {
    return this.transactions.command(call, assignmentSetContract.remove, { setId }, async (tx) => {
      const { row } = await this.lock(tx, setId);
      await this.sets.delete(tx, setId);
      tx.audit({ noun: 'assignment-set', id: setId, before: auditedOf(row) });
      return { done: true };
    });
  }

  @Handles(assignmentSetContract.list)
  list({ unionId }: ListAssignmentSets, call: CallContext): Promise<AssignmentSetsView> {
    return this.transactions.read(call, async (tx) => {
      const { path } = await this.union(tx, unionId);
      const rows = await this.sets.ofUnion(tx, unionId, assignmentSetsMax);
      const chosen = rows.flatMap(({ unionIds, branchIds }) => [...unionIds, ...branchIds]);
      const open = await this.audience.below(tx, path, [...new Set(chosen)]);
      return { items: rows.map((row) => ({ ...row, ...openOf(row, open) })) };
    });
  }

  @Handles(assignmentSetContract.count)
  count(request: CountAssignmentAudience, call: CallContext): Promise<AssignmentAudienceView> {
    return this.transactions.read(call, async (tx) => {
      const { path } = await this.union(tx, request.unionId);
      const { scope, unionIds, branchIds } = request;
      const unions = await this.audience.count(tx, { path, scope, unionIds, branchIds });
      if (scope !== 'chosen') return { unions, unknown: 0 };
      const found = await this.audience.below(tx, path, [...unionIds, ...branchIds]);
      return { unions, unknown: unknownOf(request, found).length };
    });
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  private async union(tx: Transaction, id: string): Promise<UnionRef> {
    const union = await this.references.findUnion(tx, id);
    tx.authorise(actions.giveAssignments, { paths: union ? [union.path] : [] });
    if (union === null) throw new DomainError('NOT_FOUND');
    return union;
  }

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  private async lock(
    tx: Transaction,
    id: string,
  ): Promise<{ readonly row: AssignmentSetRow; readonly union: UnionRef }> {
    const row = await this.sets.lock(tx, id);
    const union = row && (await this.references.findUnion(tx, row.unionId));
    tx.authorise(actions.giveAssignments, { paths: union ? [union.path] : [] });
    if (row === null || union === null) throw new DomainError('NOT_FOUND');
    return { row, union };
  }

  private async requireBelow(tx: Transaction, { path }: UnionRef, row: AssignmentSetRow): Promise<void> {
    requireChosen(row, await this.audience.below(tx, path, [...row.unionIds, ...row.branchIds]));
  }
}

function saved(tx: Transaction, before: AssignmentSetRow | null, row: AssignmentSetRow): AssignmentSetView {
  tx.audit({
    noun: 'assignment-set',
    id: row.id,
    before: before && auditedOf(before),
    after: auditedOf(row),
  });
  return { ...row };
}

function auditedOf({
  version,
  unionId,
  name,
  unionIds,
  branchIds,
}: AssignmentSetRow): Record<string, unknown> {
  return { version, unionId, name, unions: unionIds.length, branches: branchIds.length };
}
