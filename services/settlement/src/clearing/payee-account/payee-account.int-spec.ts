import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { payeeAccountContract } from '@gongxiang/contracts/settlement/clearing/payee-account.contract';
import { paymentContract } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { actorWith, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { approvedPool, holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 2);
  root = network.root;
  [a, b] = network.unions as [UnionState, UnionState];
});
afterAll(() => settlement.stop());

const account = {
  accountName: '工会A委员会',
  accountNumber: '3202015509000123456',
  bankName: '工商银行青林支行',
};
const get = (union: UnionState, actor = holder('finance', union)) =>
  settlement.ask(payeeAccountContract.get, { unionId: union.id }, actor);
const set = (changes: Partial<typeof account>, options = {}, actor = holder('finance', a)) =>
  settlement.ask(payeeAccountContract.set, { unionId: a.id, ...account, ...changes }, actor, options);
const confirm = (options = {}, actor = holder('approver', a)) =>
  settlement.ask(payeeAccountContract.confirm, { unionId: a.id }, actor, options);
const withdraw = (options = {}, actor = holder('approver', a)) =>
  settlement.ask(payeeAccountContract.withdraw, { unionId: a.id }, actor, options);
const awaits = (...kinds: string[]) => untilAwaits(settlement, 'settlement', a.id, kinds);
const toldOf = async () =>
  (await settlement.recorded(noticeRaisedEvents.settlement)).filter(
    ({ kind }) => kind === 'payeeAccountChanged',
  );
const moved = { ...account, accountNumber: '6222000011112222333' };

describe('the account at which a union is paid', () => {
  it('is proposed by its finance, and stands once a second person has confirmed it', async () => {
    expect(await get(a)).toMatchObject({ version: 0, account: null, changedAt: null, proposal: null });
    const proposer = holder('finance', a);
    const proposed = await set({}, { ifMatch: 0 }, proposer);
    expect(proposed).toMatchObject({
      version: 1,
      unionName: a.name,
      account: null,
      proposal: { ...account, proposedBy: proposer.personId, mayConfirm: false },
    });
    await expect(set({}, { ifMatch: 0 })).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const [awaited] = await awaits('payeeAccountProposed');
    expect(awaited).toMatchObject({
      offices: { roles: ['approver'], unionIds: [a.id], isNearest: true, exceptIds: [proposer.personId] },
      about: { moneyId: a.id },
      values: { partyName: a.name },
    });
    expect(await get(a, holder('approver', a))).toMatchObject({ proposal: { mayConfirm: true } });
    const confirmed = await confirm({ ifMatch: 1 });
    expect(confirmed).toMatchObject({ version: 2, account, proposal: null });
    expect(confirmed.changedAt).not.toBeNull();
    await awaits();
    await expect(confirm({ ifMatch: 2 })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('E83: is never confirmed by who has proposed it, in whatever roles', async () => {
    const both = actorWith({
      roles: [
        ['finance', a.id, a.path],
        ['approver', a.id, a.path],
      ],
    });
    await set(moved, { ifMatch: 2 }, both);
    await expect(confirm({ ifMatch: 3 }, both)).rejects.toMatchObject({ code: 'SAME_PERSON' });
    await expect(confirm({ ifMatch: 2 })).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await get(a)).toMatchObject({ account, proposal: moved });
  });

  it('stays as it was where the change is withdrawn', async () => {
    await awaits('payeeAccountProposed');
    expect(await withdraw({ ifMatch: 3 })).toMatchObject({ version: 4, account, proposal: null });
    await awaits();
    await expect(withdraw({ ifMatch: 4 })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('is read however wide its number was typed, and refused where it is none', async () => {
    const wide = await set({ accountNumber: '３２０２ ０１５５０９０００１２３４５６' }, { ifMatch: 4 });
    expect(wide.proposal).toMatchObject(account);
    await expect(set({ accountNumber: '6222abc' }, { ifMatch: 5 })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/accountNumber' }],
    });
    expect(await confirm({ ifMatch: 5 })).toMatchObject({ version: 6, account });
  });

  it('is neither shown nor changed by anybody else', async () => {
    await expect(get(a, holder('finance', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(a, actorWith())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(set({}, { ifMatch: 6 }, holder('auditor', a))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(set({}, { ifMatch: 6 }, holder('finance', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const act of [confirm, withdraw]) {
      await expect(act({ ifMatch: 6 }, holder('approver', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(act({ ifMatch: 6 }, holder('auditor', a))).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    }
    await expect(confirm({ ifMatch: 6 }, holder('finance', a))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('stands on each transfer and payment to the union; who is to pay hears of another one', async () => {
    // A pays 100.00 for A and B: B owes 50.00.
    await approvedPool(settlement, {
      parties: [a, b],
      rule: { kind: 'equal' },
      bills: [{ payer: a, fen: 10_000n }],
    });
    const terms = {
      mode: 'fewest' as const,
      periodFrom: '2026-11-01',
      periodTo: '2026-12-31',
      unionId: root.id,
    };
    const run = await settlement.ask(nettingContract.create, terms, holder('finance', root));
    const since = (await get(a)).changedAt;
    expect(run.transfers).toMatchObject([{ payeeAccountSince: since, isPayeeAccountConfirmed: true }]);
    const toPay = { roles: ['finance'], unionIds: [b.id], isNearest: true, exceptIds: [] };
    expect(await toldOf()).toEqual([]);
    await set(moved, { ifMatch: 6 });
    expect(await toldOf()).toEqual([]);
    await confirm({ ifMatch: 7 });
    expect(await toldOf()).toMatchObject([{ offices: toPay, values: { partyName: a.name } }]);

    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    const { items } = await settlement.ask(paymentContract.list, {}, holder('finance', b));
    expect(items).toHaveLength(1);
    const [payment] = items;
    expect(payment).toMatchObject({
      payeeAccount: moved,
      payeeAccountSince: (await get(a)).changedAt,
      isPayeeAccountConfirmed: true,
      remark: `轧差${payment?.id.slice(-8).toUpperCase()}`,
    });
    await set({}, { ifMatch: 8 });
    const unchanged = await settlement.ask(paymentContract.list, {}, holder('finance', b));
    expect(unchanged.items).toMatchObject([{ payeeAccount: moved }]);
    await confirm({ ifMatch: 9 });
    expect(await toldOf()).toHaveLength(2);
  });
});
