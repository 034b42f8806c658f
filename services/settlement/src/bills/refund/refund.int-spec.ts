import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { disclosureContract } from '@gongxiang/contracts/settlement/accounts/disclosure.contract';
import { statementContract } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import {
  costPoolContract,
  type CostPoolView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { refundContract, type RefundView } from '@gongxiang/contracts/settlement/bills/refund.contract';
import { supplementContract } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, toWire } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, bill, holder, keyOf, knownActivity, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState, far: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 4);
  root = network.root;
  [a, b, c, far] = network.unions as [UnionState, UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

interface Line {
  readonly itemId: string;
  readonly amount: { readonly amount: string; readonly currency: 'CNY' };
}
const approvedWith = (
  bills: readonly { payer: UnionState; fen: bigint }[],
  more: object = {},
): Promise<CostPoolView> =>
  approvedPool(settlement, { parties: [a, b, c], rule: { kind: 'equal' }, bills, ...more });
async function itemsOf({ id: costPoolId }: CostPoolView) {
  return (await settlement.ask(costPoolContract.listItems, { costPoolId }, holder('finance', a))).items;
}
async function lineOf(pool: CostPoolView, index: number, fen: bigint): Promise<Line> {
  return { itemId: (await itemsOf(pool))[index]?.id ?? '', amount: toWire(fen) };
}
const preview = (costPoolId: string, lines: Line[], actor: Actor | null = holder('finance', a)) =>
  settlement.ask(refundContract.preview, { costPoolId, lines }, actor);
async function propose(
  costPoolId: string,
  lines: Line[],
  { actor = holder('finance', a), creditNote = newId() as string } = {},
): Promise<RefundView> {
  const { previewHash } = await preview(costPoolId, lines);
  const request = { costPoolId, lines, reason: '少用一天', creditNote, previewHash };
  return settlement.ask(refundContract.propose, request, actor);
}
const approve = ({ costPoolId, id: refundId }: RefundView, actor = holder('approver', a)) =>
  settlement.ask(refundContract.approve, { costPoolId, refundId }, actor);
const refunded = async (pool: CostPoolView, ...lines: Line[]): Promise<RefundView> =>
  approve(await propose(pool.id, lines));
const entryOf = async (entryId: string | null): Promise<string[]> => {
  const entry = await settlement.ask(
    ledgerContract.getEntry,
    { entryId: entryId ?? '' },
    holder('finance', a),
  );
  return entry.postings.map(
    ({ debitParty, creditParty, amount }) => `${debitParty.name}>${creditParty.name}:${amount.amount}`,
  );
};
const partsOf = ({ parts }: Pick<RefundView, 'parts'>): string[] => parts.map(({ amount }) => amount.amount);

describe('E91: a refund', () => {
  it('is looked at first, with its total and each part, and proposed by what was seen', async () => {
    const pool = await approvedWith([{ payer: a, fen: 90_000n }]);
    const lines = [await lineOf(pool, 0, 30_000n)];
    const seen = await preview(pool.id, lines, holder('auditor', b));
    expect(seen).toMatchObject({ total: toWire(30_000n), lines: [{ payer: { name: '工会A' } }] });
    expect(partsOf(seen)).toEqual(['10000', '10000', '10000']);
    expect(
      seen.dues.map(({ debtor, creditor, amount }) => [debtor.name, creditor.name, amount.amount]),
    ).toEqual([
      ['工会A', '工会B', '10000'],
      ['工会A', '工会C', '10000'],
    ]);
    const request = { costPoolId: pool.id, lines, reason: '少用一天', creditNote: 'CN-1' };
    const stale = { ...request, previewHash: 'f'.repeat(64) };
    await expect(settlement.ask(refundContract.propose, stale, holder('finance', a))).rejects.toMatchObject({
      code: 'PREVIEW_STALE',
    });
    // Nothing is posted before somebody else approves it.
    const proposal = { ...request, previewHash: seen.previewHash };
    const proposed = await settlement.ask(refundContract.propose, proposal, holder('finance', a));
    expect(proposed).toMatchObject({ state: 'proposed', entryId: null });
    const posted = await approve(proposed);
    expect(await entryOf(posted.entryId)).toEqual(['工会A>工会B:10000', '工会A>工会C:10000']);
    const after = await settlement.ask(costPoolContract.get, { costPoolId: pool.id }, holder('finance', b));
    expect(after.shares.map(({ amount, returned }) => [amount.amount, returned.amount])).toEqual([
      ['30000', '10000'],
      ['30000', '10000'],
      ['30000', '10000'],
    ]);
    // Others go by what the pool comes to now.
    const published = (await settlement.recorded(settlementEvents.costPoolApproved)).at(-1);
    expect(published).toMatchObject({ costPoolId: pool.id, total: toWire(60_000n), version: after.version });
  });

  it('what was previewed is stale once another refund has come between', async () => {
    const pool = await approvedWith([{ payer: a, fen: 100n }]);
    const lines = [await lineOf(pool, 0, 50n)];
    const { previewHash } = await preview(pool.id, lines);
    await propose(pool.id, [await lineOf(pool, 0, 1n)]);
    const request = { costPoolId: pool.id, lines, reason: '少用一天', creditNote: 'CN-2', previewHash };
    await expect(settlement.ask(refundContract.propose, request, holder('finance', a))).rejects.toMatchObject(
      { code: 'PREVIEW_STALE' },
    );
  });

  it('counts a credit note once, and frees it with what is returned', async () => {
    const pool = await approvedWith([{ payer: a, fen: 100n }]);
    const lines = [await lineOf(pool, 0, 10n)];
    const { id: refundId, costPoolId } = await propose(pool.id, lines, { creditNote: 'CN-3' });
    await expect(propose(pool.id, lines, { creditNote: 'CN-3' })).rejects.toMatchObject({
      code: 'CREDIT_NOTE_DUPLICATE',
      errors: [{ pointer: '/creditNote' }],
    });
    const request = { costPoolId, refundId, reason: '凭证不清' };
    const returned = await settlement.ask(refundContract.return, request, holder('approver', a));
    expect(returned).toMatchObject({ state: 'returned', decisionReason: '凭证不清' });
    const again = await propose(pool.id, lines, { creditNote: 'CN-3' });
    const withdrawn = { costPoolId, refundId: again.id };
    expect(await settlement.ask(refundContract.withdraw, withdrawn, holder('finance', a))).toMatchObject({
      state: 'withdrawn',
    });
    await expect(approve(again)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('E83: is approved by another person than the one who proposed it', async () => {
    const pool = await approvedWith([{ payer: a, fen: 100n }]);
    const both = actorWith({
      roles: [
        ['finance', a.id, a.path],
        ['approver', a.id, a.path],
      ],
    });
    const refund = await propose(pool.id, [await lineOf(pool, 0, 10n)], { actor: both });
    await expect(approve(refund, both)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    expect(await approve(refund, holder('approver', root))).toMatchObject({ state: 'posted' });
  });

  it('E85: is posted once, however often it is approved', async () => {
    const pool = await approvedWith([{ payer: a, fen: 100n }]);
    const refund = await propose(pool.id, [await lineOf(pool, 0, 100n)]);
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => approve(refund)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows: unknown[] = await settlement.dataSource.query('SELECT 1 FROM entry WHERE source_id = $1', [
      refund.id,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe('E92: the bills of a refund', () => {
  it('are those of its pool alone', async () => {
    const pool = await approvedWith([{ payer: a, fen: 100n }]);
    const other = await approvedWith([{ payer: a, fen: 100n }]);
    await expect(preview(pool.id, [await lineOf(other, 0, 10n)])).rejects.toMatchObject({
      code: 'ITEM_NOT_IN_POOL',
      errors: [{ pointer: '/lines/0/itemId' }],
    });
    // Nor does the database take one.
    const refund = await propose(pool.id, [await lineOf(pool, 0, 10n)]);
    const { itemId } = await lineOf(other, 0, 1n);
    const forged = settlement.dataSource.query(
      'INSERT INTO refund_line (refund_id, item_id, cost_pool_id, amount_fen) VALUES ($1, $2, $3, 1)',
      [refund.id, itemId, pool.id],
    );
    await expect(forged).rejects.toThrow('refund_line');
  });

  it('belong to a pool that is approved and stands', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule: { kind: 'equal' } });
    const draft = await settlement.ask(costPoolContract.create, { activityId }, holder('finance', a));
    const item = await settlement.ask(costPoolContract.addItem, bill(draft.id, a, 10n), holder('finance', a));
    const lines = [{ itemId: item.id, amount: toWire(1n) }];
    await expect(preview(draft.id, lines)).rejects.toMatchObject({ code: 'POOL_NOT_APPROVED' });
  });
});

describe('E81: what may come back', () => {
  it('is held against each bill and each share, not against a sum', async () => {
    const pool = await approvedWith([
      { payer: a, fen: 100n },
      { payer: b, fen: 900n },
    ]);
    await propose(pool.id, [await lineOf(pool, 0, 60n)]);
    // 940 are left in all, 40 of this bill: what is proposed is spoken for.
    await expect(preview(pool.id, [await lineOf(pool, 0, 41n)])).rejects.toMatchObject({
      code: 'REFUND_ABOVE_ITEM',
      params: { excessFen: '1' },
    });
    const forged = settlement.dataSource.query(
      'UPDATE cost_share SET returned_fen = amount_fen + 1 WHERE cost_pool_id = $1',
      [pool.id],
    );
    await expect(forged).rejects.toThrow('cost_share_returned');
  });

  it('is not blocked by what was netted and paid meanwhile', async () => {
    const pool = await approvedWith([{ payer: a, fen: 900n }]);
    const run = await settlement.ask(
      nettingContract.create,
      {
        mode: 'bilateral',
        unionId: root.id,
        periodFrom: '2026-01-01',
        periodTo: '2027-12-31',
        parties: [a, b, c].map(({ id }) => ({ kind: 'union' as const, id })),
      },
      holder('finance', root),
    );
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    const refund = await refunded(pool, await lineOf(pool, 0, 900n));
    expect(await entryOf(refund.entryId)).toEqual(['工会A>工会B:300', '工会A>工会C:300']);
  });
});

describe('E94: the refund of everything', () => {
  it('is the exact negation of the entry, in one go', async () => {
    const pool = await approvedWith([{ payer: a, fen: 100n }]);
    const posted = await entryOf(pool.entryId);
    const refund = await refunded(pool, await lineOf(pool, 0, 100n));
    expect(partsOf(refund)).toEqual(pool.shares.map(({ amount }) => amount.amount));
    const turned = posted.map((leg) => leg.replace(/^(.*)>(.*):(.*)$/, '$2>$1:$3'));
    expect(await entryOf(refund.entryId)).toEqual(turned);
  });

  it('leaves nobody with anything, the source of the subsidy neither, in whatever parts it comes', async () => {
    const rule = {
      kind: 'subsidyFirst',
      source: keyOf(root),
      percent: '50',
      upTo: toWire(30n),
      rest: { kind: 'equal' },
    };
    const pool = await approvedWith(
      [
        { payer: a, fen: 71n },
        { payer: b, fen: 30n },
      ],
      { rule },
    );
    const statementOf = async (union: UnionState) => {
      const request = { union: union.id, from: '2026-01-01', to: '2027-12-31' };
      const { lines } = await settlement.ask(statementContract.get, request, holder('finance', union));
      return lines.filter(({ activityId }) => activityId === pool.activityId);
    };
    // 30 of 101 were the source's: of 40 it has 11.88 back.
    const first = await refunded(pool, await lineOf(pool, 0, 40n));
    expect(first.parts.at(-1)).toMatchObject({ role: 'subsidySource', amount: toWire(12n) });
    await refunded(pool, await lineOf(pool, 1, 30n), await lineOf(pool, 0, 1n));
    await refunded(pool, await lineOf(pool, 0, 30n));
    const { shares } = await settlement.ask(
      costPoolContract.get,
      { costPoolId: pool.id },
      holder('finance', a),
    );
    expect(shares.map(({ returned }) => returned)).toEqual(shares.map(({ amount }) => amount));
    for (const union of [root, a, b, c]) {
      const lines = await statementOf(union);
      const sum = (of: 'share' | 'paid' | 'amount'): number =>
        lines.reduce((total, line) => total + Number(line[of]?.amount ?? 0), 0);
      expect([sum('share'), sum('paid'), sum('amount')]).toEqual([0, 0, 0]);
    }
  });

  it('is not taken back once a supplement was split by what it left, and the refusal names the supplement', async () => {
    const pool = await approvedWith([{ payer: a, fen: 99n }]);
    const refund = await refunded(pool, await lineOf(pool, 0, 33n));
    const finance = holder('finance', a);
    const { id: costPoolId } = await settlement.ask(
      supplementContract.open,
      { costPoolId: pool.id },
      finance,
    );
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 30n), finance);
    await settlement.ask(costPoolContract.computeShares, { costPoolId }, finance);
    await settlement.ask(costPoolContract.submit, { costPoolId }, finance);
    await settlement.ask(costPoolContract.approve, { costPoolId }, holder('approver', a));
    const request = { costPoolId: pool.id, refundId: refund.id, reason: '退票' };
    await expect(
      settlement.ask(refundContract.reverse, request, holder('approver', a)),
    ).rejects.toMatchObject({ code: 'SUPPLEMENT_STANDS', params: { costPoolId, amountFen: '30' } });
  });

  it('E82: is taken back by its exact negation, once, and may come again', async () => {
    const pool = await approvedWith([{ payer: a, fen: 99n }]);
    const refund = await refunded(pool, await lineOf(pool, 0, 99n));
    const request = { costPoolId: pool.id, refundId: refund.id, reason: '退票' };
    const reverse = () => settlement.ask(refundContract.reverse, request, holder('approver', a));
    // While it stands, the pool does not go back as a whole: it would come back twice.
    const whole = () =>
      settlement.ask(
        ledgerContract.reverse,
        { entryId: pool.entryId ?? '', reason: '作废' },
        holder('approver', a),
      );
    const { id: refundId, costPoolId, creditNote } = refund;
    await expect(whole()).rejects.toMatchObject({
      code: 'REFUND_STANDS',
      params: {
        refundId,
        costPoolId,
        creditNote,
        day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        amountFen: '99',
      },
    });
    const atLedger = settlement.ask(
      ledgerContract.reverse,
      { entryId: refund.entryId ?? '', reason: '作废' },
      holder('approver', a),
    );
    await expect(atLedger).rejects.toMatchObject({ code: 'REVERSE_AT_SOURCE' });
    expect(await reverse()).toMatchObject({ state: 'reversed', decisionReason: '退票' });
    await expect(reverse()).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const again = await refunded(pool, await lineOf(pool, 0, 33n));
    await expect(whole()).rejects.toMatchObject({
      code: 'REFUND_STANDS',
      params: { refundId: again.id, amountFen: '33' },
    });
  });
});

describe('E93: cancelling an activity', () => {
  it('posts nothing, and what it cost all the same is settled and refunded', async () => {
    const activityId = await knownActivity(settlement, {
      parties: [a, b],
      rule: { kind: 'equal' },
      close: false,
    });
    const count = async (): Promise<number> =>
      ((await settlement.dataSource.query('SELECT count(*)::int AS n FROM entry')) as [{ n: number }])[0].n;
    const before = await count();
    await settlement.emit(sharingEvents.activityChanged, {
      id: activityId,
      version: 2,
      title: '夏季运动会',
      function: 'service',
      business: 'culture',
      state: 'cancelled',
      organiser: { kind: 'union', id: a.id },
      unionId: a.id,
      coHosts: [],
      startsAt: '2026-11-01T09:00:00+08:00',
      endsAt: '2026-11-01T12:00:00+08:00',
      agreementId: null,
    });
    const finance = holder('finance', a);
    const { id: costPoolId } = await settlement.ask(costPoolContract.create, { activityId }, finance);
    await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, 500n), finance);
    await eventually(() => settlement.ask(costPoolContract.computeShares, { costPoolId }, finance));
    expect(await count()).toBe(before);
    await settlement.ask(costPoolContract.submit, { costPoolId }, finance);
    const pool = await settlement.ask(costPoolContract.approve, { costPoolId }, holder('approver', a));
    const refund = await refunded(pool, await lineOf(pool, 0, 200n));
    expect(partsOf(refund)).toEqual(['100', '100']);
    expect(await count()).toBe(before + 2);
  });
});

describe('who may do what to a refund', () => {
  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => actorWith({ unionId: a.id, unionPath: a.path }), 'NOT_FOUND'],
    ['a stranger', () => holder('finance', far), 'NOT_FOUND'],
    ['the finance of another party', () => holder('finance', b), 'NOT_PERMITTED'],
  ])('%s neither proposes nor decides', async (_who, actor, code) => {
    const pool = await approvedWith([{ payer: a, fen: 100n }]);
    const lines = [await lineOf(pool, 0, 10n)];
    const refund = await propose(pool.id, lines);
    const request = { costPoolId: pool.id, refundId: refund.id, reason: '试' };
    const { previewHash } = await preview(pool.id, lines);
    const asked = [
      settlement.ask(
        refundContract.propose,
        { costPoolId: pool.id, lines, reason: '试', creditNote: 'x', previewHash },
        actor(),
      ),
      ...(['return', 'reverse'] as const).map((verb) =>
        settlement.ask(refundContract[verb], request, actor()),
      ),
      ...(['approve', 'withdraw'] as const).map((verb) =>
        settlement.ask(refundContract[verb], { costPoolId: pool.id, refundId: refund.id }, actor()),
      ),
    ];
    for (const one of await Promise.allSettled(asked))
      expect(one).toMatchObject({ status: 'rejected', reason: { code } });
  });

  it('is read by those who see the pool, newest first', async () => {
    const pool = await approvedWith([{ payer: a, fen: 100n }]);
    const first = await propose(pool.id, [await lineOf(pool, 0, 10n)]);
    const second = await propose(pool.id, [await lineOf(pool, 0, 20n)]);
    const page = await settlement.ask(
      refundContract.list,
      { costPoolId: pool.id, limit: 1 },
      holder('auditor', c),
    );
    expect(page).toMatchObject({ items: [{ id: second.id }], nextCursor: expect.any(String) });
    expect(
      await settlement.ask(
        refundContract.get,
        { costPoolId: pool.id, refundId: first.id },
        holder('auditor', c),
      ),
    ).toEqual(first);
    const hidden = settlement.ask(refundContract.list, { costPoolId: pool.id }, holder('auditor', far));
    await expect(hidden).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a year in which money came back', () => {
  it('is told less what came back: of the bills, of what each bore, and of what was paid', async () => {
    const pool = await approvedWith([{ payer: a, fen: 90_000n }]);
    const year = Number((pool.approvedAt ?? '').slice(0, 4));
    const published = async () => {
      const request = { unionId: b.id, year };
      const { content } = await settlement.ask(disclosureContract.preview, request, holder('officer', b));
      const activity = content.activities.find(({ activityId }) => activityId === pool.activityId);
      return [
        activity?.cost.amount,
        activity?.borne.amount,
        activity?.payers.map(({ amount }) => amount.amount),
      ];
    };
    expect(await published()).toEqual(['90000', '30000', ['90000']]);
    const refund = await refunded(pool, await lineOf(pool, 0, 30_000n));
    expect(await published()).toEqual(['60000', '20000', ['60000']]);
    await settlement.ask(
      refundContract.reverse,
      { costPoolId: pool.id, refundId: refund.id, reason: '退款有误' },
      holder('approver', a),
    );
    expect(await published()).toEqual(['90000', '30000', ['90000']]);
  });
});
