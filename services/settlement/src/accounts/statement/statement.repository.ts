import { Injectable } from '@nestjs/common';
import type { EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import type { Party } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';

export interface StatementRow {
  /** Null for costs that left no debts, so that nothing was posted. */
  readonly entry_id: string | null;
  readonly kind: EntryKind;
  readonly title: string;
  readonly posted_on: string;
  readonly amount: bigint;
  readonly activity_id: string | null;
  readonly cost_pool_id: string | null;
  readonly loan_id: string | null;
  readonly share_fen: bigint | null;
  readonly paid_fen: bigint | null;
  readonly counterparty: string | null;
}

/** The party and the inclusive period of a statement. */
interface StatementQuery {
  readonly party: Party;
  readonly from: string;
  readonly to: string;
  readonly linesMax: number;
}

/** The maximum number of lines in a response; a file holds more. */
export const statementLinesMax = 1_000;

/** The party key used in rules and payments. */
const keySql = `$1::text || ':' || $2::uuid`;

/**
 * The change of a party's balance by each posting: credits increase it and debits decrease it. Postings repeat the
 * day, so each side is answered by its index alone, regardless of other postings.
 * @param when the condition on the day, e.g. `<= $3`; $1 and $2 are the kind and id of the party
 */
const sidesSql = (when: string): string => `
  SELECT p.entry_id, p.posted_on, p.amount_fen AS amount FROM account a JOIN posting p ON p.credit_account = a.id
  WHERE a.party_kind = $1 AND a.party_id = $2 AND p.posted_on ${when}
  UNION ALL
  SELECT p.entry_id, p.posted_on, -p.amount_fen FROM account a JOIN posting p ON p.debit_account = a.id
  WHERE a.party_kind = $1 AND a.party_id = $2 AND p.posted_on ${when}`;

/**
 * Entries of costs, or of refunds, for which the party's share equals its payments: they do not touch its accounts
 * but are part of its activities' costs.
 */
const untouchedSql = `
  SELECT e.id AS entry_id, e.posted_on, 0::bigint AS amount
  FROM cost_share share
  CROSS JOIN LATERAL (
    SELECT share.cost_pool_id AS id WHERE share.amount_fen > 0
    UNION ALL
    SELECT r.id FROM refund r JOIN refund_part b ON b.refund_id = r.id AND b.position = share.position
    WHERE r.cost_pool_id = share.cost_pool_id AND b.amount_fen > 0) AS source
  JOIN entry o ON o.source_id = source.id AND o.kind IN ('costs', 'refund')
  CROSS JOIN LATERAL (
    SELECT o.id, o.posted_on UNION ALL SELECT t.id, t.posted_on FROM entry t WHERE t.reversal_of = o.id) AS e
  WHERE share.party_kind = $1 AND share.party_id = $2 AND e.posted_on BETWEEN $3 AND $4
    AND NOT EXISTS (SELECT 1 FROM posting p JOIN account a ON a.id IN (p.debit_account, p.credit_account)
                    WHERE p.entry_id = e.id AND a.party_kind = $1 AND a.party_id = $2)`;

@Injectable()
export class StatementRepository {
  /** The balance of all of a party's accounts at the end of a day, or at its beginning. */
  async balance(
    tx: Transaction,
    party: Party,
    until: { readonly day: string; readonly isIncluded: boolean },
  ): Promise<bigint> {
    const [row] = (await tx.sql.query(
      `SELECT coalesce(sum(s.amount), 0)::bigint AS balance
       FROM (${sidesSql(until.isIncluded ? '<= $3' : '< $3')}) AS s`,
      [party.kind, party.id, until.day],
    )) as [{ balance: bigint }];
    return row.balance;
  }

  /** One line per entry, oldest first; one more than the maximum, to detect truncation. */
  lines(tx: Transaction, { party, from, to, linesMax }: StatementQuery): Promise<StatementRow[]> {
    return tx.sql.query(
      `WITH s AS MATERIALIZED (
         SELECT entry_id, posted_on, sum(amount)::bigint AS amount
         FROM (${sidesSql('BETWEEN $3 AND $4')} UNION ALL ${untouchedSql}) AS sides
         GROUP BY entry_id, posted_on ORDER BY posted_on, entry_id LIMIT $5
       )
       SELECT e.id AS entry_id, e.kind, e.title, e.posted_on, s.amount,
              pool.activity_id, pool.id AS cost_pool_id, coalesce(damage.loan_id, loan.id) AS loan_id,
              CASE WHEN refund.id IS NULL THEN coalesce(share.amount_fen, 0) ELSE -coalesce(part.amount_fen, 0) END
                + CASE WHEN pool.terms -> 'rule' ->> 'source' = ${keySql}
                       THEN coalesce(-refund.subsidy_fen, pool.subsidy_fen) ELSE 0 END AS share_fen,
              (SELECT sum(CASE WHEN refund.id IS NULL THEN i.amount_fen ELSE -l.amount_fen END)
                 FROM cost_item i LEFT JOIN refund_line l ON l.refund_id = refund.id AND l.item_id = i.id
                 WHERE i.cost_pool_id = pool.id AND i.payer_kind = $1 AND i.payer_id = $2)::bigint AS paid_fen,
              CASE WHEN pay.payer = ${keySql} THEN pay.payee
                   WHEN pay.id IS NOT NULL THEN pay.payer
                   WHEN given.receiver_union_id = $2 THEN 'union:' || given.giver_union_id
                   WHEN given.id IS NOT NULL THEN 'union:' || given.receiver_union_id
                   WHEN coalesce(damage.borrower_union_id, loan.borrower_union_id) = $2
                     THEN 'union:' || coalesce(damage.owner_union_id, loan.owner_union_id)
                   ELSE 'union:' || coalesce(damage.borrower_union_id, loan.borrower_union_id) END AS counterparty
       FROM s JOIN entry e ON e.id = s.entry_id
       LEFT JOIN refund ON refund.id = e.source_id
       LEFT JOIN cost_pool pool ON pool.id = coalesce(refund.cost_pool_id, e.source_id)
       LEFT JOIN cost_share share ON share.cost_pool_id = pool.id AND share.party_kind = $1 AND share.party_id = $2
       LEFT JOIN refund_part part ON part.refund_id = refund.id AND part.position = share.position
       LEFT JOIN payment pay ON pay.id = e.source_id
       LEFT JOIN loan_damage damage ON damage.id = e.source_id
       LEFT JOIN loan_ref loan ON loan.id = e.source_id
       LEFT JOIN subsidy_move move ON move.id = e.source_id
       LEFT JOIN subsidy given ON given.id = coalesce(move.subsidy_id, e.source_id)
       ORDER BY s.posted_on, s.entry_id`,
      [party.kind, party.id, from, to, linesMax + 1],
    );
  }

  /**
   * Costs that left no debts because every party paid its own share, so that nothing was posted. Sorted by the day of
   * approval, oldest first; refunds by the day they were posted.
   */
  unposted(tx: Transaction, { party, from, to, linesMax }: StatementQuery): Promise<StatementRow[]> {
    return tx.sql.query(
      `SELECT NULL::uuid AS entry_id, u.kind, coalesce(u.title, a.title) AS title, u.posted_on, 0::bigint AS amount, u.activity_id, u.cost_pool_id,
              NULL::uuid AS loan_id, u.fen AS share_fen, u.fen AS paid_fen, NULL::text AS counterparty
       FROM (
         SELECT 'costs' AS kind, p.activity_id, p.title, p.id AS cost_pool_id, share.amount_fen AS fen,
                (p.approved_at AT TIME ZONE 'Asia/Shanghai')::date AS posted_on
         FROM cost_share share JOIN cost_pool p ON p.id = share.cost_pool_id
         WHERE share.party_kind = $1 AND share.party_id = $2 AND share.amount_fen > 0
           AND p.state = 'approved' AND p.entry_id IS NULL
         UNION ALL
         SELECT 'refund', p.activity_id, p.title, p.id, -b.amount_fen, (r.posted_at AT TIME ZONE 'Asia/Shanghai')::date
         FROM cost_share share JOIN cost_pool p ON p.id = share.cost_pool_id JOIN refund r ON r.cost_pool_id = p.id
         JOIN refund_part b ON b.refund_id = r.id AND b.position = share.position
         WHERE share.party_kind = $1 AND share.party_id = $2 AND b.amount_fen > 0
           AND r.state = 'posted' AND r.entry_id IS NULL) AS u
       LEFT JOIN activity_ref a ON a.id = u.activity_id
       WHERE u.posted_on BETWEEN $3 AND $4 ORDER BY u.posted_on, u.cost_pool_id LIMIT $5`,
      [party.kind, party.id, from, to, linesMax + 1],
    );
  }
}
