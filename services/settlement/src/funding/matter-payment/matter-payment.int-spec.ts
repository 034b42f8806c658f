import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { affairsEvents, type MatterPaymentRequested } from '@gongxiang/contracts/affairs/affairs-events';
import { budgetContract } from '@gongxiang/contracts/settlement/funding/budget.contract';
import {
  matterPaymentMoneyContract,
  type MatterPaymentView,
} from '@gongxiang/contracts/settlement/funding/matter-payment.contract';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { type Actor, newId, shanghaiDate, toWire } from '@gongxiang/domain';
import { eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let a: UnionState, b: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  [a, b] = (await knownNetwork(settlement, 2)).unions as [UnionState, UnionState];
});
afterAll(() => settlement.stop());

const payees = (...weights: number[]) => weights.map((weight) => ({ pseudonym: newId(), weight }));

async function asked(more: Partial<MatterPaymentRequested> = {}): Promise<MatterPaymentView> {
  const requestId = newId();
  const news = {
    requestId,
    matterNumber: '20261127-7K3M9QPA',
    unionId: a.id,
    amount: toWire(50_000n),
    expenseCode: '2.5',
    payees: payees(1),
    askedBy: newId(),
    ...more,
  };
  await settlement.emit(affairsEvents.matterPaymentRequested, news);
  await settlement.emit(affairsEvents.matterPaymentRequested, news);
  return eventually(() => read(requestId));
}

const read = (matterPaymentId: string, actor: Actor = holder('auditor', a)): Promise<MatterPaymentView> =>
  settlement.ask(matterPaymentMoneyContract.get, { matterPaymentId }, actor);
const approved = ({ id: matterPaymentId }: MatterPaymentView, actor = holder('approver', a)) =>
  settlement.ask(matterPaymentMoneyContract.approve, { matterPaymentId }, actor);
const today = (): string => shanghaiDate(settlement.clock.now());
const paid = ({ id: matterPaymentId }: MatterPaymentView, actor = holder('finance', a), paidOn = today()) => {
  const said = { matterPaymentId, incomeKind: 'dues' as const, bankReference: '20261127-000318', paidOn };
  return settlement.ask(matterPaymentMoneyContract.pay, said, actor);
};
const returned = ({ id: matterPaymentId }: MatterPaymentView, actor = holder('finance', a)) =>
  settlement.ask(
    matterPaymentMoneyContract.return,
    { matterPaymentId, reason: '账户已注销', returnedOn: today() },
    actor,
  );

