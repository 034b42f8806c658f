import { Injectable } from '@nestjs/common';
import type {
  costPoolOrders,
  ListCostPoolsRequest,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { decodeCursor, inListOrder, orderedBy, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In } from 'typeorm';
import type { EntryRow } from '../../ledger/ledger.entity.js';
import { reachSql } from '../../reference/bookkeeping.model.js';
import { newestWithin } from '../../reference/reach-sql.js';
import { CostItemRow, CostPoolRow, CostShareRow } from './cost-pool.entity.js';
import { hasDoneSql, preparingSteps } from './pool-steps-sql.js';

/** The reader of a list of pools: what they may see and what they may approve. */
interface PoolListReader {
  readonly personId: string;
  /** The paths of the unions at which they hold a role that sees pools. */
  readonly reach: readonly string[];
  readonly approving: readonly string[];
}

/** The locked part of a pool whose entry is to be reversed. */
export type LockedPool = Pick<CostPoolRow, 'id' | 'version' | 'state' | 'submittedBy' | 'supplementOf'>;

const orderColumns: Readonly<Record<(typeof costPoolOrders)[number], string>> = {
  total: 'p.totalFen',
  approvedAt: 'p.approvedAt',
};

@Injectable()
export class CostPoolRepository {
  findById(tx: Transaction, id: string): Promise<CostPoolRow | null> {
    return tx.sql.findOneBy(CostPoolRow, { id });
  }

  lockById(tx: Transaction, id: string): Promise<CostPoolRow | null> {
    return tx.sql.findOne(CostPoolRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * Locks the pools behind entries of costs together with the pools that they supplement, in id order. Locking a
   * single pool uses the same order, because a supplemented pool is older.
   * @returns pools by entry id
   */
  async lockOfEntries(tx: Transaction, entries: readonly EntryRow[]): Promise<Map<string, LockedPool>> {
    const costs = entries.filter(({ kind }) => kind === 'costs');
    if (costs.length === 0) return new Map();
    const rows: LockedPool[] = await tx.sql.query(
      `SELECT p.id, p.version, p.state, p.submitted_by AS "submittedBy", p.supplement_of AS "supplementOf" FROM cost_pool p
       WHERE p.id = ANY($1::uuid[] || ARRAY(SELECT s.supplement_of FROM cost_pool s
         WHERE s.id = ANY($1::uuid[]) AND s.supplement_of IS NOT NULL))
       ORDER BY p.id FOR UPDATE`,
      [[...new Set(costs.map(({ sourceId }) => sourceId))]],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return new Map(
      costs.flatMap(({ id, sourceId }) => {
        const pool = byId.get(sourceId);
        return pool === undefined ? [] : [[id, pool] as const];
      }),
    );
  }

  /** The activity's first pool that was not reversed; supplements are excluded. */
  activeOf(tx: Transaction, activityId: string): Promise<CostPoolRow | null> {
    return tx.sql
      .createQueryBuilder(CostPoolRow, 'p')
      .where("p.activityId = :activityId AND p.state <> 'reversed' AND p.supplementOf IS NULL", {
        activityId,
      })
      .getOne();
  }

  /** Locks the sequence of the same parties until the commit, so that no two pools get the same number. */
  async lockSequence(tx: Transaction, partiesHash: string): Promise<number> {
    await tx.sql.query(
      'INSERT INTO pool_sequence (parties_hash, next) VALUES ($1, 0) ON CONFLICT DO NOTHING',
      [partiesHash],
    );
    const [row] = (await tx.sql.query('SELECT next FROM pool_sequence WHERE parties_hash = $1 FOR UPDATE', [
      partiesHash,
    ])) as [{ next: number }];
    return row.next;
  }

  async takeNumber(tx: Transaction, partiesHash: string, number: number): Promise<void> {
    await tx.sql.query('UPDATE pool_sequence SET next = $2 WHERE parties_hash = $1', [
      partiesHash,
      number + 1,
    ]);
  }

  async insert(tx: Transaction, row: CostPoolRow): Promise<void> {
    await tx.sql.insert(CostPoolRow, row as never);
  }

  async update(tx: Transaction, row: CostPoolRow): Promise<void> {
    await tx.sql.update(CostPoolRow, { id: row.id }, row as never);
  }

  async openTo(tx: Transaction, costPoolId: string, unionIds: readonly string[]): Promise<void> {
    await tx.sql.query(
      'INSERT INTO cost_pool_union (cost_pool_id, union_id) SELECT $1, unnest($2::uuid[]) ON CONFLICT DO NOTHING',
      [costPoolId, unionIds],
    );
  }

  /** The paths of the unions whose officers see the pool. */
  async pathsOf(tx: Transaction, costPoolId: string): Promise<string[]> {
    const rows: { path: string }[] = await tx.sql.query(
      'SELECT u.path FROM cost_pool_union p JOIN union_ref u ON u.id = p.union_id WHERE p.cost_pool_id = $1',
      [costPoolId],
    );
    return rows.map(({ path }) => path);
  }

  /** The same for several pools, by pool id. */
  async pathsOfAll(tx: Transaction, costPoolIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows: { id: string; paths: string[] }[] = await tx.sql.query(
      `SELECT p.cost_pool_id AS id, array_agg(u.path ORDER BY u.path) AS paths
       FROM cost_pool_union p JOIN union_ref u ON u.id = p.union_id WHERE p.cost_pool_id = ANY($1) GROUP BY p.cost_pool_id`,
      [costPoolIds],
    );
    return new Map(rows.map(({ id, paths }) => [id, paths]));
  }

  /** Newest first; only pools of unions within the caller's reach. */
  list(tx: Transaction, request: ListCostPoolsRequest, reader: PoolListReader): Promise<CostPoolRow[]> {
    const query = tx.sql.createQueryBuilder(CostPoolRow, 'p').limit(rowsFor(request.limit));
    const { activityId, state, order } = request;
    if (request.waitingForMe) {
      const ofMine = `EXISTS (SELECT 1 FROM union_ref u JOIN unnest(:approving::text[]) AS held
        ON ${reachSql('u.path', request)} WHERE u.id = p.union_id)`;
      query.andWhere(
        `p.state = 'submitted' AND NOT ${hasDoneSql('p.id', ':me', preparingSteps)} AND ${ofMine}`,
        {
          me: reader.personId,
          approving: reader.approving,
        },
      );
    }
    if (activityId !== undefined) query.andWhere('p.activityId = :activityId', { activityId });
    if (state !== undefined) query.andWhere('p.state = :state', { state });
    if (request.q !== undefined)
      query.andWhere(
        `strpos(lower(coalesce(p.title, (SELECT a.title FROM activity_ref a WHERE a.id = p.activity_id))), lower(:q)) > 0`,
        { q: request.q },
      );
    const takesPart = (union: string): string =>
      `EXISTS (SELECT 1 FROM cost_pool_union pu WHERE pu.cost_pool_id = p.id AND pu.union_id = ${union})`;
    const within = { reach: reader.reach, ownUnions: request.ownUnions };
    const select = (ordered: typeof query): Promise<CostPoolRow[]> =>
      newestWithin(tx, ordered, within, takesPart);
    if (order !== undefined) {
      const column = orderColumns[orderedBy(order)];
      return inListOrder(query, { word: order, column, cursor: request.cursor }, select);
    }
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('p.id < :after', { after: cursor[0] });
    return select(query.orderBy('p.id', 'DESC'));
  }

  /** Approved pools in id order, for republishing. */
  approvedAfter(tx: Transaction, afterId: string | null, limit: number): Promise<CostPoolRow[]> {
    const query = tx.sql.createQueryBuilder(CostPoolRow, 'p').where("p.state = 'approved'").orderBy('p.id');
    if (afterId !== null) query.andWhere('p.id > :afterId', { afterId });
    return query.limit(limit).getMany();
  }

  findItem(tx: Transaction, costPoolId: string, id: string): Promise<CostItemRow | null> {
    return tx.sql.findOneBy(CostItemRow, { costPoolId, id });
  }

  /** The bills of several pools, in the order in which they were added. */
  itemsOfAll(tx: Transaction, costPoolIds: readonly string[]): Promise<CostItemRow[]> {
    return tx.sql.find(CostItemRow, { where: { costPoolId: In([...costPoolIds]) }, order: { id: 'ASC' } });
  }

  itemsOf(tx: Transaction, costPoolId: string): Promise<CostItemRow[]> {
    return tx.sql.find(CostItemRow, { where: { costPoolId }, order: { id: 'ASC' } });
  }

  /** In the order in which they were added. */
  pageOfItems(
    tx: Transaction,
    request: { readonly costPoolId: string; readonly cursor?: string; readonly limit?: number },
  ): Promise<CostItemRow[]> {
    const { costPoolId } = request;
    const query = tx.sql
      .createQueryBuilder(CostItemRow, 'i')
      .where('i.costPoolId = :costPoolId', { costPoolId });
    const cursor = decodeCursor(request.cursor, 1);
    if (cursor !== null) query.andWhere('i.id > :after', { after: cursor[0] });
    return query.orderBy('i.id').limit(rowsFor(request.limit)).getMany();
  }

  /** The total of a pool's bills, in fen. */
  async totalOf(tx: Transaction, costPoolId: string): Promise<bigint> {
    const [row] = (await tx.sql.query(
      'SELECT coalesce(sum(amount_fen), 0)::bigint AS total FROM cost_item WHERE cost_pool_id = $1',
      [costPoolId],
    )) as [{ total: bigint }];
    return row.total;
  }

  /** @returns false if the invoice is already entered: for the payer, in the pool, or anywhere with this amount */
  async insertItem(tx: Transaction, row: CostItemRow): Promise<boolean> {
    const inserted: unknown[] = await tx.sql.query(
      `INSERT INTO cost_item (cost_pool_id, id, payer_kind, payer_id, union_id, title, amount_fen, income_kind,
                              expense_code, file_key, sha256, invoice_number, invoice_key, created_by, created_at, use)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        row.costPoolId,
        row.id,
        row.payerKind,
        row.payerId,
        row.unionId,
        row.title,
        String(row.amountFen),
        row.incomeKind,
        row.expenseCode,
        row.fileKey,
        row.sha256,
        row.invoiceNumber,
        row.invoiceKey,
        row.createdBy,
        row.createdAt,
        row.use === null ? null : JSON.stringify(row.use),
      ],
    );
    return inserted.length > 0;
  }

  async removeItem(tx: Transaction, costPoolId: string, id: string): Promise<void> {
    await tx.sql.delete(CostItemRow, { costPoolId, id });
  }

  /** Marks pools as reversed. Their items no longer count, so that a correction can enter their invoices again. */
  reverse(tx: Transaction, ids: readonly string[]): void {
    tx.send(
      tx.sql.query(`UPDATE cost_pool SET state = 'reversed', version = version + 1 WHERE id = ANY($1)`, [
        ids,
      ]),
    );
    tx.send(this.freeInvoices(tx, ids));
  }

  /** The bills of these pools no longer count. */
  async freeInvoices(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.sql.query('UPDATE cost_item SET reversed = true WHERE cost_pool_id = ANY($1)', [ids]);
  }

  sharesOf(tx: Transaction, costPoolId: string): Promise<CostShareRow[]> {
    return tx.sql.find(CostShareRow, { where: { costPoolId }, order: { position: 'ASC' } });
  }

  async replaceShares(tx: Transaction, costPoolId: string, rows: readonly CostShareRow[]): Promise<void> {
    await tx.sql.delete(CostShareRow, { costPoolId });
    if (rows.length > 0) await tx.sql.insert(CostShareRow, [...rows] as never);
  }
}
