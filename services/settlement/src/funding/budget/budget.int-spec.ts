import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { budgetContract, type BudgetView } from '@gongxiang/contracts/settlement/funding/budget.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, newId, toWire } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';
import { ActivityScoreRef } from '../spending/score.entity.js';

let settlement: ServiceFixture;
let a: UnionState, b: UnionState, c: UnionState, d: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  [a, b, c, d] = (await knownNetwork(settlement, 4)).unions as [
    UnionState,
    UnionState,
    UnionState,
    UnionState,
  ];
});
afterAll(() => settlement.stop());

const line = (expenseCode: string, fen: bigint) => ({ expenseCode, amount: toWire(fen) });
const draft = (union: UnionState, lines = [line('1.2', 100_000n)], year = 2026): Promise<BudgetView> =>
  settlement.ask(budgetContract.create, { unionId: union.id, year, lines }, holder('finance', union));
const at = ({ version }: { version: number }) => ({ ifMatch: version });
const submitted = ({ id: budgetId }: BudgetView, actor: Actor): Promise<BudgetView> =>
  settlement.ask(budgetContract.submit, { budgetId }, actor);
async function adopted(union: UnionState, budget: BudgetView): Promise<BudgetView> {
  await submitted(budget, holder('finance', union));
  return settlement.ask(budgetContract.adopt, { budgetId: budget.id }, holder('approver', union));
}
const inWords = ({ lines }: BudgetView) =>
  lines.map(({ expenseCode, amount, before, difference }) =>
    [expenseCode, amount.amount, before?.amount ?? '-', difference.amount].join(' '),
  );

describe('a budget', () => {
  it('is drafted, changed, submitted, returned and adopted by another', async () => {
    const first = await draft(a);
    expect(first).toMatchObject({ state: 'draft', number: 1, total: toWire(100_000n), reason: null });
    const budgetId = first.id;
    const lines = [line('2.1', 5_000n), line('1.2', 80_000n)];
    const finance = holder('finance', a);
    const changed = await settlement.ask(budgetContract.change, { budgetId, lines }, finance, at(first));
    expect(inWords(changed)).toEqual(['1.2 80000 - 80000', '2.1 5000 - 5000']);
    await submitted(changed, finance);
    const approver = holder('approver', a);
    const returned = await settlement.ask(budgetContract.return, { budgetId, reason: '偏高' }, approver);
    expect(returned).toMatchObject({ state: 'draft', returnReason: '偏高', submittedBy: null });
    expect(await adopted(a, returned)).toMatchObject({ state: 'adopted', total: toWire(85_000n) });
  });

  it('is one of a year: a second is refused, and so is one that the year has adopted', async () => {
    await draft(b, undefined, 2031);
    await expect(draft(b, undefined, 2031)).rejects.toMatchObject({ code: 'BUDGET_EXISTS' });
  });

  it.each([
    ['drafted', 2032],
    ['submitted', 2034],
  ])('E83: is not adopted by whoever has %s it', async (part, year) => {
    const both: Actor = {
      ...holder('finance', b),
      roles: [...holder('finance', b).roles, ...holder('approver', b).roles],
    };
    const by = (own: boolean): Actor => (own ? both : holder('finance', b));
    const request = { unionId: b.id, year, lines: [line('1.2', 100_000n)] };
    const budget = await settlement.ask(budgetContract.create, request, by(part === 'drafted'));
    await submitted(budget, by(part === 'submitted'));
    const adopt = settlement.ask(budgetContract.adopt, { budgetId: budget.id }, both);
    await expect(adopt).rejects.toMatchObject({ code: 'SAME_PERSON' });
  });

  it('is amended by a version beside it, which takes its place when it is adopted', async () => {
    const first = await adopted(b, await draft(b, [line('1.2', 60_000n), line('1.1', 10_000n)], 2033));
    const ask = { budgetId: first.id, reason: '新增送清凉' };
    const second = await settlement.ask(budgetContract.amend, ask, holder('finance', b));
    expect(second).toMatchObject({ number: 2, state: 'draft', reason: '新增送清凉' });
    await expect(settlement.ask(budgetContract.amend, ask, holder('finance', b))).rejects.toMatchObject({
      code: 'BUDGET_AMENDED_ALREADY',
    });
    const request = { budgetId: second.id, lines: [line('1.2', 75_000n), line('2.5', 1n)] };
    const changed = await settlement.ask(budgetContract.change, request, holder('finance', b), at(second));
    expect(inWords(changed)).toEqual(['1.1 0 10000 -10000', '1.2 75000 60000 15000', '2.5 1 0 1']);
    await adopted(b, changed);
    const { items } = await settlement.ask(
      budgetContract.list,
      { union: b.id, year: 2033 },
      holder('auditor', b),
    );
    expect(items.map(({ number, state, total }) => [number, state, total.amount])).toEqual([
      [2, 'adopted', '75001'],
      [1, 'superseded', '70000'],
    ]);
  });

  it.each([
    ['of another union', 2041, () => holder('finance', c), 'NOT_FOUND'],
    ['of the union, who may only read', 2042, () => holder('auditor', b), 'NOT_PERMITTED'],
  ])('is not changed by somebody %s', async (_name, year, actor, code) => {
    const budget = await draft(b, undefined, year);
    const request = { budgetId: budget.id, lines: [line('1.2', 1n)] };
    await expect(settlement.ask(budgetContract.change, request, actor(), at(budget))).rejects.toMatchObject({
      code,
    });
  });

  it('is not changed over somebody else’s change, nor once it is submitted', async () => {
    const budget = await draft(c, undefined, 2034);
    const finance = holder('finance', c);
    const request = { budgetId: budget.id, lines: [line('1.2', 1n)] };
    await settlement.ask(budgetContract.change, request, finance, at(budget));
    await expect(settlement.ask(budgetContract.change, request, finance, at(budget))).rejects.toMatchObject({
      code: 'VERSION_STALE',
    });
    const { version } = await submitted(budget, finance);
    await expect(
      settlement.ask(budgetContract.change, request, finance, at({ version })),
    ).rejects.toMatchObject({
      code: 'BUDGET_NOT_DRAFT',
    });
  });

  it('names the line that is wrong', async () => {
    await expect(draft(c, [line('1.2', 1n), line('1.2', 2n)], 2035)).rejects.toMatchObject({
      code: 'EXPENSE_CODE_TWICE',
      errors: [{ pointer: '/lines/1/expenseCode' }],
    });
    await expect(draft(c, [line('1.2', -1n)], 2035)).rejects.toMatchObject({
      errors: [{ pointer: '/lines/0/amount', code: 'AMOUNT_NEGATIVE' }],
    });
  });
});

