import { Injectable } from '@nestjs/common';
import type { PageRequest } from '@gongxiang/contracts/core/contract';
import type { ListDisclosuresRequest } from '@gongxiang/contracts/settlement/accounts/disclosure.contract';
import { pathsUpwards } from '@gongxiang/domain';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { alone } from '../../reference/bookkeeping.model.js';
import { booksCondition } from '../../reference/reach-sql.js';
import { DisclosureRow } from './disclosure.entity.js';
import type { SelfPaid } from './disclosure.model.js';

export type ListedDisclosure = Omit<DisclosureRow, 'content'> & {
  readonly isLatest: boolean;
  /** The total the union bore, in fen. */
  readonly borne: string;
};

/** The reader: the reach of their roles, and the path of the union they belong to. */
interface DisclosureReader {
  readonly reach: readonly string[];
  readonly unionPath: string | null;
}

const listedSql = `
  SELECT d.id, d.union_id AS "unionId", d.year, d.number, d.reason, d.content_hash AS "contentHash",
         d.last_entry_id AS "lastEntryId", d.published_by AS "publishedBy", d.published_at AS "publishedAt",
         d.content -> 'total' -> 'borne' ->> 'amount' AS borne,
         NOT EXISTS (SELECT 1 FROM disclosure l WHERE l.union_id = d.union_id AND l.year = d.year
                       AND l.number > d.number) AS "isLatest"
  FROM disclosure d JOIN union_ref u ON u.id = d.union_id`;

@Injectable()
export class DisclosureRepository {
  findById(tx: Transaction, id: string): Promise<DisclosureRow | null> {
    return tx.sql.findOneBy(DisclosureRow, { id });
  }

  /** The newest of a year. */
  latest(tx: Transaction, unionId: string, year: number): Promise<DisclosureRow | null> {
    return tx.sql.findOne(DisclosureRow, { where: { unionId, year }, order: { number: 'DESC' } });
  }

  /** @returns false if a concurrent request already created this version */
  async insert(tx: Transaction, row: DisclosureRow): Promise<boolean> {
    const inserted: unknown[] = await tx.sql.query(
      `INSERT INTO disclosure (id, union_id, year, number, reason, content, content_hash, last_entry_id,
                               published_by, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (union_id, year, number) DO NOTHING RETURNING id`,
      [
        row.id,
        row.unionId,
        row.year,
        row.number,
        row.reason,
        JSON.stringify(row.content),
        row.contentHash,
        row.lastEntryId,
        row.publishedBy,
        row.publishedAt,
      ],
    );
    return inserted.length > 0;
  }

  /** Newest first: disclosures of the unions within reach, of the member's own union and of those above it. */
  async list(
    tx: Transaction,
    request: ListDisclosuresRequest,
    { reach, unionPath }: DisclosureReader,
  ): Promise<ListedDisclosure[]> {
    const cursor = decodeCursor(request.cursor, 1);
    const above = unionPath === null ? [] : pathsUpwards(unionPath).map(alone);
    const { union = null, year = null, limit } = request;
    const values: unknown[] = [union, year, cursor?.[0] ?? null, rowsFor(limit)];
    const isWithin = await booksCondition(tx, { reach: [...reach, ...above] }, values);
    return tx.sql.query(
      `${listedSql}
       WHERE ${isWithin('u.id')} AND ($1::uuid IS NULL OR d.union_id = $1) AND ($2::int IS NULL OR d.year = $2)
         AND ($3::uuid IS NULL OR d.id < $3)
       ORDER BY d.id DESC LIMIT $4`,
      values,
    );
  }

  async lastEntryId(tx: Transaction): Promise<string | null> {
    const [row] = (await tx.sql.query('SELECT id FROM entry ORDER BY id DESC LIMIT 1')) as { id: string }[];
    return row?.id ?? null;
  }

