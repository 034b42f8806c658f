import { Injectable } from '@nestjs/common';
import type { ListFundRuleSetsRequest } from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import { beyondSubtree, DomainError, pathsUpwards } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { UnionRef } from '../../reference/reference.entity.js';
import { FundRuleSetRow } from './fund-rule.entity.js';

/** A set in force on a day, with the path of its union. */
export interface AppliedSet {
  readonly row: FundRuleSetRow;
  readonly path: string;
}

@Injectable()
export class FundRuleRepository {
  /** @throws DomainError `NOT_FOUND` */
  async find(tx: Transaction, id: string): Promise<FundRuleSetRow> {
    return (await tx.sql.findOneBy(FundRuleSetRow, { id })) ?? missing();
  }

  async lock(tx: Transaction, id: string): Promise<FundRuleSetRow> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.sql.findOne(FundRuleSetRow, { where: { id }, lock })) ?? missing();
  }

  /** Serialises publications of one union's sets by locking the union's row. */
  async lockSequence(tx: Transaction, unionId: string): Promise<void> {
    await tx.sql.findOne(UnionRef, { where: { id: unionId }, lock: { mode: 'pessimistic_write' } });
  }

  async lastNumber(tx: Transaction, unionId: string): Promise<number> {
    const [row] = (await tx.sql.query(
      'SELECT coalesce(max(version_number), 0) AS last FROM fund_rule_set WHERE union_id = $1',
      [unionId],
    )) as [{ last: number }];
    return row.last;
  }

  /** The union's latest published set. */
  published(tx: Transaction, unionId: string): Promise<FundRuleSetRow | null> {
    return tx.sql.findOneBy(FundRuleSetRow, { unionId, state: 'published' });
  }

  async insert(tx: Transaction, row: FundRuleSetRow): Promise<void> {
    await tx.sql.insert(FundRuleSetRow, row as never);
  }

  async update(tx: Transaction, row: FundRuleSetRow): Promise<void> {
    await tx.sql.update(FundRuleSetRow, { id: row.id }, row as never);
  }

  /** Newest first; drafts are only visible to those who may edit them. */
  list(
    tx: Transaction,
    { state, unionId, cursor, limit }: ListFundRuleSetsRequest,
    tended: readonly string[],
  ): Promise<FundRuleSetRow[]> {
    const query = tx.sql
      .createQueryBuilder(FundRuleSetRow, 's')
      .where(
        `(s.state <> 'draft' OR (SELECT u.path FROM union_ref u WHERE u.id = s.union_id) ^@ ANY(:tended::text[]))`,
        { tended },
      )
      .orderBy('s.id', 'DESC');
    if (state !== undefined) query.andWhere('s.state = :state', { state });
    if (unionId !== undefined) query.andWhere('s.unionId = :unionId', { unionId });
    const after = decodeCursor(cursor, 1);
    if (after !== null) query.andWhere('s.id < :id', { id: after[0] });
    return query.limit(rowsFor(limit)).getMany();
  }

  /**
   * The sets in force on a day for unions at these paths: for each union above them the set that began last, unless
   * it has ended. A superseded set stays in force for the days before its successor began.
   */
  async inForce(tx: Transaction, paths: readonly string[], on: string): Promise<AppliedSet[]> {
    const above = [...new Set(paths.flatMap(pathsUpwards))];
    const found: { id: string; path: string }[] = await tx.sql.query(
      `SELECT begun.id, u.path FROM union_ref u
       CROSS JOIN LATERAL (
         SELECT s.id, s.valid_until FROM fund_rule_set s
         WHERE s.union_id = u.id AND s.state <> 'draft' AND s.valid_from <= $2
         ORDER BY s.valid_from DESC, s.version_number DESC LIMIT 1) AS begun
       WHERE u.path = ANY($1) AND (begun.valid_until IS NULL OR begun.valid_until >= $2)
       ORDER BY u.path`,
      [above, on],
    );
    const rows = await tx.sql.findBy(FundRuleSetRow, { id: In(found.map(({ id }) => id)) });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return found.flatMap(({ id, path }) => {
      const row = byId.get(id);
      return row === undefined ? [] : [{ row, path }];
    });
  }

  /** Sets by id, in any state. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<FundRuleSetRow[]> {
    return tx.sql.findBy(FundRuleSetRow, { id: In([...ids]) });
  }

  /** The members of the union at this path and of those below it, activated or not, by the local copies. */
  async memberCount(tx: Transaction, path: string): Promise<number> {
    const [row] = (await tx.sql.query(
      `SELECT count(*)::int AS count FROM union_ref u JOIN member_ref m ON m.union_id = u.id
       WHERE u.path >= $1 AND u.path < $2 AND m.state <> 'ended'`,
      [path, beyondSubtree(path)],
    )) as [{ count: number }];
    return row.count;
  }
}

function missing(): never {
  throw new DomainError('NOT_FOUND');
}
