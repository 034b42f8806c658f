import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  fundRuleContract,
  type FundRuleDto,
  type FundRuleSetView,
} from '@gongxiang/contracts/settlement/agreements/fund-rule.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { fundRuleCheckContract } from '@gongxiang/contracts/settlement/bills/fund-rule-check.contract';
import type { CostUseDto } from '@gongxiang/contracts/settlement/cost-use';
import { budgetContract, type BudgetLineDto } from '@gongxiang/contracts/settlement/funding/budget.contract';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { newId, toWire } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { bill, holder, knownActivity, termsOf } from '../../network.fixture.js';
import { MemberRef } from '../../reference/reference.entity.js';
import { knownRoot, knownUnion, startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState;
let branches = 0;

beforeAll(async () => {
  settlement = await startSettlement();
  root = await knownRoot(settlement);
});
afterAll(() => settlement.stop());

const source = { title: '基层工会经费收支管理办法', number: '总工办发〔2017〕32号', isVerified: false };
const rule = (kind: FundRuleDto['kind'], more: Partial<FundRuleDto>): FundRuleDto => ({
  key: kind.toLowerCase(),
  kind,
  source,
  ...more,
});
const prizeAtMost = (fen: bigint): FundRuleDto => rule('prizeAmount', { amount: toWire(fen) });
const prizeOf = (fen: bigint, recipients = 1): CostUseDto => ({
  kind: 'prize',
  recipients,
  prizes: [{ grade: 'first', count: recipients, unit: toWire(fen) }],
});

/** A district with a union below it, so that no test stands under the rules of another. */
async function newBranch(): Promise<{ district: UnionState; union: UnionState }> {
  branches += 1;
  const district = await knownUnion(settlement, `1.${branches}.`, `区工会${branches}`);
  return { district, union: await knownUnion(settlement, `1.${branches}.1.`, `企业工会${branches}`) };
}

const draft = (
  union: UnionState,
  rules: FundRuleDto[],
  more: Partial<{ validFrom: string; validUntil: string | null }> = {},
): Promise<FundRuleSetView> => {
  const words = { unionId: union.id, name: '经费使用规定', source, validFrom: '2026-01-01', ...more, rules };
  return settlement.ask(fundRuleContract.create, words, holder('officer', union));
};

async function publish(...args: Parameters<typeof draft>): Promise<FundRuleSetView> {
  const { id: setId } = await draft(...args);
  return settlement.ask(fundRuleContract.publish, { setId }, holder('officer', args[0]));
}

/** A pool of one union with one bill, its shares computed. The activity is on 1 November 2026. */
async function poolWith(
  union: UnionState,
  use: CostUseDto | null,
  fen: bigint,
  more: { readonly expenseCode?: string; readonly heads?: number } = {},
) {
  const activityId = await knownActivity(settlement, {
    parties: [union],
    rule: { kind: 'equal' },
    heads: [more.heads ?? 30],
  });
  const finance = holder('finance', union);
  const { id: costPoolId } = await settlement.ask(costPoolContract.create, { activityId }, finance);
  const request = { ...bill(costPoolId, union, fen), use, expenseCode: more.expenseCode ?? '1.2' };
  const { id: itemId } = await settlement.ask(costPoolContract.addItem, request, finance);
  await eventually(() => settlement.ask(costPoolContract.computeShares, { costPoolId }, finance));
  const submit = () => settlement.ask(costPoolContract.submit, { costPoolId }, finance);
  const approve = () => settlement.ask(costPoolContract.approve, { costPoolId }, holder('approver', union));
  const check = (reader = finance) => settlement.ask(fundRuleCheckContract.get, { costPoolId }, reader);
  return { costPoolId, itemId, finance, submit, approve, check };
}

describe('a set of rules', () => {
  it('is drafted, changed and published; then its words stay, whoever writes', async () => {
    const { district } = await newBranch();
    const officer = holder('officer', district);
    const made = await draft(district, [prizeAtMost(80_000n)]);
    expect(made).toMatchObject({ state: 'draft', versionNumber: null, mayTend: true });
    const change = {
      setId: made.id,
      name: '改过',
      source,
      validFrom: '2026-03-01',
      validUntil: null,
      rules: [prizeAtMost(60_000n)],
    };
    const changed = await settlement.ask(fundRuleContract.change, change, officer, { ifMatch: made.version });
    const published = await settlement.ask(fundRuleContract.publish, { setId: made.id }, officer);
    expect(published).toMatchObject({
      state: 'published',
      versionNumber: 1,
      name: '改过',
      rules: changed.rules,
    });
    const again = settlement.ask(fundRuleContract.change, change, officer, { ifMatch: published.version });
    await expect(again).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const rewritten = settlement.dataSource.query("UPDATE fund_rule_set SET name = 'x' WHERE id = $1", [
      made.id,
    ]);
    await expect(rewritten).rejects.toThrow('is published');
  });

  it('is followed by the next of its union, and hides its draft from strangers', async () => {
    const { district, union } = await newBranch();
    const first = await publish(district, [prizeAtMost(80_000n)]);
    const officer = holder('officer', district);
    const copy = await settlement.ask(fundRuleContract.copy, { setId: first.id }, officer);
    expect(copy).toMatchObject({ state: 'draft', copiedFromId: first.id, rules: first.rules });
    const stranger = holder('officer', union);
    const unseen = settlement.ask(fundRuleContract.get, { setId: copy.id }, stranger);
    await expect(unseen).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const forbidden = settlement.ask(fundRuleContract.copy, { setId: first.id }, stranger);
    await expect(forbidden).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await settlement.ask(fundRuleContract.publish, { setId: copy.id }, officer);
    const seen = await settlement.ask(fundRuleContract.list, { unionId: district.id }, stranger);
    expect(seen.items.map(({ state, versionNumber }) => [state, versionNumber])).toEqual([
      ['published', 2],
      ['superseded', 1],
    ]);
  });

  it('leaves so much for one member and year, by all sets in force on the day', async () => {
    const { district, union } = await newBranch();
    const officer = holder('officer', union);
    const left = (on: string) =>
      settlement.ask(fundRuleContract.welfareBound, { unionId: union.id, on }, officer);
    expect(await left('2026-06-01')).toEqual({ amount: null, setName: null });
    await publish(district, [rule('welfareAmount', { amount: toWire(200_000n) })]);
    await publish(union, [rule('welfareAmount', { amount: toWire(150_000n) })], { validFrom: '2026-07-01' });
    expect(await left('2026-06-30')).toMatchObject({ amount: toWire(200_000n) });
    expect(await left('2026-07-01')).toEqual({ amount: toWire(150_000n), setName: '经费使用规定' });
  });

  it('published twice at once has two numbers, one after the other', async () => {
    const { district } = await newBranch();
    const drafts = await Promise.all([draft(district, []), draft(district, [])]);
    const officer = holder('officer', district);
    const published = await Promise.all(
      drafts.map(({ id: setId }) => settlement.ask(fundRuleContract.publish, { setId }, officer)),
    );
    expect(published.map(({ versionNumber }) => versionNumber).sort()).toEqual([1, 2]);
    const { items } = await settlement.ask(fundRuleContract.list, { unionId: district.id }, officer);
    expect(items.map(({ state }) => state).sort()).toEqual(['published', 'superseded']);
  });
});

it('a day that the calendar does not have begins nothing', async () => {
  const { district } = await newBranch();
  await expect(draft(district, [], { validFrom: '0000-01-01' })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ pointer: '/validFrom', code: 'YEAR_RANGE' }],
  });
});

