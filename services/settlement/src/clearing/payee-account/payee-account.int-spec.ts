import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { payeeAccountContract } from '@gongxiang/contracts/settlement/clearing/payee-account.contract';
import { paymentContract } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
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

describe('the account at which a union is paid', () => {
  it('is named by its finance, once at a time', async () => {
    expect(await get(a)).toMatchObject({ version: 0, account: null, changedAt: null });
    expect(await set({}, { ifMatch: 0 })).toMatchObject({ version: 1, account });
    await expect(set({}, { ifMatch: 0 })).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const moved = await set({ bankName: '工商银行钢桥支行' }, { ifMatch: 1 });
    expect(moved).toMatchObject({ version: 2, account: { bankName: '工商银行钢桥支行' } });
  });

  it('is read however wide its number was typed, and refused where it is none', async () => {
    const wide = await set({ accountNumber: '３２０２ ０１５５０９０００１２３４５６' }, { ifMatch: 2 });
    expect(wide.account).toEqual(account);
    await expect(set({ accountNumber: '6222abc' }, { ifMatch: 3 })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ pointer: '/accountNumber' }],
    });
  });

  it('is neither shown nor changed by anybody else', async () => {
    await expect(get(a, holder('finance', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(a, actorWith())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(set({}, { ifMatch: 3 }, holder('auditor', a))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(set({}, { ifMatch: 3 }, holder('finance', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stands on each payment to the union, with what to write on the transfer', async () => {
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
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    const { items } = await settlement.ask(paymentContract.list, {}, holder('finance', b));
    expect(items).toHaveLength(1);
    const [payment] = items;
    expect(payment).toMatchObject({
      payeeAccount: account,
      payeeAccountSince: (await get(a)).changedAt,
      remark: `轧差${payment?.id.slice(-8).toUpperCase()}`,
    });
  });
});
