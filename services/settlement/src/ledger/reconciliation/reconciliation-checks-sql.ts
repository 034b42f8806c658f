import type { ReconciliationCheck } from '@gongxiang/contracts/settlement/ledger/ledger-proof.contract';
import { baseSql, sideSql } from '../account.repository.js';

/** The balance of each account from its snapshot and later postings, compared with all its postings. */
const sums = `
  WITH ${baseSql}
  SELECT a.id::text AS subject, ${sideSql('credit')} - ${sideSql('debit')} AS stated,
    (SELECT coalesce(sum(p.amount_fen), 0) FROM posting p WHERE p.credit_account = a.id)
    - (SELECT coalesce(sum(p.amount_fen), 0) FROM posting p WHERE p.debit_account = a.id) AS found
  FROM account a`;

/** The snapshots of a month, compared with the previous month's snapshots plus the month's postings. */
const snapshots = ['debit', 'credit']
  .map(
    (side) => `
  SELECT s.account_id || ' ' || to_char(s.month, 'YYYY-MM') AS subject, s.${side}s_fen AS stated,
    coalesce((SELECT b.${side}s_fen FROM account_snapshot b WHERE b.account_id = s.account_id
              AND b.month = (s.month - interval '1 month')::date), 0)
    + coalesce((SELECT sum(p.amount_fen) FROM posting p WHERE p.${side}_account = s.account_id
                AND p.posted_on >= s.month AND p.posted_on < (s.month + interval '1 month')::date), 0) AS found
  FROM account_snapshot s JOIN ledger_period m ON m.month = s.month AND m.state = 'closed'`,
  )
  .join(' UNION ALL ');

/** After all payments of a run, the clearing balance of each party is zero again. */
const clearing = `
  SELECT r.id || ' ' || a.party_kind || ':' || a.party_id AS subject, 0 AS stated,
    sum(CASE WHEN p.credit_account = a.id THEN p.amount_fen ELSE -p.amount_fen END) AS found
  FROM netting_run r
  JOIN LATERAL (SELECT r.entry_id AS id UNION SELECT y.entry_id FROM payment y WHERE y.run_id = r.id) AS e ON e.id IS NOT NULL
  JOIN posting p ON p.entry_id = e.id
  JOIN account a ON a.id IN (p.debit_account, p.credit_account) AND a.purpose = 'clearing'
  WHERE r.state = 'confirmed' AND NOT EXISTS (SELECT 1 FROM payment y WHERE y.run_id = r.id AND y.state = 'open')
  GROUP BY r.id, a.party_kind, a.party_id`;

/**
 * A pool's total compared with its shares and bills, and each party's payments less its share compared with the
 * pool's entry.
 */
const pools = `
  SELECT c.id::text AS subject, c.total_fen AS stated,
    coalesce(c.subsidy_fen, 0) + (SELECT coalesce(sum(s.amount_fen), 0) FROM cost_share s WHERE s.cost_pool_id = c.id) AS found
  FROM cost_pool c WHERE c.state = 'approved'
  UNION ALL
  SELECT c.id || ' ' || side.party, sum(side.stated), sum(side.found)
  FROM cost_pool c CROSS JOIN LATERAL (
    SELECT i.payer_kind || ':' || i.payer_id AS party, i.amount_fen AS stated, 0 AS found
      FROM cost_item i WHERE i.cost_pool_id = c.id
    UNION ALL
    SELECT s.party_kind || ':' || s.party_id, -s.amount_fen, 0 FROM cost_share s WHERE s.cost_pool_id = c.id
    UNION ALL
    SELECT c.terms -> 'rule' ->> 'source', -c.subsidy_fen, 0 WHERE c.subsidy_fen > 0
    UNION ALL
    SELECT a.party_kind || ':' || a.party_id, 0, CASE WHEN p.credit_account = a.id THEN p.amount_fen ELSE -p.amount_fen END
      FROM posting p JOIN account a ON a.id IN (p.debit_account, p.credit_account) WHERE p.entry_id = c.entry_id) AS side
  WHERE c.state = 'approved' GROUP BY c.id, side.party`;

/** The balance of a closed account, and of every account of a closed party, is zero. */
const closedAccounts = `
  SELECT a.id::text AS subject, 0 AS stated,
    (SELECT coalesce(sum(p.amount_fen), 0) FROM posting p WHERE p.credit_account = a.id)
    - (SELECT coalesce(sum(p.amount_fen), 0) FROM posting p WHERE p.debit_account = a.id) AS found
  FROM account a WHERE a.closed_at IS NOT NULL
    OR EXISTS (SELECT 1 FROM closed_party c WHERE c.party_kind = a.party_kind AND c.party_id = a.party_id)`;

/**
 * Each check selects the compared `subject`, the `stated` amount and the amount `found` from the postings, in fen.
 * `$1` is the day of {@link baseSql} and always null, which means now.
 */
export const checkSql: Readonly<Record<ReconciliationCheck, string>> = {
  sums,
  snapshots,
  clearing,
  pools,
  closedAccounts,
};