describe('a bill that breaks a rule', () => {
  it('stops the submission with rule, source and amount over; at the limit it passes', async () => {
    const { district, union } = await newBranch();
    await publish(district, [prizeAtMost(80_000n)]);
    const dear = await poolWith(union, prizeOf(80_001n), 80_001n);
    await expect(dear.submit()).rejects.toMatchObject({
      code: 'FUND_RULE_BREACHED',
      errors: [
        {
          pointer: `/items/${dear.itemId}`,
          params: {
            allowed: '每件 ¥800.00',
            actual: '每件 ¥800.01',
            over: '¥0.01',
            source: `${source.title} ${source.number}`,
          },
        },
      ],
    });
    const fair = await poolWith(union, prizeOf(80_000n), 80_000n);
    expect(await fair.submit()).toMatchObject({ state: 'submitted' });
    expect(await fair.approve()).toMatchObject({ state: 'approved' });
  });

  it('is stopped at the approval, where the rule came after the submission', async () => {
    const { district, union } = await newBranch();
    const pool = await poolWith(union, prizeOf(90_000n), 90_000n);
    await pool.submit();
    await publish(district, [prizeAtMost(80_000n)]);
    await expect(pool.approve()).rejects.toMatchObject({ code: 'FUND_RULE_BREACHED' });
  });

  it.each([
    { what: 'begins on the day of the activity', validity: { validFrom: '2026-11-01' }, isStopped: true },
    { what: 'begins the day after', validity: { validFrom: '2026-11-02' }, isStopped: false },
    { what: 'ends on that day', validity: { validUntil: '2026-11-01' }, isStopped: true },
    { what: 'ended the day before', validity: { validUntil: '2026-10-31' }, isStopped: false },
  ])('a rule that $what stops it: $isStopped', async ({ validity, isStopped }) => {
    const { district, union } = await newBranch();
    await publish(district, [prizeAtMost(1n)], validity);
    const pool = await poolWith(union, prizeOf(500n), 500n);
    const refused = expect.objectContaining({ code: 'FUND_RULE_BREACHED' });
    const outcome = await pool.submit().catch((error: unknown) => error);
    expect(outcome).toEqual(isStopped ? refused : expect.objectContaining({ state: 'submitted' }));
  });

  it('a set that was superseded still holds before the next begins', async () => {
    const { district, union } = await newBranch();
    await publish(district, [prizeAtMost(1n)]);
    await publish(district, [], { validFrom: '2027-01-01' });
    const pool = await poolWith(union, prizeOf(500n), 500n);
    await expect(pool.submit()).rejects.toMatchObject({ code: 'FUND_RULE_BREACHED' });
  });

  it('of two tiers the stricter decides, and each is named', async () => {
    const { district, union } = await newBranch();
    await publish(district, [prizeAtMost(80_000n)]);
    await publish(union, [prizeAtMost(40_000n)]);
    const { breaches, sets } = await (await poolWith(union, prizeOf(50_000n), 50_000n)).check();
    expect(sets.map(({ unionName }) => unionName).sort()).toEqual([union.name, district.name].sort());
    expect(breaches.map(({ unionName, allowed }) => [unionName, allowed])).toEqual([[union.name, '40000']]);
  });

  it('heads are the facts: two thirds of thirty are twenty', async () => {
    const { district, union } = await newBranch();
    await publish(district, [rule('prizeShare', { share: { numerator: 2, denominator: 3 } })]);
    expect(await (await poolWith(union, prizeOf(100n, 20), 2_000n)).submit()).toMatchObject({
      state: 'submitted',
    });
    const pool = await poolWith(union, prizeOf(100n, 21), 2_100n);
    expect((await pool.check()).breaches).toMatchObject([
      { measure: 'heads', allowed: '20', actual: '21', overAmount: toWire(100n) },
    ]);
  });

  it('prices told too low for the bill are refused where they stand', async () => {
    const { union } = await newBranch();
    await expect(poolWith(union, prizeOf(100n), 101n)).rejects.toMatchObject({
      code: 'USE_NOT_AMOUNT',
      errors: [{ pointer: '/use/prizes' }],
    });
  });
});

