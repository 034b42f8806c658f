import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  costPoolContract,
  type CostPoolOrder,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import {
  paymentContract,
  type PaymentOrder,
} from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { ownerOf, rowsSorted, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { holder, knownNetwork } from './network.fixture.js';
import { startSettlement } from './settlement.fixture.js';

/** More than are looked up one by one. */
const unions = 300;
const rows = 6_000;
const pageRows = 50;
/** As many as are compared with what the table says. */
const comparedRows = 400;

let settlement: ServiceFixture;
let owner: DataSource;
let root: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  ({ root } = await knownNetwork(settlement, 2));
  owner = await ownerOf(settlement);
  await owner.query(
    `INSERT INTO union_ref (id, version, path, name, active)
     SELECT gen_random_uuid(), 1, '1.77.' || n || '.', '工会' || n, true FROM generate_series(1, ${unions}) n`,
  );
  await plantBills();
  await plantPayments();
  await owner.query('ANALYZE cost_pool; ANALYZE cost_pool_union; ANALYZE payment; ANALYZE union_ref');
});

afterAll(async () => {
  await owner?.destroy();
  await settlement?.stop();
});

const numberedUnions = `numbered AS (
  SELECT id, row_number() OVER (ORDER BY path) - 1 AS n FROM union_ref WHERE path LIKE '1.77.%')`;

/** Every seventh is open and has no total; of the others many have the same. None has shares, which nothing here reads. */
async function plantBills(): Promise<void> {
  await owner.query('ALTER TABLE cost_pool DISABLE TRIGGER USER');
  await owner.query(
    `WITH ${numberedUnions}
     INSERT INTO cost_pool (id, version, kind, title, spent_on, union_id, terms, state, parties_hash, rotation, sequence,
       total_fen, submitted_by, submitted_at, approved_by, approved_at, created_at)
     SELECT gen_random_uuid(), 1, 'shared', '第' || b.n || '笔', current_date, u.id, '{}',
       CASE WHEN b.n % 7 = 0 THEN 'open' ELSE 'approved' END, 'parties ' || b.n, 0, 0,
       CASE WHEN b.n % 7 > 0 THEN (b.n * 31 % 97) * 100 END,
       CASE WHEN b.n % 7 > 0 THEN gen_random_uuid() END, CASE WHEN b.n % 7 > 0 THEN now() END,
       CASE WHEN b.n % 7 > 0 THEN gen_random_uuid() END,
       CASE WHEN b.n % 7 > 0 THEN timestamptz '2026-11-01' + (b.n * 17 % 499) * interval '1 hour' END, now()
     FROM generate_series(1, ${rows}) AS b(n) JOIN numbered u ON u.n = b.n % ${unions}`,
  );
  await owner.query(
    `INSERT INTO cost_pool_union (cost_pool_id, union_id) SELECT id, union_id FROM cost_pool ON CONFLICT DO NOTHING`,
  );
  await owner.query('ALTER TABLE cost_pool ENABLE TRIGGER USER');
}

async function plantPayments(): Promise<void> {
  const runId = newId();
  await owner.query(
    `INSERT INTO netting_run (id, version, mode, union_id, period_from, period_to, state, transfers, created_by, created_at,
       confirmed_by, confirmed_at)
     VALUES ($1, 1, 'bilateral', $2, current_date, current_date, 'confirmed', '[]', gen_random_uuid(), now(),
       gen_random_uuid(), now())`,
    [runId, root.id],
  );
  await owner.query(
    `WITH ${numberedUnions}
     INSERT INTO payment (id, version, run_id, union_id, payer, payer_union_id, payee, payee_union_id, amount_fen, state,
       created_at, due_on)
     SELECT gen_random_uuid(), 1, $1, $2, 'union:' || payer.id, payer.id, 'union:' || payee.id, payee.id,
       1 + p.n * 31 % 97, 'open', now(), date '2026-11-01' + p.n * 17 % 89
     FROM generate_series(0, ${rows - 1}) AS p(n) JOIN numbered payer ON payer.n = p.n % ${unions}
       JOIN numbered payee ON payee.n = (p.n + 1 + p.n / ${unions}) % ${unions}`,
    [runId, root.id],
  );
}

