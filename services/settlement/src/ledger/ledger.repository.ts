import { Injectable } from '@nestjs/common';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import type { EntryKind, ListEntriesRequest } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { In, type SelectQueryBuilder } from 'typeorm';
import { withinReach } from '../reference/bookkeeping.model.js';
import { booksCondition } from '../reference/reach-sql.js';
import { AccountRow, EntryRow, PostingRow } from './ledger.entity.js';

/** A posting with the parties of its two accounts, as `union:<id>`. */
export interface PostingLine {
  readonly entry_id: string;
  readonly line: number;
  readonly posted_on: string;
  readonly kind: EntryKind;
  readonly debit_account: string;
  readonly credit_account: string;
  readonly debit_party: string;
  readonly credit_party: string;
  readonly amount_fen: bigint;
  readonly income_kind: AccountFund;
}

/** The maximum number of postings of an entry in a response; an entry of a large run has more. */
const linesShownMax = 1_000;

export type EntryWithReversal = EntryRow & {
  readonly reversedBy: string | null;
  readonly amountFen: bigint;
};

const lineSql = `
  SELECT p.entry_id, p.line, p.posted_on, e.kind, p.debit_account, p.credit_account, p.amount_fen, p.income_kind,
         d.party_kind || ':' || d.party_id AS debit_party, c.party_kind || ':' || c.party_id AS credit_party
  FROM posting p JOIN entry e ON e.id = p.entry_id
  JOIN account d ON d.id = p.debit_account JOIN account c ON c.id = p.credit_account`;

/** The sum of an entry's postings. */
const entrySumSql = 'SELECT sum(s.amount_fen) FROM posting s WHERE s.entry_id = e.id';

