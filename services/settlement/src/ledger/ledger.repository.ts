import { Injectable } from '@nestjs/common';
import type { AccountFund, EntryKind, ListAccountsRequest, ListEntriesRequest } from '@gongxiang/contracts';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import { withinReach } from '../reference/bookkeeping.model.js';
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

/** An account with the balance of its postings, and its party as `union:<id>`. */
export interface AccountBalance {
  readonly id: string;
  readonly party: string;
  readonly income_kind: AccountFund;
  readonly purpose: AccountRow['purpose'];
  readonly balance: bigint;
}

/** An entry of a large run has more postings than one answer holds. */
export const linesShownMax = 1_000;

export type EntryWithReversal = EntryRow & { readonly reversedBy: string | null };

/** Subtracted: what is owed less what it owes, over both indexes of postings. */
const balanceSql = `
  (SELECT coalesce(sum(c.amount_fen), 0) FROM posting c WHERE c.credit_account = a.id)::bigint
  - (SELECT coalesce(sum(d.amount_fen), 0) FROM posting d WHERE d.debit_account = a.id)::bigint`;

const accountSql = `a.id, a.party_kind || ':' || a.party_id AS party, a.income_kind, a.purpose, ${balanceSql} AS balance`;

const lineSql = `
  SELECT p.entry_id, p.line, e.posted_on, e.kind, p.debit_account, p.credit_account, p.amount_fen, p.income_kind,
         d.party_kind || ':' || d.party_id AS debit_party, c.party_kind || ':' || c.party_id AS credit_party
  FROM posting p JOIN entry e ON e.id = p.entry_id
  JOIN account d ON d.id = p.debit_account JOIN account c ON c.id = p.credit_account`;

