import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { activityStatementContract } from '@gongxiang/contracts/settlement/accounts/activity-statement.contract';
import { disclosureContract } from '@gongxiang/contracts/settlement/accounts/disclosure.contract';
import { statementContract } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import {
  confirmationContract,
  type ConfirmationSummaryView,
} from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import {
  costPoolContract,
  type CostPoolView,
} from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { disputeContract } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { fundRuleCheckContract } from '@gongxiang/contracts/settlement/bills/fund-rule-check.contract';
import { poolPlanContract } from '@gongxiang/contracts/settlement/bills/pool-plan.contract';
import { refundContract } from '@gongxiang/contracts/settlement/bills/refund.contract';
import { shareExplanationContract } from '@gongxiang/contracts/settlement/bills/share-explanation.contract';
import {
  sharedBillContract,
  type ShareBillRequest,
} from '@gongxiang/contracts/settlement/bills/shared-bill.contract';
import { supplementContract } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import {
  nettingContract,
  type NettingRunView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { type Actor, dayMs, newId, shanghaiDate, toWire } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { confirmAll, holder, keyOf, knownNetwork } from '../../network.fixture.js';
import { UnionRef } from '../../reference/reference.entity.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState, d: UnionState;

beforeAll(async () => {
  settlement = await startSettlement({ replicas: 2 });
  const network = await knownNetwork(settlement, 4);
  root = network.root;
  [a, b, c, d] = network.unions as [UnionState, UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

/** A brochure of 1,200.00 that A has paid for A, B and C: 400.00 each. */
const brochure = (change: Partial<ShareBillRequest> = {}): ShareBillRequest => ({
  title: '联合宣传册印刷',
  amount: toWire(120_000n),
  payer: { kind: 'union', id: a.id },
  parties: [a, b, c].map(({ id }) => ({ party: { kind: 'union', id } })),
  incomeKind: 'dues',
  expenseCode: '1.3',
  ...change,
});

const open = (change: Partial<ShareBillRequest> = {}, actor: Actor = holder('finance', a)) =>
  settlement.ask(sharedBillContract.open, brochure(change), actor);

const get = (costPoolId: string, actor: Actor = holder('auditor', a)): Promise<CostPoolView> =>
  settlement.ask(costPoolContract.get, { costPoolId }, actor);

const approve = ({ id: costPoolId }: CostPoolView, actor: Actor = holder('approver', a)) =>
  settlement.ask(costPoolContract.approve, { costPoolId }, actor);

const asked = async (change: Partial<ShareBillRequest> = {}) => approve(await open(change));

async function askedOf({ id: costPoolId }: CostPoolView): Promise<ConfirmationSummaryView[]> {
  const request = { costPoolId, limit: 200 };
  return (await settlement.ask(confirmationContract.list, request, holder('auditor', root))).items;
}

async function shareOf(pool: CostPoolView, union: UnionState): Promise<ConfirmationSummaryView> {
  const found = (await askedOf(pool)).find(({ party, state }) => party.id === union.id && state !== 'lapsed');
  if (found === undefined) throw new Error(`${union.name} was not asked`);
  return found;
}

async function agree(pool: CostPoolView, ...unions: readonly UnionState[]): Promise<void> {
  for (const union of unions) {
    const { id: confirmationId } = await shareOf(pool, union);
    await settlement.ask(confirmationContract.confirm, { confirmationId }, holder('finance', union));
  }
}

async function refuse(pool: CostPoolView, union: UnionState, reason = '我会没有参加') {
  const { id: confirmationId } = await shareOf(pool, union);
  return settlement.ask(confirmationContract.refuse, { confirmationId, reason }, holder('finance', union));
}

function propose(): Promise<NettingRunView> {
  const today = settlement.clock.now().getTime();
  const day = (shift: number): string => new Date(today + shift * dayMs).toISOString().slice(0, 10);
  const period = { periodFrom: day(-200), periodTo: day(1) };
  return settlement.ask(
    nettingContract.create,
    { mode: 'bilateral', unionId: root.id, ...period },
    holder('finance', root),
  );
}

async function cancel(costPoolId: string, by: UnionState = a): Promise<void> {
  const { version: ifMatch } = await get(costPoolId);
  await settlement.ask(supplementContract.discard, { costPoolId }, holder('finance', by), { ifMatch });
}

const postingsOf = async ({ id }: CostPoolView): Promise<unknown[]> =>
  settlement.dataSource.query(
    `SELECT p.amount_fen AS fen, d.party_id AS debtor, c.party_id AS creditor FROM entry e
     JOIN posting p ON p.entry_id = e.id JOIN account d ON d.id = p.debit_account
     JOIN account c ON c.id = p.credit_account WHERE e.source_id = $1 ORDER BY p.line`,
    [id],
  );

const stepsOf = async ({ id: costPoolId }: CostPoolView): Promise<string[]> =>
  (
    await settlement.ask(supplementContract.listSteps, { costPoolId, limit: 200 }, holder('auditor', a))
  ).items.map(({ kind }) => kind);

describe('a shared bill', () => {
  it('is opened, split and submitted at once, and waits for a second person', async () => {
    const finance = holder('finance', a);
    const pool = await open({}, finance);
    expect(pool).toMatchObject({
      kind: 'shared',
      title: '联合宣传册印刷',
      activityId: null,
      agreementId: null,
      spentOn: shanghaiDate(settlement.clock.now()),
      unionId: a.id,
      state: 'submitted',
      total: { amount: '120000' },
      parties: [{ name: '工会A' }, { name: '工会B' }, { name: '工会C' }],
    });
    expect(pool.shares.map(({ amount }) => amount.amount)).toEqual(['40000', '40000', '40000']);
    expect(pool.shares.every(({ trace }) => trace.length > 0)).toBe(true);
    const [waits] = await untilAwaits(settlement, 'settlement', pool.id, ['costPoolSubmitted']);
    expect(waits).toMatchObject({ title: '联合宣传册印刷' });
    await expect(approve(pool, { ...finance, roles: holder('approver', a).roles })).rejects.toMatchObject({
      code: 'SAME_PERSON',
    });
    const { items } = await settlement.ask(costPoolContract.listItems, { costPoolId: pool.id }, finance);
    expect(items).toMatchObject([{ payer: { name: '工会A' }, receipt: null, title: '联合宣传册印刷' }]);
    const receipt = { costPoolId: pool.id, itemId: items[0]?.id ?? '' };
    await expect(settlement.ask(costPoolContract.getReceipt, receipt, finance)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await cancel(pool.id);
  });

  it('is posted only when every other party has agreed, balanced to the fen, and then netted', async () => {
    const pool = await asked();
    expect(pool).toMatchObject({ state: 'asked', approvedAt: null, entryId: null });
    const questions = await askedOf(pool);
    // The approver has spoken for A.
    expect(questions.map(({ party, owes, entryId }) => [party.name, owes.amount, entryId]).sort()).toEqual([
      ['工会B', '40000', null],
      ['工会C', '40000', null],
    ]);
    expect(questions.every(({ silence, state }) => silence === 'refuses' && state === 'waiting')).toBe(true);
    await untilAwaits(settlement, 'settlement', questions[0]?.id ?? '', ['confirmationAsked']);
    const { id: confirmationId } = await shareOf(pool, b);
    const seen = await settlement.ask(confirmationContract.get, { confirmationId }, holder('finance', b));
    expect(seen).toMatchObject({
      title: '联合宣传册印刷',
      mayConfirm: true,
      mayRefuse: true,
      mayDispute: false,
      share: { amount: { amount: '40000' } },
      debts: [{ from: { name: '工会B' }, to: { name: '工会A' }, amount: { amount: '40000' } }],
    });
    const complaint = { confirmationId, reason: '有误' };
    await expect(settlement.ask(disputeContract.open, complaint, holder('finance', b))).rejects.toMatchObject(
      {
        code: 'SHARE_NOT_POSTED',
      },
    );
    await agree(pool, b);
    expect(await postingsOf(pool)).toEqual([]);
    expect(await get(pool.id)).toMatchObject({ state: 'asked' });
    await expect(propose()).rejects.toMatchObject({ code: 'NOTHING_TO_NET' });
    await agree(pool, c);
    expect(await get(pool.id)).toMatchObject({
      state: 'approved',
      approvedAt: expect.any(String),
      entryId: expect.any(String),
    });
    expect(await postingsOf(pool)).toEqual([
      { fen: 40_000n, debtor: b.id, creditor: a.id },
      { fen: 40_000n, debtor: c.id, creditor: a.id },
    ]);
    await untilAwaits(settlement, 'settlement', confirmationId, []);
    expect(await stepsOf(pool)).toEqual([
      'opened',
      'itemAdded',
      'computed',
      'submitted',
      'approved',
      'agreed',
      'agreed',
    ]);
    const answered = await shareOf(pool, b);
    expect(answered).toMatchObject({ state: 'confirmed', mayRefuse: false, entryId: expect.any(String) });
    await expect(refuse(pool, b)).rejects.toMatchObject({ code: 'SHARE_POSTED' });
    const run = await propose();
    expect(
      run.lines.map(({ from, to, amount }) => `${from.name}>${to.name}:${amount.amount}`).sort(),
    ).toEqual(['工会B>工会A:40000', '工会C>工会A:40000']);
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    const party = keyOf(b);
    const why = await settlement.ask(
      shareExplanationContract.get,
      { costPoolId: pool.id, party },
      holder('finance', b),
    );
    expect(why).toMatchObject({ title: '联合宣传册印刷', reproduced: true, amount: { amount: '40000' } });
    expect(why.payments).toHaveLength(1);
  });

  it('is announced as approved without an activity, once', async () => {
    const pool = await asked({ amount: toWire(30_000n) });
    const before = await settlement.recorded(settlementEvents.costPoolApproved);
    expect(before.filter(({ costPoolId }) => costPoolId === pool.id)).toEqual([]);
    await agree(pool, b, c);
    const after = await settlement.recorded(settlementEvents.costPoolApproved);
    expect(after.filter(({ costPoolId }) => costPoolId === pool.id)).toMatchObject([
      { activityId: null, total: { amount: '30000' } },
    ]);
  });

  it('by weights, of a payer who bears nothing, is owed to the payer', async () => {
    // 90.00 by 1 : 2 is 30.00 and 60.00.
    const pool = await asked({
      amount: toWire(9_000n),
      parties: [{ party: { kind: 'union', id: b.id } }, { party: { kind: 'union', id: c.id }, weight: 2 }],
    });
    await agree(pool, b, c);
    expect(await postingsOf(pool)).toEqual([
      { fen: 3_000n, debtor: b.id, creditor: a.id },
      { fen: 6_000n, debtor: c.id, creditor: a.id },
    ]);
  });

  it('of the same key is opened once', async () => {
    const finance = holder('finance', a);
    const ask = () => settlement.ask(sharedBillContract.open, brochure(), finance, { idempotencyKey: 'bus' });
    const [first, second] = [await ask(), await ask()];
    expect(second.id).toBe(first.id);
    await cancel(first.id);
  });
});

describe('without the yes of all parties', () => {
  it('a bill goes back with the reason, is corrected, and asks again', async () => {
    const pool = await asked();
    await agree(pool, b);
    const refused = await refuse(pool, c);
    expect(refused).toMatchObject({ state: 'lapsed', way: 'refusal', mayConfirm: false });
    expect(await get(pool.id)).toMatchObject({
      state: 'open',
      returnReason: '工会C：我会没有参加',
      approvedBy: null,
      submittedBy: null,
    });
    expect((await askedOf(pool)).map(({ state }) => state)).toEqual(['lapsed', 'lapsed']);
    await untilAwaits(settlement, 'settlement', pool.id, ['costPoolReturned']);
    const finance = holder('finance', a);
    const costPoolId = pool.id;
    const extra = { payer: { kind: 'union' as const, id: b.id }, title: '设计费', amount: toWire(3_000n) };
    const receipt = { fileKey: 'receipts/1', sha256: 'a'.repeat(64), invoiceNumber: newId() };
    const money = { incomeKind: 'dues' as const, expenseCode: '1.3', receipt };
    await settlement.ask(costPoolContract.addItem, { costPoolId, ...extra, ...money }, holder('finance', b));
    await settlement.ask(costPoolContract.computeShares, { costPoolId }, finance);
    await settlement.ask(costPoolContract.submit, { costPoolId }, finance);
    const again = await approve(pool);
    expect(again).toMatchObject({ state: 'asked', total: { amount: '123000' } });
    await agree(again, b, c);
    // 1,230.00 / 3 = 410.00; B has paid 30.00 and owes 380.00.
    expect(await postingsOf(again)).toEqual([
      { fen: 38_000n, debtor: b.id, creditor: a.id },
      { fen: 41_000n, debtor: c.id, creditor: a.id },
    ]);
  });

  it('silence binds nobody: at the deadline the bill goes back', async () => {
    const pool = await asked();
    await agree(pool, b);
    settlement.clock.advance(14 * dayMs - 1_000);
    expect(await get(pool.id)).toMatchObject({ state: 'asked' });
    settlement.clock.advance(2_000);
    await eventually(async () => expect((await get(pool.id)).state).toBe('open'));
    expect((await get(pool.id)).returnReason).toContain('工会C');
    const ways = (await askedOf(pool)).map(({ party, state, way }) => [party.name, state, way]);
    expect(ways.sort()).toEqual([
      ['工会B', 'lapsed', 'answer'],
      ['工会C', 'lapsed', 'silence'],
    ]);
    expect(await postingsOf(pool)).toEqual([]);
    expect((await stepsOf(pool)).at(-1)).toBe('unanswered');
  });

  it('the union that has paid cancels it, and its invoice may be entered again', async () => {
    const receipt = { fileKey: 'receipts/1', sha256: 'b'.repeat(64), invoiceNumber: newId() };
    const pool = await asked({ receipt });
    await expect(open({ receipt })).rejects.toMatchObject({ code: 'INVOICE_DUPLICATE' });
    await agree(pool, b);
    await expect(cancel(pool.id, b)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await cancel(pool.id);
    expect(await get(pool.id)).toMatchObject({ state: 'reversed', entryId: null });
    expect((await askedOf(pool)).every(({ state }) => state === 'lapsed')).toBe(true);
    expect(await postingsOf(pool)).toEqual([]);
    await expect(cancel(pool.id)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const again = await open({ receipt });
    await cancel(again.id);
  });

  it('its approver may call it back', async () => {
    const pool = await asked();
    const request = { costPoolId: pool.id, reason: '金额有误' };
    const returned = await settlement.ask(costPoolContract.return, request, holder('approver', a));
    expect(returned).toMatchObject({ state: 'open', approvedBy: null });
    expect((await askedOf(pool)).every(({ state }) => state === 'lapsed')).toBe(true);
    await cancel(pool.id);
  });

  it('two last answers of the same moment post it once', async () => {
    const pool = await asked();
    await Promise.all([agree(pool, b), agree(pool, c)]);
    expect(await get(pool.id)).toMatchObject({ state: 'approved' });
    expect(await postingsOf(pool)).toHaveLength(2);
  });

  it('a refusal and the last yes of the same moment are one of the two', async () => {
    const pool = await asked();
    await agree(pool, b);
    const { id: confirmationId } = await shareOf(pool, c);
    const results = await Promise.allSettled([
      settlement.ask(confirmationContract.confirm, { confirmationId }, holder('finance', c)),
      settlement.ask(confirmationContract.refuse, { confirmationId, reason: '不' }, holder('officer', c)),
    ]);
    const { state } = await get(pool.id);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await postingsOf(pool)).toHaveLength(state === 'approved' ? 2 : 0);
  });
});

describe('once it is posted, a shared bill', () => {
  it('may be disputed like every share, and is then taken back', async () => {
    const pool = await asked();
    await agree(pool, b, c);
    const { id: confirmationId } = await shareOf(pool, c);
    const complaint = { confirmationId, reason: '印错了' };
    const dispute = await settlement.ask(disputeContract.open, complaint, holder('finance', c));
    expect(dispute).toMatchObject({ state: 'open', title: '联合宣传册印刷' });
    const decision = { disputeId: dispute.id, outcome: 'upheld', reason: '属实' } as const;
    await settlement.ask(disputeContract.decide, decision, holder('approver', a));
    await eventually(async () => expect((await get(pool.id)).state).toBe('reversed'));
    expect((await askedOf(pool)).map(({ state }) => state)).toEqual(['lapsed', 'lapsed']);
  });

  it('stands in statements and disclosures by its title, without an activity', async () => {
    const pool = await asked({ title: '拔河赛大巴' });
    await agree(pool, b, c);
    const day = shanghaiDate(settlement.clock.now());
    const period = { union: b.id, from: day, to: day };
    const { lines } = await settlement.ask(statementContract.get, period, holder('finance', b));
    expect(lines.find(({ costPoolId }) => costPoolId === pool.id)).toMatchObject({
      title: '拔河赛大巴',
      activityId: null,
      share: { amount: '40000' },
      amount: { amount: '-40000' },
    });
    const year = Number(day.slice(0, 4));
    const preview = await settlement.ask(
      disclosureContract.preview,
      { unionId: b.id, year },
      holder('officer', b),
    );
    expect(preview.content.activities).toContainEqual(
      expect.objectContaining({ title: '拔河赛大巴', activityId: null, borne: toWire(40_000n) }),
    );
    await confirmAll(settlement);
  });

  it('may be refunded in proportion', async () => {
    const pool = await asked();
    await agree(pool, b, c);
    const costPoolId = pool.id;
    const { items } = await settlement.ask(costPoolContract.listItems, { costPoolId }, holder('finance', a));
    const lines = [{ itemId: items[0]?.id ?? '', amount: toWire(3_000n) }];
    const preview = await settlement.ask(refundContract.preview, { costPoolId, lines }, holder('finance', a));
    // 30.00 / 3 = 10.00 each
    expect(preview.parts.map(({ amount }) => amount.amount)).toEqual(['1000', '1000', '1000']);
    expect(preview.lines).toMatchObject([{ invoiceNumber: null }]);
  });
});

describe('what a shared bill is refused', () => {
  it.each([
    ['nothing', () => ({ amount: toWire(0n) }), 'AMOUNT_NOT_POSITIVE', '/amount'],
    ['one party twice', () => ({ parties: [b, b].map(partyOf) }), 'PARTY_DUPLICATE', '/parties/1/id'],
    [
      'an organisation that is to bear costs',
      () => ({ parties: [partyOf(b), { party: { kind: 'organisation' as const, id: newId() } }] }),
      'PARTY_KIND_NOT_PAYING',
      '/parties/1',
    ],
    [
      'an unknown union',
      () => ({ parties: [partyOf(b), partyOf({ id: newId() })] }),
      'PARTY_UNKNOWN',
      '/parties/1',
    ],
    ['a day to come', () => ({ spentOn: '2098-01-01' }), 'SPENT_IN_FUTURE', '/spentOn'],
  ])('%s', async (_, change, code, pointer) => {
    await expect(open(change())).rejects.toMatchObject({
      code,
      errors: [expect.objectContaining({ pointer, code })],
    });
  });

  it('a union that is closed', async () => {
    const closed = { ...d, version: 2, active: false };
    await settlement.emit(membershipEvents.unionChanged, closed);
    await eventually(async () => {
      const { active } = await settlement.dataSource.manager.findOneByOrFail(UnionRef, { id: d.id });
      expect(active).toBe(false);
    });
    await expect(open({ parties: [a, d].map(partyOf) })).rejects.toMatchObject({
      code: 'PARTY_CLOSED',
      errors: [expect.objectContaining({ pointer: '/parties/1/party' })],
    });
    await settlement.emit(membershipEvents.unionChanged, { ...d, version: 3 });
    await eventually(async () => {
      const { active } = await settlement.dataSource.manager.findOneByOrFail(UnionRef, { id: d.id });
      expect(active).toBe(true);
    });
  });

  it('the money of another union, and every role but the one that submits costs', async () => {
    await expect(open({}, holder('finance', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open({}, actorWith({}))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(open({}, holder('auditor', a))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('what exists with an activity only: usages, plans, payments by participants, supplements', async () => {
    const pool = await open();
    const costPoolId = pool.id;
    const finance = holder('finance', a);
    await settlement.ask(costPoolContract.return, { costPoolId, reason: '再看看' }, holder('approver', a));
    const usage = { [keyOf(b)]: 3 };
    await expect(
      settlement.ask(costPoolContract.computeShares, { costPoolId, usage }, finance),
    ).rejects.toMatchObject({ code: 'POOL_WITHOUT_ACTIVITY', errors: [{ pointer: '/usage' }] });
    const planned = { costPoolId, title: '场地', expenseCode: '1.2', amount: toWire(1n) };
    await expect(settlement.ask(poolPlanContract.addPlanned, planned, finance)).rejects.toMatchObject({
      code: 'POOL_WITHOUT_ACTIVITY',
    });
    const collector = { kind: 'union' as const, id: a.id };
    const self = { costPoolId, title: '自费', heads: 1, amount: toWire(1n), collector };
    await expect(settlement.ask(poolPlanContract.addSelfPayment, self, finance)).rejects.toMatchObject({
      code: 'POOL_WITHOUT_ACTIVITY',
    });
    await expect(settlement.ask(supplementContract.open, { costPoolId }, finance)).rejects.toMatchObject({
      code: 'POOL_WITHOUT_ACTIVITY',
    });
    // It has no attendance and no loans, and its rules are those of its day.
    const check = await settlement.ask(fundRuleCheckContract.get, { costPoolId }, finance);
    expect(check.on).toBe(pool.spentOn);
    const uses = await settlement.ask(supplementContract.getUsage, { costPoolId }, finance);
    expect(uses).toMatchObject({ needed: false, proposed: false });
    await cancel(costPoolId);
  });
});

describe('who sees a shared bill', () => {
  it('is who deals with money at one of its unions, and nobody else', async () => {
    const pool = await open();
    expect(await get(pool.id, holder('finance', b))).toMatchObject({ title: '联合宣传册印刷' });
    await expect(get(pool.id, holder('finance', d))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(pool.id, actorWith({}))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const listed = async (actor: Actor, q?: string) => {
      const request = { limit: 200, ...(q === undefined ? {} : { q }) };
      const { items } = await settlement.ask(costPoolContract.list, request, actor);
      return items.some(({ id }) => id === pool.id);
    };
    expect(await listed(holder('finance', c))).toBe(true);
    expect(await listed(holder('finance', c), '宣传册')).toBe(true);
    expect(await listed(holder('finance', c), '运动会')).toBe(false);
    expect(await listed(holder('finance', d))).toBe(false);
    const asksD = () =>
      settlement.ask(activityStatementContract.get, { activityId: pool.id }, holder('finance', a));
    await expect(asksD()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const inProgress = await approve(pool);
    const { id: confirmationId } = await shareOf(inProgress, b);
    const seen = (actor: Actor) => settlement.ask(confirmationContract.get, { confirmationId }, actor);
    await expect(seen(holder('finance', d))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await seen(holder('finance', a))).toMatchObject({ mayConfirm: false, mayRefuse: false });
    const answer = { confirmationId, reason: '不' };
    await expect(
      settlement.ask(confirmationContract.refuse, answer, holder('finance', a)),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await cancel(pool.id);
  });
});

function partyOf({ id }: { readonly id: string }): { party: { kind: 'union'; id: string } } {
  return { party: { kind: 'union', id } };
}
