import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { hashedColumns, type HashedEntry, type HashedPosting } from './entry-chain.js';
import type { EntryRow, Leg } from './ledger.entity.js';

/** An entry with all its legs, the path of the union that posted it, and the paths of the unions that see it. */
export interface ReversibleEntry {
  readonly entry: EntryRow;
  readonly postings: readonly Leg[];
  readonly unionPath: string;
  readonly seenBy: readonly string[];
}

type EntryWithLegs = Pick<ReversibleEntry, 'entry' | 'postings'>;

/**
 * Reads and writes of reversals, with a fixed number of statements for any number of entries and without transferring
 * a row per leg.
 */
@Injectable()
export class ReversalRepository {
  /** The existing entries among these. */
  async withLegs(tx: Transaction, ids: readonly string[]): Promise<Map<string, EntryWithLegs>> {
    const found: (HashedEntry & { readonly row_hash: string })[] = await tx.sql.query(
      `SELECT ${hashedColumns}, e.row_hash FROM entry e WHERE e.id = ANY($1::uuid[])`,
      [ids],
    );
    return new Map(found.map((row) => [row.id, withLegs(row)]));
  }

  /** The same with the paths that decide who may reverse them. */
  async reversible(tx: Transaction, ids: readonly string[]): Promise<Map<string, ReversibleEntry>> {
    const found = await this.withLegs(tx, ids);
    const paths = await this.pathsOf(tx, [...found.values()]);
    return new Map(
      [...found].map(([id, { entry, postings }]) => {
        const unionPath = paths.ofUnion.get(entry.unionId) ?? '';
        const seenBy = accountsOf(postings).flatMap((account) => paths.ofAccount.get(account) ?? []);
        return [id, { entry, postings, unionPath, seenBy: [...new Set(seenBy)] }];
      }),
    );
  }

  /**
   * E88: of several concurrent reversals of one entry the unique index admits one; the others wait and then find it.
   * @returns the ids of the inserted reversals
   */
  async insert(tx: Transaction, rows: readonly EntryRow[]): Promise<Set<string>> {
    if (rows.length === 0) return new Set();
    const column = (of: (row: EntryRow) => unknown): unknown[] => rows.map(of);
    const inserted: { id: string }[] = await tx.sql.query(
      `INSERT INTO entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, reason, reversal_of, row_hash)
       SELECT id, 'reversal', title, posted_on, $10, posted_by, union_id, source_id, reason, reversal_of, row_hash
       FROM unnest($1::uuid[], $2::text[], $3::date[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::uuid[], $9::text[])
         AS r(id, title, posted_on, posted_by, union_id, source_id, reason, reversal_of, row_hash)
       ON CONFLICT (reversal_of) DO NOTHING RETURNING id`,
      [
        column(({ id }) => id),
        column(({ title }) => title),
        column(({ postedOn }) => postedOn),
        column(({ postedBy }) => postedBy),
        column(({ unionId }) => unionId),
        column(({ sourceId }) => sourceId),
        column(({ reason }) => reason),
        column(({ reversalOf }) => reversalOf),
        column(({ rowHash }) => rowHash),
        rows[0]?.postedAt,
      ],
    );
    return new Set(inserted.map(({ id }) => id));
  }

  /**
   * Copies the legs of the reversed entries with debit and credit swapped, as `reversalOf` does, inside the database.
   */
  async insertLegs(tx: Transaction, reversalIds: readonly string[]): Promise<void> {
    // This form stops the planner from reading the whole ledger, whatever its statistics say.
    await tx.sql.query(
      `INSERT INTO posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
       SELECT r.id, p.line, p.credit_account, p.debit_account, p.amount_fen, p.income_kind, r.posted_on
       FROM entry r CROSS JOIN LATERAL (SELECT * FROM posting WHERE entry_id = r.reversal_of ORDER BY line) AS p
       WHERE r.id = ANY($1::uuid[])`,
      [reversalIds],
    );
  }

  /** The paths of the unions of these entries, and of the unions behind their accounts. */
  private async pathsOf(tx: Transaction, entries: readonly EntryWithLegs[]) {
    const accounts = entries.flatMap(({ postings }) => accountsOf(postings));
    const rows: { account: string | null; union: string; path: string }[] = await tx.sql.query(
      `SELECT a.id AS account, u.id AS union, u.path FROM account a JOIN union_ref u ON u.id = a.union_id
       WHERE a.id = ANY($1::uuid[])
       UNION ALL SELECT NULL, u.id, u.path FROM union_ref u WHERE u.id = ANY($2::uuid[])`,
      [[...new Set(accounts)], [...new Set(entries.map(({ entry }) => entry.unionId))]],
    );
    return {
      ofAccount: new Map(rows.map(({ account, path }) => [account, path])),
      ofUnion: new Map(rows.map(({ union, path }) => [union, path])),
    };
  }
}

/** The distinct accounts of these postings. */
export function accountsOf(postings: readonly Leg[]): string[] {
  const accounts = new Set<string>();
  for (const { debitAccount, creditAccount } of postings) accounts.add(debitAccount).add(creditAccount);
  return [...accounts];
}

function withLegs(row: HashedEntry & { readonly row_hash: string }): EntryWithLegs {
  const entry = {
    id: row.id,
    kind: row.kind as EntryRow['kind'],
    title: row.title,
    postedOn: row.posted_on,
    postedAt: row.posted_at,
    postedBy: row.posted_by,
    unionId: row.union_id,
    sourceId: row.source_id,
    reason: row.reason,
    reversalOf: row.reversal_of,
    rowHash: row.row_hash,
  };
  return { entry, postings: row.postings.map(legOf) };
}

function legOf([line, debitAccount, creditAccount, amountFen, incomeKind]: HashedPosting): Leg {
  return {
    line,
    debitAccount,
    creditAccount,
    amountFen: BigInt(amountFen),
    incomeKind: incomeKind as Leg['incomeKind'],
  };
}
