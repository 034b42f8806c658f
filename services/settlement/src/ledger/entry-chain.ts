import { hash } from 'node:crypto';
import { canonicalJson, type Chain } from '@gongxiang/persistence';
import type { EntryRow, Leg } from './ledger.entity.js';

/** The hashed form of a posting: line, debit, credit, fen, kind of money. */
export type HashedPosting = readonly [number, string, string, string, string];

/** The hashed form of an entry with all its postings, as the database returns it. */
export interface HashedEntry {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly posted_on: string;
  readonly posted_at: Date;
  readonly posted_by: string;
  readonly union_id: string;
  readonly source_id: string;
  readonly reason: string | null;
  readonly reversal_of: string | null;
  readonly postings: readonly HashedPosting[];
}

/** The hashed columns of an entry `e`. */
export const hashedColumns = `e.id, e.kind, e.title, e.posted_on, e.posted_at, e.posted_by, e.union_id, e.source_id, e.reason,
  e.reversal_of, (SELECT coalesce(json_agg(json_build_array(p.line, p.debit_account, p.credit_account,
    p.amount_fen::text, p.income_kind) ORDER BY p.line), '[]') FROM posting p WHERE p.entry_id = e.id) AS postings`;

/** @returns SHA-256 of the entry with its postings as canonical JSON, in hex */
function entryHash(entry: HashedEntry): string {
  return hash('sha256', canonicalJson(entry), 'hex');
}

/** The hash of a new entry. */
export function hashOfRows(row: Omit<EntryRow, 'rowHash'>, postings: readonly Leg[]): string {
  return entryHash({
    id: row.id,
    kind: row.kind,
    title: row.title,
    posted_on: row.postedOn,
    posted_at: row.postedAt,
    posted_by: row.postedBy,
    union_id: row.unionId,
    source_id: row.sourceId,
    reason: row.reason,
    reversal_of: row.reversalOf,
    postings: postings.map(hashedPosting),
  });
}

function hashedPosting({ line, debitAccount, creditAccount, amountFen, incomeKind }: Leg): HashedPosting {
  return [line, debitAccount, creditAccount, String(amountFen), incomeKind];
}

/** Chains entries by the mechanism of the audit trail; the hash covers their postings. */
export const entryChain: Chain<HashedEntry> = {
  table: 'entry',
  at: 'posted_at',
  seals: 'entry_seal',
  sealed: 'entry_sealed',
  noun: 'entry',
  rowsOf: (sql, seal) =>
    sql.query(
      `SELECT ${hashedColumns}, e.row_hash FROM entry_sealed s LEFT JOIN entry e ON e.id = s.record_id
       WHERE s.seal_number = $1 ORDER BY s.position`,
      [seal],
    ),
  hashOf: entryHash,
};