  /**
   * Fees and damages of loans in a period: what a union owed and what it was owed, net of reversals.
   */
  async loanMoney(
    tx: Transaction,
    { unionId, from, to }: { readonly unionId: string; readonly from: string; readonly to: string },
  ): Promise<{ borne: bigint; earned: bigint }> {
    const [row] = (await tx.sql.query(
      `SELECT coalesce(sum(s.amount) FILTER (WHERE s.is_debit), 0)::bigint AS borne,
              coalesce(sum(s.amount) FILTER (WHERE NOT s.is_debit), 0)::bigint AS earned
       FROM (
         SELECT CASE WHEN e.kind = 'reversal' THEN -p.amount_fen ELSE p.amount_fen END AS amount,
                (p.debit_account = a.id) = (e.kind <> 'reversal') AS is_debit
         FROM account a JOIN posting p ON a.id IN (p.debit_account, p.credit_account)
         JOIN entry e ON e.id = p.entry_id LEFT JOIN entry o ON o.id = e.reversal_of
         WHERE a.party_kind = 'union' AND a.party_id = $1 AND a.purpose = 'current'
           AND coalesce(o.kind, e.kind) IN ('loanFee', 'damage') AND e.posted_on BETWEEN $2 AND $3
       ) AS s`,
      [unionId, from, to],
    )) as [{ borne: bigint; earned: bigint }];
    return row;
  }

  /** Payments by participants, by pool; pools without any are missing. */
  async selfPaid(tx: Transaction, poolIds: readonly string[]): Promise<Map<string, SelfPaid>> {
    const rows: { poolId: string; fen: string; heads: number }[] = await tx.sql.query(
      `SELECT cost_pool_id AS "poolId", sum(amount_fen)::text AS fen, sum(heads)::int AS heads
       FROM self_payment WHERE cost_pool_id = ANY($1) GROUP BY cost_pool_id`,
      [poolIds],
    );
    return new Map(rows.map(({ poolId, fen, heads }) => [poolId, { amount: BigInt(fen), heads }]));
  }

  /**
   * Marks a page of unions, by id, that bore costs in a year and have not disclosed it as reminded, and returns them.
   */
  remind(
    tx: Transaction,
    year: number,
    page: { readonly afterId: string | null; readonly limit: number },
  ): Promise<{ unionId: string }[]> {
    return tx.sql.query(
      `WITH late AS (
         SELECT u.id FROM union_ref u
         WHERE ($2::uuid IS NULL OR u.id > $2)
           AND NOT EXISTS (SELECT 1 FROM disclosure d WHERE d.union_id = u.id AND d.year = $1)
           AND EXISTS (SELECT 1 FROM cost_pool_union o JOIN cost_pool p ON p.id = o.cost_pool_id
                       WHERE o.union_id = u.id AND p.state = 'approved'
                         AND extract(year FROM p.approved_at AT TIME ZONE 'Asia/Shanghai') = $1)
         ORDER BY u.id LIMIT $3
       ), noted AS (
         INSERT INTO disclosure_reminder (union_id, year, reminded_at) SELECT id, $1, $4 FROM late
         ON CONFLICT DO NOTHING
       )
       SELECT id AS "unionId" FROM late ORDER BY id`,
      [year, page.afterId, page.limit, tx.now],
    );
  }

  /** The years that a union was reminded of, and has not disclosed. */
  async openYears(tx: Transaction, unionId: string): Promise<number[]> {
    const rows: { year: number }[] = await tx.sql.query(
      `SELECT r.year FROM disclosure_reminder r WHERE r.union_id = $1
         AND NOT EXISTS (SELECT 1 FROM disclosure d WHERE d.union_id = r.union_id AND d.year = r.year)
       ORDER BY r.year`,
      [unionId],
    );
    return rows.map(({ year }) => year);
  }

  /** Open reminders of unions within reach, newest year first. */
  reminders(
    tx: Transaction,
    request: PageRequest,
    reach: readonly string[],
  ): Promise<{ unionId: string; year: number; remindedAt: Date }[]> {
    const cursor = decodeCursor(request.cursor, 2);
    return tx.sql.query(
      `SELECT r.union_id AS "unionId", r.year, r.reminded_at AS "remindedAt"
       FROM disclosure_reminder r JOIN union_ref u ON u.id = r.union_id
       WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) AS held WHERE starts_with(u.path, held))
         AND NOT EXISTS (SELECT 1 FROM disclosure d WHERE d.union_id = r.union_id AND d.year = r.year)
         AND ($2::int IS NULL OR (-r.year, r.union_id) > (-$2::int, $3::uuid))
       ORDER BY r.year DESC, r.union_id LIMIT $4`,
      [reach, cursor?.[0] ?? null, cursor?.[1] ?? null, rowsFor(request.limit)],
    );
  }
}