@Injectable()
export class LedgerRepository {
  async isBegun(tx: Transaction): Promise<boolean> {
    const rows: unknown[] = await tx.sql.query('SELECT 1 FROM entry LIMIT 1');
    return rows.length > 0;
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

  /** In the order of their ids: two entries that share accounts take them in the same order, and never deadlock. */
  async lockAccounts(tx: Transaction, rows: readonly AccountRow[]): Promise<AccountRow[]> {
    return tx.sql
      .createQueryBuilder(AccountRow, 'a')
      .where(
        `(a.partyKind, a.partyId, a.incomeKind, a.purpose) IN
         (SELECT * FROM unnest(:kinds::text[], :ids::uuid[], :funds::text[], :purposes::text[]))`,
        {
          kinds: rows.map(({ partyKind }) => partyKind),
          ids: rows.map(({ partyId }) => partyId),
          funds: rows.map(({ incomeKind }) => incomeKind),
          purposes: rows.map(({ purpose }) => purpose),
        },
      )
      .orderBy('a.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  async lockAccountsById(tx: Transaction, ids: readonly string[]): Promise<void> {
    await tx.sql.query('SELECT id FROM account WHERE id = ANY($1) ORDER BY id FOR UPDATE', [ids]);
  }

  async insert(tx: Transaction, entry: EntryRow, postings: readonly PostingRow[]): Promise<void> {
    await tx.sql.insert(EntryRow, entry);
    await this.insertPostings(tx, postings);
  }

  /** E88: of several reversals at once the unique index lets one in; the others wait for it, and find it there. */
  async insertReversal(tx: Transaction, row: EntryRow): Promise<boolean> {
    const inserted: unknown[] = await tx.sql.query(
      `INSERT INTO entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, reason, reversal_of)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (reversal_of) DO NOTHING RETURNING id`,
      [
        ...[row.id, row.kind, row.title, row.postedOn, row.postedAt, row.postedBy],
        ...[row.unionId, row.sourceId, row.reason, row.reversalOf],
      ],
    );
    return inserted.length > 0;
  }

  async insertPostings(tx: Transaction, postings: readonly PostingRow[]): Promise<void> {
    await tx.sql.query(
      `INSERT INTO posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind)
       SELECT * FROM unnest($1::uuid[], $2::integer[], $3::uuid[], $4::uuid[], $5::bigint[], $6::text[])`,
      [
        postings.map(({ entryId }) => entryId),
        postings.map(({ line }) => line),
        postings.map(({ debitAccount }) => debitAccount),
        postings.map(({ creditAccount }) => creditAccount),
        postings.map(({ amountFen }) => String(amountFen)),
        postings.map(({ incomeKind }) => incomeKind),
      ],
    );
  }

  findEntry(tx: Transaction, id: string): Promise<EntryRow | null> {
    return tx.sql.findOneBy(EntryRow, { id });
  }

  /** What was posted of a damage, or of anything else that has one entry of a kind. */
  findBySource(tx: Transaction, sourceId: string, kind: EntryKind): Promise<EntryRow | null> {
    return tx.sql.findOneBy(EntryRow, { sourceId, kind });
  }

  async reversedBy(tx: Transaction, id: string): Promise<string | null> {
    return (await tx.sql.findOneBy(EntryRow, { reversalOf: id }))?.id ?? null;
  }

  findPostings(tx: Transaction, entryId: string): Promise<PostingRow[]> {
    return tx.sql.find(PostingRow, { where: { entryId }, order: { line: 'ASC' } });
  }

  countPostings(tx: Transaction, entryId: string): Promise<number> {
    return tx.sql.countBy(PostingRow, { entryId });
  }

  linesOf(tx: Transaction, entryId: string): Promise<PostingLine[]> {
    return tx.sql.query(`${lineSql} WHERE p.entry_id = $1 ORDER BY p.line LIMIT ${linesShownMax}`, [entryId]);
  }

  async accountWithPath(tx: Transaction, id: string): Promise<{ row: AccountRow; path: string } | null> {
    const row = await tx.sql.findOneBy(AccountRow, { id });
    if (row === null) return null;
    const [union] = (await tx.sql.query('SELECT path FROM union_ref WHERE id = $1', [row.unionId])) as {
      path: string;
    }[];
    return union === undefined ? null : { row, path: union.path };
  }

  async findBalance(tx: Transaction, id: string): Promise<AccountBalance | null> {
    const [row] = (await tx.sql.query(`SELECT ${accountSql} FROM account a WHERE a.id = $1`, [
      id,
    ])) as AccountBalance[];
    return row ?? null;
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

  /** By id; only accounts behind which a union of the caller's reach stands. */
  listAccounts(
    tx: Transaction,
    request: ListAccountsRequest,
    reach: readonly string[],
  ): Promise<AccountBalance[]> {
    const cursor = decodeCursor(request.cursor, 1);
    return tx.sql.query(
      `SELECT ${accountSql} FROM account a JOIN union_ref u ON u.id = a.union_id
       WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) AS held WHERE ${withinReach('u.path')})
         AND ($2::uuid IS NULL OR a.union_id = $2) AND ($3::uuid IS NULL OR a.id > $3)
       ORDER BY a.id LIMIT $4`,
      [reach, request.union ?? null, cursor?.[0] ?? null, rowsFor(request.limit)],
    );
  }

  /** Oldest first. Each side is read by its own index; together they are no more than two pages. */
  listPostings(
    tx: Transaction,
    accountId: string,
    page: { readonly cursor?: string; readonly limit?: number },
  ): Promise<PostingLine[]> {
    const cursor = decodeCursor(page.cursor, 2);
    const side = (column: string): string => `(${lineSql} WHERE p.${column} = $1
        AND ($2::uuid IS NULL OR (p.entry_id, p.line) > ($2, $3)) ORDER BY p.entry_id, p.line LIMIT $4)`;
    return tx.sql.query(
      `${side('debit_account')} UNION ALL ${side('credit_account')} ORDER BY entry_id, line LIMIT $4`,
      [accountId, cursor?.[0] ?? null, cursor?.[1] ?? 0, rowsFor(page.limit)],
    );
  }

  /** Newest first; only entries that touch an account within the caller's reach. */
  async listEntries(
    tx: Transaction,
    request: ListEntriesRequest,
    reach: readonly string[],
  ): Promise<EntryWithReversal[]> {
    const cursor = decodeCursor(request.cursor, 1);
    const { entities, raw } = await tx.sql
      .createQueryBuilder(EntryRow, 'e')
      .addSelect('(SELECT r.id FROM entry r WHERE r.reversal_of = e.id)', 'reversed_by')
      .where(
        `EXISTS (SELECT 1 FROM posting p JOIN account a ON a.id IN (p.debit_account, p.credit_account)
          JOIN union_ref u ON u.id = a.union_id JOIN unnest(:reach::text[]) AS held ON ${withinReach('u.path')}
          WHERE p.entry_id = e.id)`,
        { reach },
      )
      .andWhere(request.kind === undefined ? 'true' : 'e.kind = :kind', { kind: request.kind })
      .andWhere(cursor === null ? 'true' : 'e.id < :after', { after: cursor?.[0] })
      .orderBy('e.id', 'DESC')
      .limit(rowsFor(request.limit))
      .getRawAndEntities<{ reversed_by: string | null }>();
    return entities.map((entity, index) => ({ ...entity, reversedBy: raw[index]?.reversed_by ?? null }));
  }

  /** Both sides added up account by account: that they agree is what is asked, not assumed. */
  async totals(
    tx: Pick<Transaction, 'sql'>,
  ): Promise<{ debits: bigint; credits: bigint; difference: bigint }> {
    const [row] = (await tx.sql.query(
      `SELECT coalesce(sum(debits), 0)::bigint AS debits, coalesce(sum(credits), 0)::bigint AS credits,
              coalesce(sum(debits - credits), 0)::bigint AS difference
       FROM (SELECT (SELECT coalesce(sum(amount_fen), 0) FROM posting WHERE debit_account = a.id) AS debits,
                    (SELECT coalesce(sum(amount_fen), 0) FROM posting WHERE credit_account = a.id) AS credits
             FROM account a) AS by_account`,
    )) as [{ debits: bigint; credits: bigint; difference: bigint }];
    return row;
  }
}