@Injectable()
export class LedgerRepository {
  async isBegun(tx: Transaction): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query('SELECT 1 FROM entry LIMIT 1');
    return rows.length > 0;
  }

  /** The existing accounts among these, looked up by natural key. */
  findAccounts(tx: Transaction, rows: readonly AccountRow[]): Promise<AccountRow[]> {
    return accountsOf(tx, rows).getMany();
  }

  async openAccounts(tx: Transaction, rows: readonly AccountRow[]): Promise<void> {
    await tx.sql
      .createQueryBuilder()
      .insert()
      .into(AccountRow)
      .values([...rows])
      .orIgnore()
      .execute();
  }

  /** The keys of the parties among these whose accounts are closed permanently. */
  async closedParties(tx: Transaction, rows: readonly AccountRow[]): Promise<string[]> {
    const found: { key: string }[] = await tx.sql.query(
      `SELECT c.party_kind || ':' || c.party_id AS key FROM closed_party c
       JOIN unnest($1::text[], $2::uuid[]) AS w(kind, id) ON w.kind = c.party_kind AND w.id = c.party_id`,
      [rows.map(({ partyKind }) => partyKind), rows.map(({ partyId }) => partyId)],
    );
    return found.map(({ key }) => key);
  }

  /** Locks in id order, so that two entries that share accounts never deadlock. */
  async lockAccounts(tx: Transaction, rows: readonly AccountRow[]): Promise<AccountRow[]> {
    return accountsOf(tx, rows).orderBy('a.id').setLock('pessimistic_write').getMany();
  }

  /** The same by id, in the same order. */
  lockAccountsById(tx: Transaction, ids: readonly string[]): Promise<AccountRow[]> {
    return tx.sql
      .createQueryBuilder(AccountRow, 'a')
      .where('a.id = ANY(:ids)', { ids })
      .orderBy('a.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** The owners of these accounts, e.g. `union:<id>`. */
  async partiesOf(tx: Transaction, accountIds: readonly string[]): Promise<Map<string, string>> {
    const rows: { id: string; party: string }[] = await tx.sql.query(
      `SELECT id, party_kind || ':' || party_id AS party FROM account WHERE id = ANY($1::uuid[])`,
      [accountIds],
    );
    return new Map(rows.map(({ id, party }) => [id, party]));
  }

  async insert(tx: Transaction, entry: EntryRow, postings: readonly PostingRow[]): Promise<void> {
    await tx.sql.insert(EntryRow, entry);
    await this.insertPostings(tx, postings);
  }

  async insertPostings(tx: Transaction, postings: readonly PostingRow[]): Promise<void> {
    if (postings.length === 0) return;
    await tx.sql.query(
      `INSERT INTO posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
       SELECT * FROM unnest($1::uuid[], $2::integer[], $3::uuid[], $4::uuid[], $5::bigint[], $6::text[], $7::date[])`,
      [
        postings.map(({ entryId }) => entryId),
        postings.map(({ line }) => line),
        postings.map(({ debitAccount }) => debitAccount),
        postings.map(({ creditAccount }) => creditAccount),
        postings.map(({ amountFen }) => String(amountFen)),
        postings.map(({ incomeKind }) => incomeKind),
        postings.map(({ postedOn }) => postedOn),
      ],
    );
  }

  findEntry(tx: Transaction, id: string): Promise<EntryRow | null> {
    return tx.sql.findOneBy(EntryRow, { id });
  }

  findEntries(tx: Transaction, ids: readonly string[]): Promise<EntryRow[]> {
    return tx.sql.findBy(EntryRow, { id: In([...ids]) });
  }

  /** The entry of a source that has one entry of a kind, such as a damage. */
  findBySource(tx: Transaction, sourceId: string, kind: EntryKind): Promise<EntryRow | null> {
    return tx.sql.findOneBy(EntryRow, { sourceId, kind });
  }

  async reversedBy(tx: Transaction, id: string): Promise<string | null> {
    return (await tx.sql.findOneBy(EntryRow, { reversalOf: id }))?.id ?? null;
  }

  /** Entries with their sums and reversals. */
  async withReversal(
    tx: Transaction,
    ids: readonly string[],
  ): Promise<(EntryWithReversal & { readonly postingCount: number })[]> {
    const { entities, raw } = await tx.sql
      .createQueryBuilder(EntryRow, 'e')
      .addSelect('(SELECT r.id FROM entry r WHERE r.reversal_of = e.id)', 'reversed_by')
      .addSelect(`(${entrySumSql})`, 'amount')
      .addSelect('(SELECT count(*)::int FROM posting c WHERE c.entry_id = e.id)', 'postings')
      .where('e.id = ANY(:ids)', { ids })
      .getRawAndEntities<{ reversed_by: string | null; amount: bigint; postings: number }>();
    return entities.map((entity, index) => ({
      ...entity,
      reversedBy: raw[index]?.reversed_by ?? null,
      amountFen: raw[index]?.amount ?? 0n,
      postingCount: raw[index]?.postings ?? 0,
    }));
  }

  /** The first postings of each of these entries. */
  linesOf(tx: Transaction, entryIds: readonly string[]): Promise<PostingLine[]> {
    return tx.sql.query(
      `${lineSql} WHERE p.entry_id = ANY($1::uuid[]) AND p.line < ${linesShownMax} ORDER BY p.entry_id, p.line`,
      [entryIds],
    );
  }

  /** The paths of the unions behind the accounts of an entry. */
  async pathsOf(tx: Transaction, entryId: string): Promise<string[]> {
    const rows: { path: string }[] = await tx.sql.query(
      `SELECT DISTINCT u.path FROM posting p JOIN account a ON a.id IN (p.debit_account, p.credit_account)
       JOIN union_ref u ON u.id = a.union_id WHERE p.entry_id = $1`,
      [entryId],
    );
    return rows.map(({ path }) => path);
  }

  /** Oldest first. Each side is read by its own index, so at most two pages are read. */
  listPostings(
    tx: Transaction,
    accountId: string,
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<PostingLine[]> {
    const cursor = decodeCursor(page.cursor, 3);
    const order = 'posted_on, entry_id, line';
    const side = (column: string): string => `(${lineSql} WHERE p.${column} = $1
        AND ($2::date IS NULL OR (p.posted_on, p.entry_id, p.line) > ($2, $3, $4))
        ORDER BY p.posted_on, p.entry_id, p.line LIMIT $5)`;
    return tx.sql.query(
      `${side('debit_account')} UNION ALL ${side('credit_account')} ORDER BY ${order} LIMIT $5`,
      [accountId, cursor?.[0] ?? null, cursor?.[1] ?? null, cursor?.[2] ?? 0, rowsFor(page.limit)],
    );
  }

  /** Newest first; only entries that touch an account within the caller's reach. */
  async listEntries(
    tx: Transaction,
    request: ListEntriesRequest,
    reach: readonly string[],
  ): Promise<EntryWithReversal[]> {
    const ids = await this.entryIds(tx, request, reach);
    const entries = new Map((await this.withReversal(tx, ids)).map((entry) => [entry.id, entry]));
    return ids.flatMap((id) => entries.get(id) ?? []);
  }

  /**
   * Uses two strategies, because no single plan serves both. A reach with many accounts covers a good part of all
   * entries: these are walked from the newest and tested against the reach until the page is full. A reach with few
   * accounts covers few entries: they are found from the postings of those accounts, by the accounts' indexes.
   */
  private async entryIds(
    tx: Transaction,
    request: ListEntriesRequest,
    reach: readonly string[],
  ): Promise<string[]> {
    const { union = null, kind, from, to, amountFrom, amountTo, q, limit } = request;
    const accounts = await this.accountsWithin(tx, reach, union, fewAccounts + 1);
    const isFew = accounts.length <= fewAccounts;
    const page = [decodeCursor(request.cursor, 1)?.[0] ?? null, rowsFor(limit)];
    const filters = [kind, from, to, amountFrom, amountTo, q].map((one) => one ?? null);
    const rows: { id: string }[] = await tx.sql.query(isFew ? entriesOfAccountsSql : entriesWithinSql, [
      ...page,
      ...filters,
      ...(isFew ? [accounts] : [reach, union]),
    ]);
    return rows.map(({ id }) => id);
  }

  private async accountsWithin(
    tx: Transaction,
    reach: readonly string[],
    union: string | null,
    limit: number,
  ): Promise<string[]> {
    const values: unknown[] = [union, limit];
    const isWithin = await booksCondition(tx, { reach }, values);
    const rows: { id: string }[] = await tx.sql.query(
      `SELECT a.id FROM account a WHERE ${isWithin('a.union_id')} AND ($1::uuid IS NULL OR a.union_id = $1) LIMIT $2`,
      values,
    );
    return rows.map(({ id }) => id);
  }
}

/** Up to this number of accounts the search goes by postings; beyond, it goes by entries. */
const fewAccounts = 200;

/** The filters of the list of entries; $1 is the cursor. */
const filterSql = `($1::uuid IS NULL OR e.id < $1) AND ($3::text IS NULL OR e.kind = $3)
  AND ($4::date IS NULL OR e.posted_on >= $4) AND ($5::date IS NULL OR e.posted_on <= $5)
  AND ($6::bigint IS NULL OR (${entrySumSql}) >= $6) AND ($7::bigint IS NULL OR (${entrySumSql}) <= $7)
  AND ($8::text IS NULL OR strpos(lower(e.title || ' ' || coalesce(e.reason, '')), lower($8)) > 0)`;

const entriesOfAccountsSql = `
  SELECT e.id FROM entry e
  WHERE e.id IN (SELECT entry_id FROM posting WHERE debit_account = ANY($9::uuid[])
                 UNION SELECT entry_id FROM posting WHERE credit_account = ANY($9::uuid[])) AND ${filterSql}
  ORDER BY e.id DESC LIMIT $2`;

/**
 * OFFSET 0 stops PostgreSQL from flattening the subquery into a join, which would read and sort all postings of the
 * reach for one page.
 */
const entriesWithinSql = `
  SELECT e.id FROM entry e
  WHERE ${filterSql} AND EXISTS (
    SELECT 1 FROM posting p JOIN account a ON a.id IN (p.debit_account, p.credit_account)
    JOIN union_ref u ON u.id = a.union_id JOIN unnest($9::text[]) AS held ON ${withinReach('u.path')}
    WHERE p.entry_id = e.id AND ($10::uuid IS NULL OR a.union_id = $10) OFFSET 0)
  ORDER BY e.id DESC LIMIT $2`;

function accountsOf(tx: Transaction, rows: readonly AccountRow[]): SelectQueryBuilder<AccountRow> {
  return tx.sql.createQueryBuilder(AccountRow, 'a').where(
    `(a.partyKind, a.partyId, a.incomeKind, a.purpose) IN
     (SELECT * FROM unnest(:kinds::text[], :ids::uuid[], :funds::text[], :purposes::text[]))`,
    {
      kinds: rows.map(({ partyKind }) => partyKind),
      ids: rows.map(({ partyId }) => partyId),
      funds: rows.map(({ incomeKind }) => incomeKind),
      purposes: rows.map(({ purpose }) => purpose),
    },
  );
}
