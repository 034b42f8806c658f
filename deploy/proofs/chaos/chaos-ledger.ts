import type { TrialBalanceView } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import type { Client } from '../../demo/tools/client.js';
import { rowsOf } from '../rows.js';
import { type Violation } from './chaos-checks.js';
import type { TestPlatform } from '../test-platform.js';

/** Every entry that was ever seen, with a digest of what it says. */
export type SeenEntries = Map<string, string>;

/**
 * The books: the sum over all accounts is zero, what was approved, confirmed or settled is posted exactly once and with
 * its amounts, and nothing that was once read has changed since.
 * @param seen grows by what is there now
 */
export async function ledgerViolations(
  platform: TestPlatform,
  operator: Client,
  seen: SeenEntries,
): Promise<Violation[]> {
  return [
    ...(await trialViolations(operator)),
    ...(await postedViolations(platform)),
    ...(await changedViolations(platform, seen)),
  ];
}

async function trialViolations(operator: Client): Promise<Violation[]> {
  const trial = await operator.get<TrialBalanceView>('/ledger/trial-balance');
  const isLevel =
    trial.balanced && trial.difference.amount === '0' && trial.debits.amount === trial.credits.amount;
  return isLevel ? [] : [`unlevel: the trial balance differs by ${trial.difference.amount} fen`];
}

/**
 * For each source its entries and their sum: a pool's costs are what others bear of what its payers paid; a run's are
 * two legs for each of its bilateral balances; a payment's is its amount.
 */
async function postedViolations(platform: TestPlatform): Promise<Violation[]> {
  const rows = await rowsOf<{ what: string; id: string; due: string; entries: number; posted: string }>(
    platform,
    `WITH source AS (
       SELECT 'cost pool' AS what, p.id, 'costs' AS kind,
              (SELECT sum(greatest(paid.fen - coalesce(s.amount_fen, 0), 0)) FROM (
                 SELECT payer_kind, payer_id, sum(amount_fen) AS fen FROM settlement.cost_item i
                 WHERE i.cost_pool_id = p.id GROUP BY payer_kind, payer_id) AS paid
               LEFT JOIN settlement.cost_share s ON s.cost_pool_id = p.id
                 AND s.party_kind = paid.payer_kind AND s.party_id = paid.payer_id) AS due
       FROM settlement.cost_pool p WHERE p.state = 'approved'
       UNION ALL
       SELECT 'netting run', r.id, 'netting', (SELECT sum(2 * (t->>'amountFen')::bigint) FROM jsonb_array_elements(r.transfers) t)
       FROM settlement.netting_run r WHERE r.state = 'confirmed'
       UNION ALL
       SELECT 'payment', y.id, 'payment', y.amount_fen FROM settlement.payment y WHERE y.state = 'settled')
     SELECT what, source.id, due::text, count(DISTINCT e.id)::int AS entries, coalesce(sum(p.amount_fen), 0)::text AS posted
     FROM source LEFT JOIN settlement.entry e ON e.source_id = source.id AND e.kind = source.kind
     LEFT JOIN settlement.posting p ON p.entry_id = e.id
     GROUP BY what, source.id, due`,
  );
  return rows.flatMap(({ what, id, due, entries, posted }) => [
    ...(entries === 0 ? [`lost: ${what} ${id} is not posted`] : []),
    ...(entries > 1 ? [`twice: ${what} ${id} is posted ${entries} times`] : []),
    ...(entries === 1 && posted !== due
      ? [`wrong: ${what} ${id} is posted with ${posted} of ${due} fen`]
      : []),
  ]);
}

async function changedViolations(platform: TestPlatform, seen: SeenEntries): Promise<Violation[]> {
  const rows = await rowsOf<{ id: string; digest: string }>(
    platform,
    `SELECT e.id, md5(e::text || coalesce(
       (SELECT string_agg(p::text, '|' ORDER BY p.line) FROM settlement.posting p WHERE p.entry_id = e.id), '')) AS digest
     FROM settlement.entry e`,
  );
  const now = new Map(rows.map(({ id, digest }) => [id, digest]));
  const changed = [...seen].filter(([id, digest]) => now.get(id) !== digest);
  for (const [id, digest] of now) if (!seen.has(id)) seen.set(id, digest);
  return changed.map(([id]) => `changed: entry ${id} is no longer what it was`);
}

/** Once everything is netted and paid, nobody owes anybody anything. */
export async function unsettledViolations(platform: TestPlatform): Promise<Violation[]> {
  const rows = await rowsOf<{ account: string; balance: string }>(
    platform,
    `SELECT a.party_id || ' ' || a.purpose AS account, sum(CASE WHEN p.credit_account = a.id THEN amount_fen ELSE -amount_fen END)::text AS balance
     FROM settlement.account a JOIN settlement.posting p ON a.id IN (p.debit_account, p.credit_account)
     GROUP BY a.id HAVING sum(CASE WHEN p.credit_account = a.id THEN amount_fen ELSE -amount_fen END) <> 0`,
  );
  return rows.map(({ account, balance }) => `unlevel: account ${account} stands at ${balance} fen`);
}
