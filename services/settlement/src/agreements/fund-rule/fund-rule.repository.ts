import { Injectable } from '@nestjs/common';
import type { ListFundRuleSetsRequest } from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import { beyondSubtree, DomainError, pathsUpwards } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import { UnionRef } from '../../reference/reference.entity.js';
import { FundRuleSetRow } from './fund-rule.entity.js';

/** A set that holds on a day, with the place of its union. */
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

  /** Keeps two sets of one union from being published at once: the union's own row stands for the line of its sets. */
  async lockLine(tx: Transaction, unionId: string): Promise<void> {
    await tx.sql.findOne(UnionRef, { where: { id: unionId }, lock: { mode: 'pessimistic_write' } });
  }

  async lastNumber(tx: Transaction, unionId: string): Promise<number> {
    const [row] = (await tx.sql.query(
      'SELECT coalesce(max(version_number), 0) AS last FROM fund_rule_set WHERE union_id = $1',
      [unionId],
    )) as [{ last: number }];
    return row.last;
  }

  /** What the union has published and nothing has come after yet. */
  published(tx: Transaction, unionId: string): Promise<FundRuleSetRow | null> {
    return tx.sql.findOneBy(FundRuleSetRow, { unionId, state: 'published' });
  }

  async insert(tx: Transaction, row: FundRuleSetRow): Promise<void> {
    await tx.sql.insert(FundRuleSetRow, row as never);
  }

  async update(tx: Transaction, row: FundRuleSetRow): Promise<void> {
    await tx.sql.update(FundRuleSetRow, { id: row.id }, row as never);
  }

  /** Newest first; drafts only to those who tend them. */
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
   * The sets that hold on a day for unions at these places: of each union above them the one that began last, unless it
   * has ended. One that was superseded still holds for the days before the next began.
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

  /** Sets by their ids, whatever their state. */
  async byIds(tx: Transaction, ids: readonly string[]): Promise<FundRuleSetRow[]> {
    return tx.sql.findBy(FundRuleSetRow, { id: In([...ids]) });
  }

  /** Members of the union at this place and of those below it, activated or not, as far as their copies say so. */
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
