import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { shareExplanationContract } from '@gongxiang/contracts/settlement/bills/share-explanation.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { toWire } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import fc from 'fast-check';
import { approvedPool, holder, keyOf, knownNetwork } from '../../network.fixture.js';
import { at, PoolActs, tried } from '../../pool-acts.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;
let acts: PoolActs;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [a, b, c] = network.unions as [UnionState, UnionState, UnionState];
  acts = new PoolActs(settlement, a);
});
afterAll(() => settlement.stop());

/** What may happen to the chain of an activity; numbers choose among what is there. */
type Step =
  | { readonly kind: 'supplement'; readonly payer: number; readonly fen: number }
  | { readonly kind: 'refund'; readonly pool: number; readonly item: number; readonly percent: number }
  | { readonly kind: 'reverseRefund'; readonly pool: number; readonly refund: number }
  | { readonly kind: 'reversePool'; readonly pool: number };

const number = fc.nat(9);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('supplement' as const),
      payer: number,
      fen: fc.integer({ min: 1, max: 9_999 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      pool: number,
      item: number,
      percent: fc.integer({ min: 1, max: 100 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('reverseRefund' as const), pool: number, refund: number }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reversePool' as const), pool: number }) },
);

async function happen(chain: CostPoolView[], one: Step): Promise<void> {
  const [first] = chain;
  if (first === undefined) return;
  if (one.kind === 'supplement') {
    const payer = at([a, b, c], one.payer) ?? a;
    await tried(async () => chain.push(await acts.supplement(first, payer, BigInt(one.fen))));
    return;
  }
  const pool = at(chain, one.pool) ?? first;
  await tried(() => {
    if (one.kind === 'refund') return acts.refund(pool, one.item, one.percent);
    return one.kind === 'reverseRefund' ? acts.reverseRefund(pool, one.refund) : acts.reversePool(pool);
  });
}

/** What the ledger says of a party and an activity, beside what shares, bills and refunds say. */
interface Balance {
  readonly party: string;
  readonly posted: string;
  readonly due: string;
}

/** A pool whose entry was reversed counts for nothing. */
const balancesSql = `
  WITH pool AS (
    SELECT p.* FROM cost_pool p WHERE p.activity_id = $1 AND p.state IN ('approved', 'reversed')
  ), standing AS (
    SELECT p.* FROM pool p WHERE NOT EXISTS (SELECT FROM entry r WHERE r.reversal_of = p.entry_id)
  ), moved AS (
    SELECT a.party_kind || ':' || a.party_id AS party, s.amount FROM (
      SELECT credit_account AS account, amount_fen AS amount, entry_id FROM posting
      UNION ALL SELECT debit_account, -amount_fen, entry_id FROM posting
    ) AS s JOIN account a ON a.id = s.account JOIN entry e ON e.id = s.entry_id
    WHERE e.source_id IN (SELECT id FROM pool UNION ALL SELECT r.id FROM refund r JOIN pool p ON p.id = r.cost_pool_id)
  ), owed AS (
    SELECT i.payer_kind || ':' || i.payer_id AS party, i.amount_fen - i.returned_fen AS amount
      FROM cost_item i JOIN standing p ON p.id = i.cost_pool_id
    UNION ALL SELECT s.party_kind || ':' || s.party_id, -(s.amount_fen - s.returned_fen)
      FROM cost_share s JOIN standing p ON p.id = s.cost_pool_id
    UNION ALL SELECT p.terms -> 'rule' ->> 'source', -(p.subsidy_fen - p.subsidy_returned_fen)
      FROM standing p WHERE p.subsidy_fen IS NOT NULL
  )
  SELECT party, coalesce(sum(posted), 0)::text AS posted, coalesce(sum(due), 0)::text AS due FROM (
    SELECT party, amount AS posted, 0 AS due FROM moved UNION ALL SELECT party, 0, amount FROM owed
  ) AS both_sides GROUP BY party`;

async function check(activityId: string): Promise<void> {
  const balances: Balance[] = await settlement.dataSource.query(balancesSql, [activityId]);
  // Every party stands in the books exactly with what it paid and has not back, less what it bears and has not back.
  for (const { party, posted, due } of balances) expect([party, posted]).toEqual([party, due]);
  expect(balances.reduce((sum, { posted }) => sum + BigInt(posted), 0n)).toBe(0n);
  const counted: unknown[] = await settlement.dataSource.query(
    `SELECT 1 FROM cost_share s WHERE s.returned_fen <> (SELECT coalesce(sum(p.amount_fen), 0) FROM refund_part p
       JOIN refund r ON r.id = p.refund_id WHERE r.state = 'posted' AND p.cost_pool_id = s.cost_pool_id AND p.position = s.position)`,
  );
  expect(counted).toEqual([]);
}

/** The cap holds for all pools that stand, whatever came back and was taken back in between. */
async function capOf(activityId: string, union: UnionState): Promise<bigint> {
  const [row] = (await settlement.dataSource.query(
    `SELECT coalesce(sum(s.amount_fen - s.returned_fen), 0)::text AS borne FROM cost_share s JOIN cost_pool p ON p.id = s.cost_pool_id
     WHERE p.activity_id = $1 AND s.party_id = $2 AND p.state = 'approved'
       AND NOT EXISTS (SELECT FROM entry r WHERE r.reversal_of = p.entry_id)`,
    [activityId, union.id],
  )) as [{ borne: string }];
  return BigInt(row.borne);
}

/** E75: whatever came back since, and whatever was taken back, each share follows from what it was computed from. */
async function explained(chain: readonly CostPoolView[]): Promise<void> {
  for (const { id: costPoolId } of chain) {
    const asked = { costPoolId, party: keyOf(c) };
    const { reproduced } = await settlement.ask(shareExplanationContract.get, asked, holder('auditor', a));
    expect(reproduced).toBe(true);
  }
}

const cap = 4_000n;

describe('E91 E94: over random histories of a pool, its supplements, refunds and reversals', () => {
  it('the ledger is what shares and refunds say, to the fen; a cap holds; nothing is posted twice', async () => {
    const history = fc.array(step, { minLength: 4, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 9_999 }), history, async (fen, steps) => {
        const rule = {
          kind: 'subsidyFirst',
          source: keyOf(root),
          percent: '20',
          upTo: toWire(1_000n),
          rest: { kind: 'equal' },
        };
        const first = await approvedPool(settlement, {
          parties: [a, b, c],
          rule,
          caps: { [keyOf(c)]: toWire(cap) },
          bills: [
            { payer: a, fen: BigInt(fen) },
            { payer: b, fen: 1_001n },
          ],
        });
        const chain = [first];
        for (const one of steps) {
          await happen(chain, one);
          await check(first.activityId);
          expect((await capOf(first.activityId, c)) <= cap).toBe(true);
        }
        await explained(chain);
      }),
      { numRuns: 12 },
    );
    const twice: unknown[] = await settlement.dataSource.query(
      `SELECT source_id FROM entry WHERE kind <> 'reversal' GROUP BY source_id, kind HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
    const balance = await settlement.ask(ledgerContract.trialBalance, {}, holder('auditor', root));
    expect(balance).toMatchObject({ balanced: true, difference: toWire(0n) });
  });
});
