import { Injectable } from '@nestjs/common';
import type { ListSubsidiesRequest } from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { newestWithin } from '../../reference/reach-sql.js';
import { SubsidyMoveRow, SubsidyRow } from './subsidy.entity.js';

const movesShownMax = 500;

@Injectable()
export class SubsidyRepository {
  find(tx: Transaction, id: string): Promise<SubsidyRow | null> {
    return tx.sql.findOneBy(SubsidyRow, { id });
  }

  /** Movements of a subsidy are made under this lock. */
  lock(tx: Transaction, id: string): Promise<SubsidyRow | null> {
    return tx.sql.findOne(SubsidyRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** Locks in id order. */
  lockAll(tx: Transaction, ids: readonly string[]): Promise<SubsidyRow[]> {
    return tx.sql.find(SubsidyRow, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async insert(tx: Transaction, row: SubsidyRow): Promise<void> {
    await tx.sql.insert(SubsidyRow, row as never);
  }

  async update(tx: Transaction, row: SubsidyRow): Promise<void> {
    await tx.sql.update(SubsidyRow, { id: row.id }, row as never);
  }

  /**
   * The subsidies a giver granted for an activity, except declined ones, earliest first; locked in this order if they
   * are to be drawn on.
   */
  forActivity(
    tx: Transaction,
    { activityId, giverUnionId }: { readonly activityId: string; readonly giverUnionId: string },
    isLocked: boolean,
  ): Promise<SubsidyRow[]> {
    const query = tx.sql
      .createQueryBuilder(SubsidyRow, 's')
      .where("s.activityId = :activityId AND s.giverUnionId = :giverUnionId AND s.state <> 'declined'", {
        activityId,
        giverUnionId,
      })
      .orderBy('s.id');
    return (isLocked ? query.setLock('pessimistic_write') : query).getMany();
  }

  async insertMove(tx: Transaction, row: SubsidyMoveRow): Promise<void> {
    await tx.sql.insert(SubsidyMoveRow, row as never);
  }

  movesOf(tx: Transaction, subsidyId: string): Promise<SubsidyMoveRow[]> {
    return tx.sql.find(SubsidyMoveRow, { where: { subsidyId }, order: { id: 'ASC' }, take: movesShownMax });
  }

  /** In the order of the subsidies. */
  movesById(tx: Transaction, ids: readonly string[]): Promise<SubsidyMoveRow[]> {
    return tx.sql.find(SubsidyMoveRow, {
      where: { id: In([...ids]) },
      order: { subsidyId: 'ASC', id: 'ASC' },
    });
  }

  /** The unreversed draws of these pools, in the order of the subsidies. */
  drawnBy(tx: Transaction, costPoolIds: readonly string[]): Promise<SubsidyMoveRow[]> {
    return tx.sql
      .createQueryBuilder(SubsidyMoveRow, 'm')
      .where("m.costPoolId = ANY(:costPoolIds) AND m.kind = 'drawn'", { costPoolIds })
      .andWhere('NOT EXISTS (SELECT FROM subsidy_move r WHERE r.restores = m.id)')
      .orderBy('m.subsidyId')
      .getMany();
  }

  /** Newest first; only those whose giver or receiver is within the caller's reach. */
  list(tx: Transaction, request: ListSubsidiesRequest, reach: readonly string[]): Promise<SubsidyRow[]> {
    const cursor = decodeCursor(request.cursor, 1);
    const query = tx.sql
      .createQueryBuilder(SubsidyRow, 's')
      .where(request.state === undefined ? 'true' : 's.state = :state', { state: request.state })
      .andWhere(request.activityId === undefined ? 'true' : 's.activityId = :activityId', {
        activityId: request.activityId,
      })
      .andWhere(cursor === null ? 'true' : 's.id < :after', { after: cursor?.[0] });
    if (request.overdue !== undefined)
      query.andWhere(`(s.overdueAt IS NOT NULL AND s.state = 'active') = :overdue`, {
        overdue: request.overdue,
      });
    if (request.q !== undefined)
      query.andWhere(
        `(strpos(lower(s.title), lower(:q)) > 0 OR EXISTS (SELECT 1 FROM union_ref n
          WHERE n.id IN (s.giver_union_id, s.receiver_union_id) AND strpos(lower(n.name), lower(:q)) > 0))`,
        { q: request.q },
      );
    query.orderBy('s.id', 'DESC').limit(rowsFor(request.limit));
    return newestWithin(
      tx,
      query,
      { reach },
      (union) => `s.giverUnionId = ${union}`,
      (union) => `s.receiverUnionId = ${union}`,
    );
  }
}