describe('what is spent in a year', () => {
  it('welfare goes by the members, and two pools that are approved at once do not both slip through', async () => {
    const { district, union } = await newBranch();
    await publish(district, [rule('welfareAmount', { amount: toWire(100_000n) })]);
    const member = {
      personId: newId(),
      version: 1,
      maskedName: '张*',
      unionId: union.id,
      state: 'imported' as const,
    };
    await settlement.emit(membershipEvents.memberChanged, { ...member, validFrom: null, validTo: null });
    await eventually(() =>
      settlement.dataSource.manager.findOneByOrFail(MemberRef, { personId: member.personId }),
    );
    // One member at 1,000.00; two pools of 600.00, each of which is well within it.
    const welfare = { expenseCode: '1.4' };
    const pools = [
      await poolWith(union, null, 60_000n, welfare),
      await poolWith(union, null, 60_000n, welfare),
    ];
    for (const pool of pools) await pool.submit();
    const outcomes = await Promise.allSettled(pools.map((pool) => pool.approve()));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: {
        code: 'FUND_RULE_BREACHED',
        errors: [{ params: { over: '¥200.00', actual: '¥1,200.00' } }],
      },
    });
  });

  it('a share of the budget is judged once a budget is adopted', async () => {
    const { district, union } = await newBranch();
    const share = { numerator: 1, denominator: 10 };
    await publish(district, [rule('budgetShare', { share, expenseCodes: ['1.2'] })]);
    const pool = await poolWith(union, null, 10_001n);
    expect(await pool.check()).toMatchObject({ breaches: [], unjudged: [{ missing: 'budget' }] });
    await adoptBudget(union, ['1.1', '1.2'], 50_000n);
    expect(await pool.check()).toMatchObject({
      breaches: [{ allowed: '10000', actual: '10001' }],
      unjudged: [],
    });
  });
});

