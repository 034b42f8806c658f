import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  nettingPreviewContract,
  type PreviewNettingRequest,
} from '@gongxiang/contracts/settlement/clearing/netting-preview.contract';
import { splitTreeContract } from '@gongxiang/contracts/settlement/splits/split-tree.contract';
import {
  type PreviewSplitRequest,
  splitContract,
} from '@gongxiang/contracts/settlement/splits/split.contract';
import { toWire } from '@gongxiang/domain';
import { Threads } from '@gongxiang/messaging/threads';
import { actorWith, type ServiceFixture, watchEventLoop } from '@gongxiang/testing';
import { startSettlement } from '../../settlement.fixture.js';
import { spinning } from './preview.fixture.js';

let settlement: ServiceFixture;
const someone = actorWith();

beforeAll(async () => {
  settlement = await startSettlement();
});
afterAll(() => settlement.stop());

const split = (request: unknown, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  settlement.ask(splitContract.preview, request as PreviewSplitRequest, someone, { locale });

const three = [
  { id: 'A', headcount: 47 },
  { id: 'B', headcount: 31 },
  { id: 'C', headcount: 9 },
];

describe('the preview of a split', () => {
  it('answers shares with their traces in the language of the caller', async () => {
    // 1,000,000 · 47/87 = 540229.885…, 356321.839…, 103448.275…: the two odd fen go to A and B.
    const request = { total: toWire(1_000_000n), parties: three, rotation: 0, rule: { kind: 'headcount' } };
    expect(await split(request)).toEqual({
      shares: [
        {
          party: 'A',
          amount: toWire(540_230n),
          trace: ['¥10,000.00按人数47/87分摊：¥5,402.30', '其中 1 分是除不尽多出的，给零头最大的几方'],
        },
        {
          party: 'B',
          amount: toWire(356_322n),
          trace: ['¥10,000.00按人数31/87分摊：¥3,563.22', '其中 1 分是除不尽多出的，给零头最大的几方'],
        },
        { party: 'C', amount: toWire(103_448n), trace: ['¥10,000.00按人数9/87分摊：¥1,034.48'] },
      ],
      subsidy: null,
    });
    const english = await split(request, 'en');
    expect(english.shares[2]?.trace).toEqual(['¥10,000.00 by headcount 9/87: ¥1,034.48']);
  });

  it('takes every kind of rule, nested, with caps', async () => {
    const rule = {
      kind: 'subsidyFirst',
      source: 'D',
      percent: '50',
      upTo: null,
      rest: {
        kind: 'hostShare',
        party: 'A',
        percent: '30',
        rest: { kind: 'fixed', amounts: { B: toWire(1n) }, rest: { kind: 'ratio', weights: { B: 1, C: 1 } } },
      },
    };
    // 100 − 50 = 50; A 15; of 35: B 1 fixed, 34 left: 17 each.
    const { shares, subsidy } = await split({
      total: toWire(100n),
      parties: three,
      rule,
      caps: { B: toWire(18n) },
    });
    expect(subsidy).toEqual(toWire(50n));
    expect(shares.map(({ amount }) => amount.amount)).toEqual(['15', '18', '17']);
  });

  it.each<{ what: string; rule: object; code: string; pointer: string }>([
    {
      what: 'a kind that is unknown',
      rule: { kind: 'magic' },
      code: 'VALIDATION_FAILED',
      pointer: '/rule/kind',
    },
    {
      what: 'a ratio without weights',
      rule: { kind: 'ratio' },
      code: 'VALIDATION_FAILED',
      pointer: '/rule/weights',
    },
    {
      what: 'a field of another kind',
      rule: { kind: 'equal', percent: '3' },
      code: 'VALIDATION_FAILED',
      pointer: '/rule/percent',
    },
    {
      what: 'a negative weight',
      rule: { kind: 'ratio', weights: { A: -1 } },
      code: 'WEIGHT_INVALID',
      pointer: '/rule/weights/A',
    },
    {
      what: 'an unknown party',
      rule: { kind: 'ratio', weights: { constructor: 1 } },
      code: 'UNKNOWN_PARTY',
      pointer: '/rule/weights/constructor',
    },
    {
      what: 'E78: another currency',
      rule: { kind: 'fixed', amounts: { A: { amount: '1', currency: 'JPY' } }, rest: { kind: 'equal' } },
      code: 'CURRENCY_UNSUPPORTED',
      pointer: '/rule/amounts/A/currency',
    },
  ])('refuses $what', async ({ rule, code, pointer }) => {
    await expect(split({ total: toWire(1n), parties: three, rule })).rejects.toMatchObject({
      code,
      errors: [{ pointer }],
    });
  });

  it.each([9, 20])('refuses a rule of %d levels as too deep', async (levels) => {
    let rule: object = { kind: 'headcount' };
    for (let level = 1; level < levels; level += 1) rule = { kind: 'headcount', else: rule };
    await expect(split({ total: toWire(1n), parties: three, rule })).rejects.toMatchObject({
      code: 'RULE_TOO_DEEP',
    });
  });

  it('refuses nobody who is signed in, and everybody who is not', async () => {
    const request = { total: toWire(1n), parties: three, rule: { kind: 'equal' as const } };
    await expect(settlement.ask(splitContract.preview, request, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });
});

describe('a preview that asks for much', () => {
  const tiersOf = (count: number) => ({
    kind: 'tiers',
    tiers: Array.from({ length: count }, (_, index) => ({
      upTo: index === count - 1 ? null : toWire(BigInt(index + 1) * 100_000n),
      rule: { kind: 'equal' },
    })),
  });
  const parties = Array.from({ length: 1_000 }, (_, index) => ({ id: `P${index}` }));

  it('is refused where its explanation would be longer than an answer may be, and the service lives on', async () => {
    const request = { total: toWire(100_000_000n), parties, rule: tiersOf(255) };
    await expect(split(request)).rejects.toMatchObject({
      code: 'TOO_MANY',
      params: { max: 40_000 },
      errors: [{ pointer: '/parties' }],
    });
    expect((await split({ ...request, rule: { kind: 'equal' } })).shares).toHaveLength(1_000);
  });

  it('of one person waits for their own sums alone, and is refused where nine are under way', async () => {
    const [greedy, other] = [actorWith(), actorWith()];
    const small = { total: toWire(1n), parties: three, rule: { kind: 'equal' as const } };
    const large = { ...small, parties: parties.slice(0, 51) };
    const asker = { person: greedy.personId, deadline: Infinity };
    let done = 0;
    const sums = Array.from({ length: 9 }, () =>
      settlement.app
        .get(Threads)
        .run(spinning, 400, asker)
        .then(() => (done += 1)),
    );
    await expect(settlement.ask(splitContract.preview, large, greedy)).rejects.toMatchObject({
      code: 'BUSY',
    });
    expect((await settlement.ask(splitContract.preview, large, other)).shares).toHaveLength(51);
    expect((await settlement.ask(splitContract.preview, small, greedy)).shares).toHaveLength(3);
    expect(done).toBeLessThan(9);
    await Promise.all(sums);
    expect((await settlement.ask(splitContract.preview, large, greedy)).shares).toHaveLength(51);
  });
});

describe('the tree of a preview', () => {
  const tree = (request: object) =>
    settlement.ask(splitTreeContract.preview, request as PreviewSplitRequest, someone);

  it('says of each node what came to it and what it gave to whom, tiers and rules that were not needed among them', async () => {
    // 10.00 to the first tier, equally: 3.34, 3.33, 3.33; 5.00 to the second by use, which is nobody's: 5.00 to B as fixed.
    const { nodes, shares } = await tree({
      total: toWire(1_500n),
      parties: three.map((party) => ({ ...party, usage: 0 })),
      rule: {
        kind: 'tiers',
        tiers: [
          { upTo: toWire(1_000n), rule: { kind: 'headcount', else: { kind: 'equal' } } },
          {
            upTo: toWire(9_000n),
            rule: {
              kind: 'usage',
              else: { kind: 'fixed', amounts: { B: toWire(500n) }, rest: { kind: 'equal' } },
            },
          },
          { upTo: null, rule: { kind: 'equal' } },
        ],
      },
    });
    expect(
      nodes.map(({ pointer, kind, reached, gifts }) => [
        pointer,
        kind,
        reached?.amount ?? null,
        gifts.map(({ amount }) => amount.amount).join('+'),
      ]),
    ).toEqual([
      ['/rule', 'tiers', '1500', ''],
      // 1000 by 47 : 31 : 9 of 87: 540.2, 356.3, 103.4; the odd fen to C.
      ['/rule/tiers/0/rule', 'headcount', '1000', '540+356+104'],
      ['/rule/tiers/0/rule/else', 'equal', null, ''],
      ['/rule/tiers/1/rule', 'usage', '500', ''],
      ['/rule/tiers/1/rule/else', 'fixed', '500', '500'],
      ['/rule/tiers/1/rule/else/rest', 'equal', '0', '0+0+0'],
      ['/rule/tiers/2/rule', 'equal', null, ''],
    ]);
    expect(nodes[1]).toMatchObject({ tier: 1, tierFrom: toWire(0n), tierUpTo: toWire(1_000n) });
    expect(nodes[6]).toMatchObject({ tier: 3, tierFrom: toWire(9_000n), tierUpTo: null });
    expect(shares.map(({ amount }) => amount.amount)).toEqual(['540', '856', '104']);
  });

  it('is refused where nobody could read it, while the shares alone are told', async () => {
    const tiers = Array.from({ length: 20 }, (_, index) => ({
      upTo: index === 19 ? null : toWire(BigInt(index + 1) * 1_000n),
      rule: { kind: 'equal' },
    }));
    const parties = Array.from({ length: 600 }, (_, index) => ({ id: `P${index}` }));
    const request = { total: toWire(100_000n), parties, rule: { kind: 'tiers', tiers } };
    await expect(tree(request)).rejects.toMatchObject({ code: 'TOO_MANY', params: { max: 10_000 } });
    expect((await split(request)).shares).toHaveLength(600);
  });

  it('names everything that is wrong at once, each at its node', async () => {
    const asked = tree({
      total: toWire(100n),
      parties: three,
      rule: {
        kind: 'hostShare',
        party: 'X',
        percent: '101',
        rest: { kind: 'ratio', weights: { A: -1, Y: 2 } },
      },
      caps: { Z: toWire(1n) },
    });
    await expect(asked).rejects.toMatchObject({
      errors: [
        { pointer: '/rule/party', code: 'UNKNOWN_PARTY' },
        { pointer: '/rule/percent', code: 'PERCENT_FORMAT' },
        { pointer: '/rule/rest/weights/A', code: 'WEIGHT_INVALID' },
        { pointer: '/rule/rest/weights/Y', code: 'UNKNOWN_PARTY' },
        { pointer: '/caps/Z', code: 'UNKNOWN_PARTY' },
      ],
    });
    const shape = tree({
      total: toWire(1n),
      parties: three,
      rule: { kind: 'fixed', rest: { kind: 'hostShare', rest: { kind: 'equal', percent: '3' } } },
    });
    await expect(shape).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [
        { pointer: '/rule/amounts' },
        { pointer: '/rule/rest/party' },
        { pointer: '/rule/rest/percent' },
        { pointer: '/rule/rest/rest/percent' },
      ],
    });
  });
});

describe('the preview of a netting', () => {
  const debts = [
    { from: 'B', to: 'A', amount: toWire(4_000n) },
    { from: 'C', to: 'A', amount: toWire(4_000n) },
    { from: 'C', to: 'B', amount: toWire(2_500n) },
  ];

  it('E73: answers transfers, balances and the way from the one to the other', async () => {
    const view = await settlement.ask(
      nettingPreviewContract.preview,
      { mode: 'fewest', hub: null, debts },
      someone,
    );
    expect(view).toMatchObject({
      transfers: [
        { from: 'B', to: 'A', amount: toWire(1_500n) },
        { from: 'C', to: 'A', amount: toWire(6_500n) },
      ],
      balances: { A: '8000', B: '-1500', C: '-6500' },
      optimal: true,
    });
    expect(view.trace).toContain('C付给A¥65.00');
  });

  it('of twenty parties with the fewest transfers lets everybody in meanwhile: the event loop keeps going round', async () => {
    // No subset but all of them is level, so each of the million subsets is looked at.
    const many = Array.from({ length: 19 }, (_, index) => ({
      from: `P${index}`,
      to: 'P19',
      amount: toWire(2n ** BigInt(index)),
    }));
    const request: PreviewNettingRequest = { mode: 'fewest', debts: many };
    let transfers = 0;
    const { rounds, longestShare } = await watchEventLoop(async () => {
      const view = await settlement.ask(nettingPreviewContract.preview, request, someone);
      transfers = view.transfers.length;
    });
    expect(transfers).toBe(19);
    expect(longestShare).toBeLessThan(1 / 4);
    expect(rounds).toBeGreaterThan(20);
  });

  it('says nothing of the fewest where it does not look for them', async () => {
    const view = await settlement.ask(nettingPreviewContract.preview, { mode: 'bilateral', debts }, someone);
    expect(view.optimal).toBeNull();
    expect(view.transfers).toHaveLength(3);
  });

  it.each([
    { what: 'owing oneself', debt: { from: 'A', to: 'A', amount: toWire(1n) }, code: 'SELF_DEBT' },
    { what: 'nothing', debt: { from: 'A', to: 'B', amount: toWire(0n) }, code: 'AMOUNT_NOT_POSITIVE' },
  ])('refuses $what', async ({ debt, code }) => {
    const request = { mode: 'fewest' as const, debts: [debt] };
    await expect(settlement.ask(nettingPreviewContract.preview, request, someone)).rejects.toMatchObject({
      code,
    });
  });
});