describe('a payment for a matter', () => {
  it('is split to the fen as the rule says, however often it is asked for', async () => {
    const shares = payees(60, 40);
    const view = await asked({ amount: toWire(10_001n), payees: shares });
    expect(view).toMatchObject({ state: 'asked', version: 1, unionName: a.name, expenseCode: '2.5' });
    // 10001 × 60 / 100 = 6000.6: the odd fen is of the larger remainder.
    expect(view.parts).toEqual([
      { ...shares[0], amount: toWire(6_001n) },
      { ...shares[1], amount: toWire(4_000n) },
    ]);
  });

  it('is approved by one, paid by another, and counts as spending until it comes back', async () => {
    const lines = [{ expenseCode: '2.5', amount: toWire(60_000n) }];
    const budget = await settlement.ask(
      budgetContract.create,
      { unionId: a.id, year: Number(today().slice(0, 4)), lines },
      holder('finance', a),
    );
    const spent = async () => {
      const report = await settlement.ask(
        budgetContract.report,
        { budgetId: budget.id },
        holder('finance', a),
      );
      return {
        borne: report.codes.find(({ expenseCode }) => expenseCode === '2.5')?.borne,
        total: report.total.borne,
        activities: report.activities,
        perHead: report.perHead,
      };
    };
    const payment = await approved(await asked());
    expect(await spent()).toMatchObject({ borne: toWire(0n) });
    const done = await paid(payment);
    expect(done).toMatchObject({ state: 'paid', incomeKind: 'dues', paidOn: today(), mayApprove: false });
    const counted = { borne: toWire(50_000n), total: toWire(50_000n), activities: [], perHead: null };
    expect(await spent()).toEqual(counted);
    expect(await returned(done)).toMatchObject({
      state: 'returned',
      returnedOn: today(),
      reason: '账户已注销',
    });
    expect(await spent()).toMatchObject({ borne: toWire(0n), total: toWire(0n) });
    const rows = await settlement.dataSource.query(
      'SELECT kind, amount_fen FROM matter_spending WHERE payment_id = $1 ORDER BY amount_fen DESC',
      [payment.id],
    );
    expect(rows).toEqual([
      { kind: 'paid', amount_fen: 50_000n },
      { kind: 'returned', amount_fen: -50_000n },
    ]);
    await expect(settlement.dataSource.query('DELETE FROM matter_spending')).rejects.toThrow();
    const told = await settlement.recorded(settlementEvents.matterPaymentChanged);
    expect(
      told.filter(({ requestId }) => requestId === payment.id).map(({ state, version }) => [state, version]),
    ).toEqual([
      ['approved', 2],
      ['paid', 3],
      ['returned', 4],
    ]);
  });

  it('E83: waits for who approves it, then for who pays it, and then for nobody', async () => {
    const awaits = (id: string, ...kinds: string[]) => untilAwaits(settlement, 'settlement', id, kinds);
    const asker = newId();
    const payment = await asked({ askedBy: asker });
    const [first] = await awaits(payment.id, 'matterPaymentAsked');
    expect(first).toMatchObject({
      offices: { roles: ['approver'], unionIds: [a.id], exceptIds: [asker] },
      about: { moneyId: payment.id },
      title: payment.matterNumber,
      values: { fen: '50000' },
    });
    const approver = holder('approver', a);
    await approved(payment, approver);
    const [second] = await awaits(payment.id, 'matterPaymentToPay');
    expect(second).toMatchObject({ offices: { roles: ['finance'], exceptIds: [approver.personId] } });
    await paid(payment);
    await awaits(payment.id);
  });

  it.each(['asked for', 'approved'])('E83: is not taken further by whoever has %s it', async (half) => {
    const both: Actor = {
      ...holder('approver', a),
      roles: [...holder('approver', a).roles, ...holder('finance', a).roles],
    };
    const payment = await asked(half === 'asked for' ? { askedBy: both.personId } : {});
    const act = half === 'asked for' ? approved(payment, both) : paid(await approved(payment, both), both);
    await expect(act).rejects.toMatchObject({ code: 'SAME_PERSON' });
  });

  it('is refused with a reason, also once it is approved, but not once it is paid', async () => {
    const refused = ({ id: matterPaymentId }: MatterPaymentView) =>
      settlement.ask(
        matterPaymentMoneyContract.refuse,
        { matterPaymentId, reason: '收款账号有误' },
        holder('approver', a),
      );
    expect(await refused(await asked())).toMatchObject({ state: 'refused', reason: '收款账号有误' });
    expect(await refused(await approved(await asked()))).toMatchObject({ state: 'refused', mayPay: false });
    await expect(refused(await paid(await approved(await asked())))).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });

  it('is paid on a day that has come, and not before it was asked for', async () => {
    const payment = await approved(await asked());
    for (const day of ['2020-01-01', '2099-01-01'])
      await expect(paid(payment, undefined, day)).rejects.toMatchObject({ code: 'MATTER_PAYMENT_DAY' });
  });

  it.each([
    ['a finance officer of another union', () => holder('approver', b), 'NOT_FOUND'],
    ['an auditor of the union', () => holder('auditor', a), 'NOT_PERMITTED'],
    ['a finance officer, who pays', () => holder('finance', a), 'NOT_PERMITTED'],
  ])('is not approved by %s', async (_who, actor, code) => {
    await expect(approved(await asked(), actor())).rejects.toMatchObject({ code });
  });

  it('is listed for the union that pays and those above, by state and number', async () => {
    const payment = await asked({ matterNumber: '20261128-AAAAAAAA' });
    const find = async (actor: Actor) => {
      const wanted = { q: '20261128-aaaa', state: 'asked' as const };
      return (await settlement.ask(matterPaymentMoneyContract.list, wanted, actor)).items.map(({ id }) => id);
    };
    expect(await find(holder('finance', a))).toEqual([payment.id]);
    expect(await find(holder('finance', b))).toEqual([]);
  });
});
