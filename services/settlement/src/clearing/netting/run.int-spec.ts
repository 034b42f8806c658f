import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { statementContract } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import {
  nettingContract,
  type NettingRunView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { paymentContract, type PaymentView } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import fc from 'fast-check';
import { approvedPool, holder, knownNetwork } from '../../network.fixture.js';
import { knownUnion, startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [a, b, c] = network.unions as [UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

const party = (union: UnionState) => ({ kind: 'union' as const, id: union.id });
const period = { periodFrom: '2026-11-01', periodTo: '2026-11-30' };

/** The golden example: A pays 120.00 for A, B and C; B pays 50.00 for B and C. */
async function twoBills(x = a, y = b, z = c): Promise<void> {
  await approvedPool(settlement, {
    parties: [x, y, z],
    rule: { kind: 'equal' },
    bills: [{ payer: x, fen: 12_000n }],
  });
  await approvedPool(settlement, {
    parties: [y, z],
    rule: { kind: 'equal' },
    bills: [{ payer: y, fen: 5_000n }],
  });
}

const propose = (request: Partial<Parameters<typeof create>[0]> = {}) =>
  create({ mode: 'fewest', ...period, unionId: root.id, ...request });
function create(request: {
  mode: 'bilateral' | 'hub' | 'fewest';
  periodFrom: string;
  periodTo: string;
  unionId: string;
  hub?: ReturnType<typeof party>;
  parties?: ReturnType<typeof party>[];
}): Promise<NettingRunView> {
  return settlement.ask(nettingContract.create, request, holder('finance', root));
}
const confirm = (run: NettingRunView, actor = holder('approver', root)) =>
  settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, actor);
const paymentsOf = async (run: NettingRunView): Promise<PaymentView[]> =>
  (await settlement.ask(paymentContract.list, { nettingRunId: run.id, limit: 200 }, holder('finance', root)))
    .items;
const inWords = (
  transfers: readonly { from: { name: string }; to: { name: string }; amount: { amount: string } }[],
) => transfers.map(({ from, to, amount }) => `${from.name}>${to.name}:${amount.amount}`);

async function settle({ id: paymentId, payer, payee }: PaymentView): Promise<PaymentView> {
  const at = (one: { id: string }): UnionState => [root, a, b, c].find(({ id }) => id === one.id) ?? root;
  await settlement.ask(
    paymentContract.confirmSent,
    { paymentId, bankReference: 'B1' },
    holder('finance', at(payer)),
  );
  return settlement.ask(paymentContract.confirmReceived, { paymentId }, holder('finance', at(payee)));
}

/** Nets and pays whatever is open. */
async function settleAll(): Promise<void> {
  const run = await propose();
  await confirm(run);
  for (const payment of await paymentsOf(run)) await settle(payment);
}

/** Balances that are not zero, by party and purpose. */
async function open(): Promise<Record<string, string>> {
  const { items } = await settlement.ask(
    ledgerContract.listAccounts,
    { limit: 200 },
    holder('finance', root),
  );
  const left = items.filter(({ balance }) => balance.amount !== '0');
  return Object.fromEntries(
    left.map(({ party: { name }, purpose, balance }) => [`${name}/${purpose}`, balance.amount]),
  );
}

describe('a netting run', () => {
  it('E73: settles the golden example by two transfers, each explained by its lines', async () => {
    await twoBills();
    expect(await open()).toEqual({
      '工会A/current': '8000',
      '工会B/current': '-1500',
      '工会C/current': '-6500',
    });
    const run = await propose();
    expect(inWords(run.transfers).sort()).toEqual(['工会B>工会A:1500', '工会C>工会A:6500']);
    expect(run).toMatchObject({ state: 'proposed', optimal: true, lineCount: 3 });
    const lines = await settlement.ask(
      nettingContract.listLines,
      { nettingRunId: run.id },
      holder('auditor', root),
    );
    expect(inWords(lines.items).sort()).toEqual(['工会B>工会A:4000', '工会C>工会A:4000', '工会C>工会B:2500']);
    expect(run.trace).toContain('工会C付给工会A¥65.00');
    await confirm(run);
    expect(await open()).toEqual({
      '工会A/clearing': '8000',
      '工会B/clearing': '-1500',
      '工会C/clearing': '-6500',
    });
    for (const payment of await paymentsOf(run))
      expect(await settle(payment)).toMatchObject({ state: 'settled' });
    expect(await open()).toEqual({});
    await expect(propose()).rejects.toMatchObject({ code: 'NOTHING_TO_NET' });
  });

  it('goes through a hub, whose clearing comes out even', async () => {
    await twoBills();
    const run = await propose({ mode: 'hub', hub: party(root) });
    expect(inWords(run.transfers).sort()).toEqual([
      '区总工会>工会A:8000',
      '工会B>区总工会:1500',
      '工会C>区总工会:6500',
    ]);
    await confirm(run);
    for (const payment of await paymentsOf(run)) await settle(payment);
    expect(await open()).toEqual({});
  });

  it('E74: takes the chosen parties alone and leaves the others untouched', async () => {
    await twoBills();
    const run = await propose({ mode: 'bilateral', parties: [party(a), party(b)] });
    expect(inWords(run.transfers)).toEqual(['工会B>工会A:4000']);
    await confirm(run);
    for (const payment of await paymentsOf(run)) await settle(payment);
    expect(await open()).toEqual({
      '工会A/current': '4000',
      '工会B/current': '2500',
      '工会C/current': '-6500',
    });
    const rest = await propose({ mode: 'bilateral' });
    await confirm(rest);
    for (const payment of await paymentsOf(rest)) await settle(payment);
    expect(await open()).toEqual({});
  });

  it('takes a balance once: of two runs about the same, the second is refused', async () => {
    await twoBills();
    const [first, second] = [await propose(), await propose()];
    const results = await Promise.allSettled([confirm(first), confirm(second)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({
      reason: { code: 'ALREADY_NETTED' },
    });
    for (const payment of [...(await paymentsOf(first)), ...(await paymentsOf(second))])
      await settle(payment);
    expect(await open()).toEqual({});
  });

  it('E83: is confirmed by another person than its author', async () => {
    await twoBills();
    const both = actorWith({
      roles: [
        ['finance', root.id, root.path],
        ['approver', root.id, root.path],
      ],
    });
    const request = { mode: 'fewest' as const, ...period, unionId: root.id };
    const run = await settlement.ask(nettingContract.create, request, both);
    await expect(confirm(run, both)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    await confirm(run);
    for (const payment of await paymentsOf(run)) await settle(payment);
  });

  it.each([
    ['a hub that is missing', { mode: 'hub' as const }, 'HUB_REQUIRED'],
    ['a period that ends before it begins', { periodTo: '2026-10-01' }, 'DATES_REVERSED'],
  ])('is refused with %s', async (_what, change, code) => {
    await twoBills();
    await expect(propose(change)).rejects.toMatchObject({ code });
    await settleAll();
  });

  it('goes through nobody who has nothing to do with its union', async () => {
    const district = await knownUnion(settlement, '1.11.');
    const [x, y] = [await knownUnion(settlement, '1.11.1.'), await knownUnion(settlement, '1.11.2.')];
    await approvedPool(settlement, {
      parties: [x, y],
      rule: { kind: 'equal' },
      bills: [{ payer: x, fen: 100n }],
    });
    const through = (hub: UnionState) =>
      settlement.ask(
        nettingContract.create,
        { mode: 'hub', ...period, unionId: district.id, hub: party(hub) },
        holder('finance', district),
      );
    await expect(through(b)).rejects.toMatchObject({ code: 'HUB_OUT_OF_REACH' });
    for (const hub of [root, district, x]) expect((await through(hub)).state).toBe('proposed');
  });
});

describe('a payment', () => {
  it('needs both sides, by two people, and is settled once', async () => {
    await twoBills();
    const run = await propose();
    await confirm(run);
    const [payment] = (await paymentsOf(run)).filter(({ payer }) => payer.id === c.id);
    const paymentId = payment?.id ?? '';
    const sent = { paymentId, bankReference: 'B1' };
    await expect(
      settlement.ask(paymentContract.confirmSent, sent, holder('finance', a)),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(
      settlement.ask(paymentContract.confirmSent, sent, holder('finance', b)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(settlement.ask(paymentContract.confirmSent, sent, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    const federation = holder('finance', root);
    expect(await settlement.ask(paymentContract.confirmSent, sent, federation)).toMatchObject({
      state: 'open',
      bankReference: 'B1',
    });
    await expect(
      settlement.ask(paymentContract.confirmReceived, { paymentId }, federation),
    ).rejects.toMatchObject({ code: 'SAME_PERSON' });
    await expect(
      settlement.ask(paymentContract.confirmReceived, { paymentId }, holder('finance', c)),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const done = await settlement.ask(paymentContract.confirmReceived, { paymentId }, holder('finance', a));
    expect(done).toMatchObject({ state: 'settled', entryId: expect.any(String) });
    await expect(
      settlement.ask(paymentContract.confirmReceived, { paymentId }, holder('finance', a)),
    ).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    for (const other of await paymentsOf(run)) if (other.state === 'open') await settle(other);
    expect(await open()).toEqual({});
  });

  it('costs its list no query of its own', async () => {
    const list = () => settlement.ask(paymentContract.list, { limit: 200 }, holder('finance', root));
    const queries = await recordQueries(settlement.dataSource, async () => {
      expect((await list()).items.length).toBeGreaterThan(5);
    });
    expect(queries.filter(({ sql }) => sql.includes('party_ref'))).toHaveLength(1);
  });

  it('that never arrived is owed again, and goes into the next run', async () => {
    await twoBills();
    const run = await propose();
    await confirm(run);
    const payments = await paymentsOf(run);
    const [failing] = payments.filter(({ payer }) => payer.id === c.id);
    for (const payment of payments) if (payment.id !== failing?.id) await settle(payment);
    const request = { paymentId: failing?.id ?? '', reason: '退票' };
    await expect(
      settlement.ask(paymentContract.fail, request, holder('finance', root)),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const failed = await settlement.ask(paymentContract.fail, request, holder('approver', root));
    expect(failed).toMatchObject({ state: 'failed', failReason: '退票' });
    expect(await open()).toEqual({ '工会A/current': '6500', '工会C/current': '-6500' });
    await expect(
      settlement.ask(
        ledgerContract.reverse,
        { entryId: failed.entryId ?? '', reason: '无' },
        holder('approver', root),
      ),
    ).rejects.toMatchObject({ code: 'REVERSE_AT_SOURCE' });
    const next = await propose();
    expect(inWords(next.transfers)).toEqual(['工会C>工会A:6500']);
    await confirm(next);
    for (const payment of await paymentsOf(next)) await settle(payment);
    expect(await open()).toEqual({});
  });
});

describe('a debt that was taken back', () => {
  const reverse = (pool: { entryId: string | null }) =>
    settlement.ask(
      ledgerContract.reverse,
      { entryId: pool.entryId ?? '', reason: '作废' },
      holder('approver', root),
    );
  const billOf = (x: UnionState, y: UnionState) =>
    approvedPool(settlement, {
      parties: [x, y],
      rule: { kind: 'equal' },
      bills: [{ payer: x, fen: 1_000n }],
    });

  it('enters no run, although its reversal lies in another period', async () => {
    const pool = await billOf(a, b);
    settlement.clock.advance(31 * 86_400_000);
    await reverse(pool);
    await expect(propose()).rejects.toMatchObject({ code: 'NOTHING_TO_NET' });
    const later = { periodFrom: '2026-12-01', periodTo: '2027-01-31' };
    await expect(propose(later)).rejects.toMatchObject({ code: 'NOTHING_TO_NET' });
    settlement.clock.advance(-31 * 86_400_000);
  });

  it('is paid by no run that was proposed before it', async () => {
    const pool = await billOf(a, b);
    const run = await propose();
    await reverse(pool);
    await expect(confirm(run)).rejects.toMatchObject({ code: 'RUN_SHARE_REVERSED' });
    expect(await paymentsOf(run)).toEqual([]);
    expect(await open()).toEqual({});
  });

  it('is owed the other way where a run had taken it, and only as far as it had', async () => {
    const pool = await approvedPool(settlement, {
      parties: [a, b, c],
      rule: { kind: 'equal' },
      bills: [{ payer: a, fen: 3_000n }],
    });
    const run = await propose({ mode: 'bilateral', parties: [party(a), party(b)] });
    await confirm(run);
    for (const payment of await paymentsOf(run)) await settle(payment);
    await reverse(pool);
    const next = await propose();
    expect(inWords(next.transfers)).toEqual(['工会A>工会B:1000']);
    expect(next.lineCount).toBe(1);
    await confirm(next);
    for (const payment of await paymentsOf(next)) await settle(payment);
    expect(await open()).toEqual({});
  });
});

describe('the statement of a union', () => {
  it('leads from the opening to the closing balance, by activity and transfer', async () => {
    const [x, y, z] = [
      await knownUnion(settlement, '1.7.', '庚'),
      await knownUnion(settlement, '1.8.', '辛'),
      await knownUnion(settlement, '1.9.', '壬'),
    ];
    await twoBills(x, y, z);
    const own = holder('finance', y);
    const request = { union: y.id, from: '2026-11-20', to: '2026-11-30' };
    const view = await settlement.ask(statementContract.get, request, own);
    // First bill: share 40.00, paid nothing. Second: share 25.00, paid 50.00.
    const lines = view.lines.map(({ title, share, paid, amount }) => [
      title,
      share?.amount,
      paid?.amount,
      amount.amount,
    ]);
    expect(lines).toEqual([
      ['夏季运动会', '4000', '0', '-4000'],
      ['夏季运动会', '2500', '5000', '2500'],
    ]);
    expect([view.opening.amount, view.closing.amount]).toEqual(['0', '-1500']);
    const run = await propose({ parties: [party(x), party(y), party(z)] });
    await confirm(run);
    const [payment] = (await paymentsOf(run)).filter(({ payer }) => payer.id === y.id);
    await settlement.ask(
      paymentContract.confirmSent,
      { paymentId: payment?.id ?? '', bankReference: 'B' },
      own,
    );
    await settlement.ask(
      paymentContract.confirmReceived,
      { paymentId: payment?.id ?? '' },
      holder('finance', x),
    );
    const after = await settlement.ask(statementContract.get, request, own);
    expect(after.lines.slice(2)).toMatchObject([
      { kind: 'netting', amount: { amount: '0' } },
      { kind: 'payment', counterparty: { name: '庚' }, amount: { amount: '1500' } },
    ]);
    expect(after.closing.amount).toBe('0');
    expect(
      await settlement.ask(statementContract.get, { ...request, from: '2026-11-21' }, own),
    ).toMatchObject({ opening: { amount: '0' }, lines: [] });
    await expect(settlement.ask(statementContract.get, request, holder('finance', x))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the statement of a union that bore just what it had paid', () => {
  it('has a line of it, with or without an entry, and adds up as before', async () => {
    const [x, y] = [await knownUnion(settlement, '1.10.', '癸'), await knownUnion(settlement, '1.11.', '子')];
    const z = await knownUnion(settlement, '1.12.', '丑');
    const rule = { kind: 'equal' };
    // X, Y and Z bear 10.00 each. X has paid 20.00 and Y 10.00: Z owes X, and Y neither owes nor is owed.
    const bills = [
      { payer: x, fen: 2_000n },
      { payer: y, fen: 1_000n },
    ];
    const pool = await approvedPool(settlement, { parties: [x, y, z], rule, bills });
    // Each has paid its half: nobody owes anything, and nothing is posted.
    const even = await approvedPool(settlement, {
      parties: [x, y],
      rule,
      bills: [
        { payer: x, fen: 700n },
        { payer: y, fen: 700n },
      ],
    });
    const request = { union: y.id, from: '2026-11-01', to: '2026-12-31' };
    const read = () => settlement.ask(statementContract.get, request, holder('finance', y));
    const inLines = async () =>
      (await read()).lines.map(({ kind, entryId, share, paid, amount }) => [
        kind,
        entryId,
        share?.amount,
        paid?.amount,
        amount.amount,
      ]);
    expect(even.entryId).toBeNull();
    expect(await inLines()).toEqual([
      ['costs', pool.entryId, '1000', '1000', '0'],
      ['costs', null, '700', '700', '0'],
    ]);
    expect((await read()).closing.amount).toBe('0');
    const reversal = { entryId: pool.entryId ?? '', reason: '作废' };
    await settlement.ask(ledgerContract.reverse, reversal, holder('approver', root));
    expect((await inLines()).filter(([kind]) => kind === 'reversal')).toEqual([
      ['reversal', expect.any(String), '-1000', '-1000', '0'],
    ]);
  });
});

describe('any pools at all', () => {
  it('sum to zero, and netting them by any mode brings every balance of the run to zero', async () => {
    const unions = [a, b, c];
    const shape = fc.record({
      mode: fc.constantFrom('bilateral' as const, 'hub' as const, 'fewest' as const),
      pools: fc.array(
        fc.record({
          weights: fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 5 })),
          bills: fc.array(fc.tuple(fc.nat(2), fc.bigInt({ min: 1n, max: 10n ** 9n })), {
            minLength: 1,
            maxLength: 3,
          }),
        }),
        { minLength: 1, maxLength: 2 },
      ),
    });
    const property = fc.asyncProperty(shape, async ({ mode, pools }) => {
      for (const { weights, bills } of pools) {
        const rule = {
          kind: 'ratio',
          weights: Object.fromEntries(
            unions.map((union, index) => [`union:${union.id}`, weights[index] ?? 0]),
          ),
        };
        const paid = bills.map(([index, fen]) => ({ payer: unions[index] ?? a, fen }));
        await approvedPool(settlement, { parties: unions, rule, bills: paid });
      }
      const request = {
        mode,
        parties: [...unions, root].map(party),
        ...(mode === 'hub' ? { hub: party(root) } : {}),
      };
      // Pools whose payers bear all of it leave nothing to net.
      const run = await propose(request).catch((error: unknown) => {
        if ((error as { code?: string }).code === 'NOTHING_TO_NET') return null;
        throw error;
      });
      if (run !== null) {
        await confirm(run);
        for (const payment of await paymentsOf(run)) await settle(payment);
      }
      const left = await open();
      expect(Object.keys(left).filter((name) => /工会[ABC]|区总/.test(name))).toEqual([]);
      expect(await settlement.ask(ledgerContract.trialBalance, {}, holder('auditor', root))).toMatchObject({
        balanced: true,
      });
    });
    await fc.assert(property, { numRuns: 5 });
  });
});

describe('who may see and do what to a run', () => {
  let nettingRunId: string;
  beforeAll(async () => {
    await twoBills();
    nettingRunId = (await propose()).id;
  });

  it.each<readonly [string, () => Actor | null, string | null]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => actorWith({ unionId: a.id, unionPath: a.path }), 'NOT_FOUND'],
    ['a stranger', () => actorWith({ roles: [['approver', newId(), '1.zz.']] }), 'NOT_FOUND'],
  ])('it is neither seen nor confirmed by %s', async (_who, actor, code) => {
    await expect(settlement.ask(nettingContract.get, { nettingRunId }, actor())).rejects.toMatchObject({
      code,
    });
    await expect(settlement.ask(nettingContract.listLines, { nettingRunId }, actor())).rejects.toMatchObject({
      code,
    });
    await expect(settlement.ask(nettingContract.confirm, { nettingRunId }, actor())).rejects.toMatchObject({
      code,
    });
  });

  it('is made by the finance of its union, and listed to those who may see it', async () => {
    const request = { mode: 'fewest' as const, ...period, unionId: root.id };
    await expect(settlement.ask(nettingContract.create, request, holder('finance', a))).rejects.toMatchObject(
      { code: 'NOT_PERMITTED' },
    );
    const ofParty = (await settlement.ask(nettingContract.list, {}, holder('finance', a))).items;
    expect(ofParty.every(({ ownPart }) => ownPart)).toBe(true);
    await expect(
      settlement.ask(nettingContract.confirm, { nettingRunId }, holder('approver', a)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const stranger = actorWith({ roles: [['finance', newId(), '1.zz.']] });
    expect((await settlement.ask(nettingContract.list, {}, stranger)).items).toEqual([]);
    expect(
      (await settlement.ask(nettingContract.list, { state: 'confirmed' }, holder('auditor', root))).items
        .length,
    ).toBeGreaterThan(0);
    const found = async (q: string) =>
      (await settlement.ask(nettingContract.list, { q, limit: 200 }, holder('auditor', root))).items;
    // By who pays or is paid, and by the union of the run; a sign of a pattern is a letter like others.
    expect((await found(a.name)).every(({ transferCount }) => transferCount > 0)).toBe(true);
    expect((await found(a.name)).length).toBeGreaterThan(0);
    expect((await found(root.name.toLowerCase())).length).toBeGreaterThan((await found(a.name)).length - 1);
    expect(await found('%')).toEqual([]);
  });
});
