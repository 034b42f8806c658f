import { Injectable } from '@nestjs/common';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import type { AccountPurpose, EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import type { Transaction } from '@gongxiang/persistence';
import { VoucherSubjectMapRow } from './voucher.entity.js';
import type { OwnLeg } from './voucher.model.js';

/** An entry with legs on the union's accounts. */
export interface TouchingEntry {
  readonly entryId: string;
  readonly kind: Exclude<EntryKind, 'reversal'>;
  readonly isReversal: boolean;
  readonly title: string;
  readonly on: string;
  readonly at: Date;
  /** The originating pool, run, payment, damage or loan. */
  readonly sourceId: string;
  readonly legs: readonly OwnLeg[];
}

/**
 * The amounts a union paid of a pool, by fund, and the number of bills; zero for a refund, because the payments were
 * returned.
 */
export interface PaidOfPool {
  readonly costPoolId: string;
  readonly title: string;
  readonly at: Date;
  readonly entryId: string | null;
  /** Whether its entry has a leg on one of the union's accounts. */
  readonly isTouching: boolean;
  readonly bills: number;
  readonly paid: readonly { readonly incomeKind: AccountFund; readonly amount: bigint }[];
}

interface LegRow {
  readonly entry_id: string;
  readonly kind: Exclude<EntryKind, 'reversal'>;
  readonly is_reversal: boolean;
  readonly title: string;
  readonly posted_on: string;
  readonly posted_at: Date;
  readonly source_id: string;
  readonly purpose: AccountPurpose;
  readonly is_credit: boolean;
  readonly income_kind: AccountFund;
  readonly party: string;
  readonly amount_fen: bigint;
}

/**
 * Both sides of the union's own accounts, each by its own index. The limit per account, which exceeds nothing that is
 * shown, stops the planner from starting parallel workers on a large ledger; starting them takes longer than reading
 * the rows.
 */
const legSql = (own: 'debit' | 'credit', other: 'debit' | 'credit'): string => `
  SELECT e.id AS entry_id, coalesce(o.kind, e.kind) AS kind, e.kind = 'reversal' AS is_reversal, e.title, e.posted_on,
         e.posted_at, e.source_id, a.purpose, ${own === 'credit'} AS is_credit, p.income_kind, p.line, p.amount_fen,
         b.party_kind || ':' || b.party_id AS party
  FROM account a CROSS JOIN LATERAL (
    SELECT * FROM posting WHERE ${own}_account = a.id AND posted_on BETWEEN $2 AND $3
    ORDER BY posted_on, entry_id, line LIMIT $4) AS p
  JOIN entry e ON e.id = p.entry_id
  JOIN account b ON b.id = p.${other}_account LEFT JOIN entry o ON o.id = e.reversal_of
  WHERE a.party_kind = 'union' AND a.party_id = $1`;

/** SQL condition: the entry has a leg on one of the union's accounts. */
const isTouching = (entryId: string): string => `EXISTS (
  SELECT 1 FROM posting x JOIN account c ON c.id IN (x.debit_account, x.credit_account)
  WHERE x.entry_id = ${entryId} AND c.party_kind = 'union' AND c.party_id = $1)`;

@Injectable()
export class VoucherRepository {
  subjectMap(tx: Transaction, unionId: string): Promise<VoucherSubjectMapRow | null> {
    return tx.sql.findOneBy(VoucherSubjectMapRow, { unionId });
  }

  async lockSubjectMap(tx: Transaction, unionId: string): Promise<VoucherSubjectMapRow | null> {
    return tx.sql.findOne(VoucherSubjectMapRow, { where: { unionId }, lock: { mode: 'pessimistic_write' } });
  }

  /** @returns false if somebody else changed the mapping in the meantime */
  async saveSubjectMap(tx: Transaction, row: VoucherSubjectMapRow): Promise<boolean> {
    const saved: unknown[] = await tx.sql.query(
      `INSERT INTO voucher_subject_map (union_id, version, subjects, changed_by, changed_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (union_id) DO UPDATE SET version = excluded.version, subjects = excluded.subjects,
         changed_by = excluded.changed_by, changed_at = excluded.changed_at
       WHERE voucher_subject_map.version = excluded.version - 1 RETURNING union_id`,
      [row.unionId, row.version, JSON.stringify(row.subjects), row.changedBy, row.changedAt],
    );
    return saved.length > 0;
  }

  /** The entries of a period that touch the union, in posting order; null if they have more than `legsMax` legs. */
  async entriesOf(
    tx: Transaction,
    period: {
      readonly unionId: string;
      readonly from: string;
      readonly to: string;
      readonly legsMax: number;
    },
  ): Promise<TouchingEntry[] | null> {
    const { unionId, from, to, legsMax } = period;
    const rows: LegRow[] = await tx.sql.query(
      `${legSql('debit', 'credit')} UNION ALL ${legSql('credit', 'debit')}
       ORDER BY posted_on, posted_at, entry_id, line, is_credit LIMIT $4`,
      [unionId, from, to, legsMax + 1],
    );
    if (rows.length > legsMax) return null;
    const entries = new Map<string, TouchingEntry & { readonly legs: OwnLeg[] }>();
    for (const row of rows) {
      const entry = entries.get(row.entry_id) ?? entryOf(row);
      entry.legs.push({
        purpose: row.purpose,
        isCredit: row.is_credit,
        incomeKind: row.income_kind,
        party: row.party,
        amount: row.amount_fen,
      });
      entries.set(row.entry_id, entry);
    }
    return [...entries.values()];
  }

  /** The amounts a union paid of pools and refunds, by id, with activity titles and entries. */
  async paidOf(
    tx: Transaction,
    unionId: string,
    poolIds: readonly string[],
  ): Promise<Map<string, PaidOfPool>> {
    const rows: {
      id: string;
      title: string | null;
      approved_at: Date;
      entry_id: string | null;
      is_touching: boolean;
      bills: number;
      paid: { fund: AccountFund; amount: string }[];
    }[] = await tx.sql.query(
      `SELECT p.id, coalesce(p.title, a.title) AS title, p.approved_at, p.entry_id, ${isTouching('p.entry_id')} AS is_touching,
              (SELECT count(*)::int FROM cost_item i WHERE i.cost_pool_id = p.id AND i.payer_kind = 'union'
                 AND i.payer_id = $1) AS bills,
              (SELECT coalesce(json_agg(json_build_object('fund', f.income_kind, 'amount', f.amount::text)
                                        ORDER BY f.income_kind), '[]')
               FROM (SELECT income_kind, sum(amount_fen) AS amount FROM cost_item WHERE cost_pool_id = p.id
                       AND payer_kind = 'union' AND payer_id = $1 GROUP BY income_kind) AS f) AS paid
       FROM cost_pool p LEFT JOIN activity_ref a ON a.id = p.activity_id WHERE p.id = ANY($2)
       UNION ALL
       SELECT f.id, coalesce(p.title, a.title), f.posted_at, f.entry_id, ${isTouching('f.entry_id')}, 0, '[]'
       FROM refund f JOIN cost_pool p ON p.id = f.cost_pool_id LEFT JOIN activity_ref a ON a.id = p.activity_id
       WHERE f.id = ANY($2)`,
      [unionId, poolIds],
    );
    return new Map(
      rows.map(({ id, title, approved_at: at, entry_id: entryId, is_touching: isOwn, bills, paid }) => [
        id,
        {
          costPoolId: id,
          title: title ?? '',
          at,
          entryId,
          isTouching: isOwn,
          bills,
          paid: paid.map(({ fund, amount }) => ({ incomeKind: fund, amount: BigInt(amount) })),
        },
      ]),
    );
  }
}

function entryOf(row: LegRow): TouchingEntry & { readonly legs: OwnLeg[] } {
  return {
    entryId: row.entry_id,
    kind: row.kind,
    isReversal: row.is_reversal,
    title: row.title,
    on: row.posted_on,
    at: row.posted_at,
    sourceId: row.source_id,
    legs: [],
  };
}