describe('a budget against what was borne', () => {
  it('says by code, month and activity what was borne, what a head and a point have cost, and what is left', async () => {
    const budget = await draft(d, [line('1.2', 50_000n), line('2.1', 1_000n)]);
    // 600.00 by heads 20 : 40 : 0; the union's part is 200.00, for its 20 people.
    const pool = await approvedPool(settlement, {
      parties: [d, c],
      rule: { kind: 'headcount' },
      heads: [20, 40],
      bills: [{ payer: c, fen: 60_000n }],
    });
    await settlement.emit(evaluationEvents.scoreComputed, {
      scoreId: newId(),
      activityId: pool.activityId,
      score: 80,
      computedAt: '2026-11-21T00:00:00Z',
    });
    await eventually(() =>
      settlement.dataSource.manager.findOneByOrFail(ActivityScoreRef, { activityId: pool.activityId }),
    );
    const report = await settlement.ask(budgetContract.report, { budgetId: budget.id }, holder('finance', d));
    expect(report.total).toEqual({
      planned: toWire(51_000n),
      borne: toWire(20_000n),
      left: toWire(31_000n),
      isOver: false,
    });
    expect(report.activities).toEqual([
      {
        activityId: pool.activityId,
        title: '夏季运动会',
        borne: toWire(20_000n),
        heads: 20,
        // 200.00 / 20 heads; 200.00 / 80 points.
        perHead: toWire(1_000n),
        score: 80,
        perPoint: toWire(250n),
      },
    ]);
    expect(report.months[10]).toMatchObject({
      month: 11,
      borne: toWire(20_000n),
      borneSoFar: toWire(20_000n),
    });
    expect(report.funds).toEqual([{ incomeKind: 'dues', borne: toWire(20_000n) }]);

    // 30 more heads at 10.00: 300.00; with an amount of 100.00 more than is left of the code.
    const whatIf = { budgetId: budget.id, lines: [{ expenseCode: '1.2', heads: 30, more: toWire(10_000n) }] };
    const end = await settlement.ask(budgetContract.whatIf, whatIf, holder('finance', d));
    expect(end.total).toMatchObject({ expected: toWire(40_000n), yearEnd: toWire(60_000n), isOver: true });

    await settlement.ask(
      ledgerContract.reverse,
      { entryId: pool.entryId ?? '', reason: '发票有误' },
      holder('approver', d),
    );
    const after = await settlement.ask(budgetContract.report, { budgetId: budget.id }, holder('finance', d));
    expect([after.total.borne, after.activities]).toEqual([toWire(0n), []]);
  });
});