type Listed = (request: {
  readonly limit: number;
  readonly cursor?: string;
}) => Promise<{ readonly items: readonly { readonly id: string }[]; readonly nextCursor: string | null }>;

const bills =
  (order: CostPoolOrder, reader: Actor): Listed =>
  (page) =>
    settlement.ask(costPoolContract.list, { ...page, order }, reader);
const payments =
  (order: PaymentOrder, reader: Actor): Listed =>
  (page) =>
    settlement.ask(paymentContract.list, { ...page, order }, reader);

async function idsOf(list: Listed): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Listed>> = await list({
      limit: pageRows,
      ...(cursor === null ? {} : { cursor }),
    });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor !== null && ids.length < comparedRows);
  return ids;
}

const auditorAt = (path: string): Actor =>
  holder('auditor', { id: newId(), path } as Parameters<typeof holder>[1]);

const billsOf = `cost_pool p JOIN cost_pool_union w ON w.cost_pool_id = p.id JOIN union_ref u ON u.id = w.union_id`;
const paymentsOf = `payment p JOIN union_ref u ON u.id IN (p.payer_union_id, p.payee_union_id)`;

describe.each([
  ['bills', 'total', 'total_fen', billsOf, bills],
  ['bills', '-total', 'total_fen', billsOf, bills],
  ['bills', 'approvedAt', 'approved_at', billsOf, bills],
  ['bills', '-approvedAt', 'approved_at', billsOf, bills],
  ['payments', 'amount', 'amount_fen', paymentsOf, payments],
  ['payments', '-amount', 'amount_fen', paymentsOf, payments],
  ['payments', 'dueOn', 'due_on', paymentsOf, payments],
  ['payments', '-dueOn', 'due_on', paymentsOf, payments],
] as const)('the list of %s by %s', (_what, order, column, table, listOf) => {
  const list = listOf as (order: string, reader: Actor) => Listed;
  const direction = order.startsWith('-') ? 'DESC' : 'ASC';

  it.each([
    ['of everything', '1.'],
    ['of many unions', '1.77.'],
    ['of one union', '1.77.5.'],
  ])(
    'is the same page by page as in one go, to a reach %s; whatever has no value stands last',
    async (_reach, path) => {
      const expected: { id: string }[] = await owner.query(
        `SELECT p.id FROM ${table} WHERE starts_with(u.path, $1) GROUP BY p.id
       ORDER BY p.${column} ${direction} NULLS LAST, p.id ${direction} LIMIT ${comparedRows}`,
        [path],
      );
      expect(expected.length).toBeGreaterThan(0);
      const ids = await idsOf(list(order, auditorAt(path)));
      expect(ids.slice(0, comparedRows)).toEqual(expected.map(({ id }) => id));
    },
  );

  it('is walked along an index for whoever sees all of it: nothing is sorted', async () => {
    const page = list(order, auditorAt('1.'));
    const ofTable = listOf === bills ? 'cost_pool' : 'payment';
    expect(await rowsSorted(settlement.dataSource, ofTable, () => page({ limit: pageRows }))).toBe(0);
  });
});

it('bills without a total stand last, and are paged through like all others', async () => {
  const { items } = await settlement.ask(
    costPoolContract.list,
    { order: '-total', limit: 200 },
    auditorAt('1.77.7.'),
  );
  const totals = items.map(({ total }) => total);
  const known = totals.filter((total) => total !== null);
  expect(known.length).toBeLessThan(totals.length);
  expect(totals.slice(known.length).every((total) => total === null)).toBe(true);
  expect(await idsOf((page) => bills('-total', auditorAt('1.77.7.'))({ ...page, limit: 3 }))).toEqual(
    items.map(({ id }) => id),
  );
});

it('a cursor of another order is refused: it would mean another place', async () => {
  const reader = auditorAt('1.');
  const { nextCursor } = await settlement.ask(costPoolContract.list, { order: 'total', limit: 1 }, reader);
  const cursor = nextCursor ?? '';
  for (const request of [{ order: '-total' as const, cursor }, { cursor }])
    await expect(settlement.ask(costPoolContract.list, request, reader)).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
});