/** The year of the pools' activities, so much for each of the codes. */
async function adoptBudget(
  union: UnionState,
  codes: readonly BudgetLineDto['expenseCode'][],
  fen: bigint,
): Promise<void> {
  const lines = codes.map((expenseCode) => ({ expenseCode, amount: toWire(fen) }));
  const finance = holder('finance', union);
  const request = { unionId: union.id, year: 2026, lines };
  const { id: budgetId } = await settlement.ask(budgetContract.create, request, finance);
  await settlement.ask(budgetContract.submit, { budgetId }, finance);
  await settlement.ask(budgetContract.adopt, { budgetId }, holder('approver', union));
}

describe('what is let pass', () => {
  const reason = '全区首届技能大赛，经研究同意';

  it('by an approver above, with a reason; it is shown for ever', async () => {
    const { district, union } = await newBranch();
    const set = await publish(district, [prizeAtMost(80_000n)]);
    const pool = await poolWith(union, prizeOf(90_000n), 90_000n);
    const { costPoolId, itemId } = pool;
    const request = { costPoolId, itemId, setId: set.id, ruleKey: 'prizeamount', reason };
    const own = settlement.ask(fundRuleCheckContract.lift, request, holder('approver', union));
    await expect(own).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const above = holder('approver', district);
    expect((await pool.check(above)).breaches).toMatchObject([{ overrideId: null, mayLift: true }]);
    const lifted = await settlement.ask(fundRuleCheckContract.lift, request, above);
    expect(lifted).toMatchObject({ reason, allowed: '80000', actual: '90000', overAmount: toWire(10_000n) });
    // The same once more is the same.
    expect(await settlement.ask(fundRuleCheckContract.lift, request, above)).toMatchObject({ id: lifted.id });
    await pool.submit();
    await pool.approve();
    expect((await pool.check()).overrides).toMatchObject([{ id: lifted.id, reason, mayWithdraw: false }]);
    const late = { costPoolId, overrideId: lifted.id };
    await expect(settlement.ask(fundRuleCheckContract.withdraw, late, above)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });

  it('is taken back before the approval, and then is in the way again', async () => {
    const { district, union } = await newBranch();
    const set = await publish(district, [prizeAtMost(80_000n)]);
    const pool = await poolWith(union, prizeOf(90_000n), 90_000n);
    const { costPoolId, itemId } = pool;
    const request = { costPoolId, itemId, setId: set.id, ruleKey: 'prizeamount', reason };
    const above = holder('approver', district);
    const { id: overrideId } = await settlement.ask(fundRuleCheckContract.lift, request, above);
    await pool.submit();
    await settlement.ask(fundRuleCheckContract.withdraw, { costPoolId, overrideId }, above);
    await expect(pool.approve()).rejects.toMatchObject({ code: 'FUND_RULE_BREACHED' });
    const { overrides, breaches } = await pool.check();
    expect(overrides).toMatchObject([{ id: overrideId, withdrawnAt: expect.any(String) }]);
    expect(breaches).toMatchObject([{ overrideId: null }]);
  });

  it('a rule of the federation is lifted by nobody below it', async () => {
    const { district, union } = await newBranch();
    const set = await publish(root, [rule('feeAmount', { amount: toWire(50_000n) })]);
    const pool = await poolWith(union, { kind: 'fee', minutes: 60 }, 60_000n);
    const { costPoolId, itemId } = pool;
    const request = { costPoolId, itemId, setId: set.id, ruleKey: 'feeamount', reason };
    const lift = (asker: UnionState) =>
      settlement.ask(fundRuleCheckContract.lift, request, holder('approver', asker));
    await expect(lift(district)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await lift(root)).toMatchObject({ unionName: root.name });
  });

  it('nothing is let pass that breaks nothing, nor by who entered it', async () => {
    const { district, union } = await newBranch();
    const set = await publish(district, [prizeAtMost(80_000n)]);
    const pool = await poolWith(union, prizeOf(80_000n), 80_000n);
    const { costPoolId, itemId } = pool;
    const request = { costPoolId, itemId, setId: set.id, ruleKey: 'prizeamount', reason };
    const fair = settlement.ask(fundRuleCheckContract.lift, request, holder('approver', district));
    await expect(fair).rejects.toMatchObject({ code: 'FUND_RULE_NOT_BREACHED' });
    const both = { ...holder('finance', district) };
    const clerk = { ...both, roles: [...both.roles, ...holder('approver', district).roles] };
    const dear = { ...bill(costPoolId, union, 90_000n), use: prizeOf(90_000n) };
    const own = await settlement.ask(costPoolContract.addItem, dear, clerk);
    const lift = settlement.ask(fundRuleCheckContract.lift, { ...request, itemId: own.id }, clerk);
    await expect(lift).rejects.toMatchObject({ code: 'SAME_PERSON' });
  });
});

describe('an agreement', () => {
  it.each([
    { code: '4', accepted: false },
    { code: '1.2', accepted: true },
  ])('that spends its money on $code is accepted: $accepted', async ({ code, accepted }) => {
    const { district, union } = await newBranch();
    await publish(district, [rule('expenseBarred', { incomeKind: 'dues', expenseCodes: ['4', '5'] })]);
    const agreementId = newId();
    await settlement.emit(sharingEvents.agreementProposed, {
      agreementId,
      activityId: newId(),
      versionNumber: 1,
      hash: 'h',
      terms: { ...termsOf([union], { kind: 'equal' }), expenseCode: code },
    });
    const verdict = await eventually(async () => {
      const judged = await settlement.recorded(settlementEvents.agreementJudged);
      const found = judged.find((one) => one.agreementId === agreementId);
      if (found === undefined) throw new Error('no verdict yet');
      return found;
    });
    const problems = accepted ? [] : [{ pointer: '/expenseCode', code: 'FUND_RULE_BARS_EXPENSE' }];
    expect(verdict).toMatchObject({ accepted, problems });
  });
});

describe('the trial of a set', () => {
  it('tells page by page what it would have stopped in a year, and changes nothing', async () => {
    const { district, union } = await newBranch();
    const pools = [];
    for (const fen of [70_000n, 90_000n, 95_000n]) pools.push(await poolWith(union, prizeOf(fen), fen));
    const { id: setId } = await draft(district, [prizeAtMost(80_000n)]);
    const officer = holder('officer', district);
    const first = await settlement.ask(fundRuleCheckContract.trial, { setId, year: 2026, limit: 2 }, officer);
    expect(first).toMatchObject({
      poolCount: 2,
      breaches: [{ actual: '90000', overAmount: toWire(10_000n) }],
    });
    const cursor = first.nextCursor ?? '';
    const second = await settlement.ask(fundRuleCheckContract.trial, { setId, year: 2026, cursor }, officer);
    expect(second).toMatchObject({
      poolCount: 1,
      nextCursor: null,
      breaches: [{ actual: '95000', on: '2026-11-01' }],
    });
    const other = await settlement.ask(fundRuleCheckContract.trial, { setId, year: 2025 }, officer);
    expect(other).toMatchObject({ poolCount: 0, breaches: [] });
    // A draft holds for nobody.
    expect(await pools[1]?.submit()).toMatchObject({ state: 'submitted' });
    const stranger = settlement.ask(
      fundRuleCheckContract.trial,
      { setId, year: 2026 },
      holder('officer', union),
    );
    await expect(stranger).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
