import { Injectable } from '@nestjs/common';
import {
  movedMatters,
  movedThings,
  type PreviewUnionMove,
  unionMoveContract,
  type UnionMovePreview,
} from '@gongxiang/contracts/membership/unions/union-move.contract';
import { type CallContext, DomainError, pathsUpwards } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { EnterpriseRepository } from '../../unions/union/enterprise.repository.js';
import { UnionChanger } from '../../unions/union/union-changer.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { decidedAbove, sizeClassAt } from '../../unions/union/union.model.js';
import { UnionRepository } from '../../unions/union/union.repository.js';
import { actions } from '../actions.js';
import { aboveAfterMove, countedOf } from './union-move.model.js';
import { UnionMoveRepository } from './union-move.repository.js';

/** What a move of a union would change, for whoever may propose or confirm it. */
@Injectable()
export class UnionMoveService {
  constructor(
    private readonly transactions: Transactions,
    private readonly unions: UnionRepository,
    private readonly enterprises: EnterpriseRepository,
    private readonly changer: UnionChanger,
    private readonly moves: UnionMoveRepository,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `NOT_PERMITTED`; as the proposal, see `checkMove`; `UNION_NAME_TAKEN` */
  @Handles(unionMoveContract.preview)
  preview({ unionId, parentId }: PreviewUnionMove, call: CallContext): Promise<UnionMovePreview> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unions.findById(tx, unionId);
      tx.authorise(actions.previewUnionMove, { paths: union === null ? [] : [union.path], visible: true });
      if (union === null) throw new DomainError('NOT_FOUND');
      const moved = { ...union, parentId };
      await this.changer.requireMayMove(tx, moved, union);
      await this.changer.requireFreeName(tx, moved, union);
      const target = await this.unions.findById(tx, parentId);
      if (target === null) throw new DomainError('NOT_FOUND', { pointer: '/parentId' });
      return this.previewOf(tx, union, target);
    });
  }

  private async previewOf(tx: Transaction, union: UnionRow, target: UnionRow): Promise<UnionMovePreview> {
    const { leaves, joins } = aboveAfterMove(union.path, target.path);
    const decidedAt = decidedAbove(union.path, target.path);
    const above = new Map(
      (await this.moves.unionsAt(tx, [decidedAt, ...leaves, ...joins])).map(({ path, ...one }) => [
        path,
        one,
      ]),
    );
    const decider = above.get(decidedAt);
    if (decider === undefined) throw new Error('a path has its union');
    const counts = await this.moves.count(tx, union.path);
    const places = [...pathsUpwards(union.path), ...pathsUpwards(target.path)];
    const firms = await this.enterprises.sizeClassesAt(tx, places);
    return {
      unionId: union.id,
      unionName: union.name,
      deciderUnionId: decider.unionId,
      deciderUnionName: decider.unionName,
      things: countedOf(movedThings, counts).map(({ key: thing, count }) => ({ thing, count })),
      matters: countedOf(movedMatters, counts).map(({ key: matter, count }) => ({ matter, count })),
      leaves: leaves.flatMap((path) => above.get(path) ?? []),
      joins: joins.flatMap((path) => above.get(path) ?? []),
      sizeClassBefore: sizeClassAt(union.path, firms),
      sizeClassAfter: firms.get(union.path) ?? sizeClassAt(target.path, firms),
    };
  }
}
