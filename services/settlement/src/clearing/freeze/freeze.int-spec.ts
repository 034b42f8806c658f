import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  nettingContract,
  type NettingRunView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import {
  partyFreezeContract,
  type PartyFreezeView,
} from '@gongxiang/contracts/settlement/clearing/party-freeze.contract';
import { paymentContract, type PaymentView } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

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
const above = (): Actor => holder('approver', root);

const freeze = (union: UnionState, actor: Actor | null = above(), reason = '审计期间') =>
  settlement.ask(partyFreezeContract.freeze, { party: party(union), reason }, actor);
const release = (one: PartyFreezeView, actor: Actor | null = above()) =>
  settlement.ask(partyFreezeContract.release, { partyFreezeId: one.id, reason: '审计结束' }, actor);
const propose = (): Promise<NettingRunView> =>
  settlement.ask(
    nettingContract.create,
    { mode: 'bilateral', ...period, unionId: root.id },
    holder('finance', root),
  );
const confirm = (run: NettingRunView) =>
  settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, above());
const paymentsOf = async (run: NettingRunView): Promise<PaymentView[]> =>
  (await settlement.ask(paymentContract.list, { nettingRunId: run.id }, holder('finance', root))).items;
const send = ({ id: paymentId }: PaymentView, payer: UnionState) =>
  settlement.ask(paymentContract.confirmSent, { paymentId, bankReference: 'B1' }, holder('finance', payer));
const receive = ({ id: paymentId }: PaymentView, payee: UnionState) =>
  settlement.ask(paymentContract.confirmReceived, { paymentId }, holder('finance', payee));

/** `payer` pays 100.00 for two: the other owes it 50.00. */
const owes = (payer: UnionState, debtor: UnionState) =>
  approvedPool(settlement, {
    parties: [payer, debtor],
    rule: { kind: 'equal' },
    bills: [{ payer, fen: 10_000n }],
  });

describe('a frozen party', () => {
  it('stays out of a run with all its debts, which says how many, how much and who', async () => {
    await owes(a, b);
    await owes(a, c);
    await owes(b, c);
    const frozen = await freeze(c);
    const run = await propose();
    expect(run.lines.map(({ from, to }) => `${from.name}>${to.name}`)).toEqual(['工会B>工会A']);
    expect(run.stayedOut).toEqual([
      {
        reason: 'frozen',
        count: 2,
        amount: { amount: '10000', currency: 'CNY' },
        parties: [{ ...party(c), name: '工会C' }],
      },
    ]);
    await release(frozen);
    const next = await propose();
    expect([next.lineCount, next.stayedOut]).toEqual([3, []]);
    await confirm(next);
    for (const payment of await paymentsOf(next)) {
      const at = (id: string): UnionState => [a, b, c].find((union) => union.id === id) ?? root;
      await send(payment, at(payment.payer.id));
      await receive(payment, at(payment.payee.id));
    }
  });

  it('has a run that was proposed before refused, and nothing of it posted', async () => {
    await owes(a, b);
    const run = await propose();
    const frozen = await freeze(a);
    await expect(confirm(run)).rejects.toMatchObject({ code: 'PARTY_FROZEN', params: { party: '工会A' } });
    expect(await paymentsOf(run)).toEqual([]);
    await release(frozen);
    await confirm(run);
    const [payment] = await paymentsOf(run);
    if (payment === undefined) throw new Error('the run has a transfer');
    await send(payment, b);
    await receive(payment, a);
  });

  it('neither pays nor is paid until it is released; its transfer may be given up', async () => {
    await owes(a, b);
    const run = await propose();
    await confirm(run);
    const [payment] = await paymentsOf(run);
    if (payment === undefined) throw new Error('the run has a transfer');
    const frozen = await freeze(b);
    await expect(send(payment, b)).rejects.toMatchObject({ code: 'PARTY_FROZEN' });
    await expect(receive(payment, a)).rejects.toMatchObject({ code: 'PARTY_FROZEN' });
    const request = { paymentId: payment.id, reason: '审计' };
    expect(await settlement.ask(paymentContract.fail, request, above())).toMatchObject({ state: 'failed' });
    await expect(propose()).rejects.toMatchObject({ code: 'NOTHING_TO_NET' });
    await release(frozen);
    expect((await propose()).lineCount).toBe(1);
  });

  it('is frozen once at a time, also by two at once, and released once', async () => {
    const results = await Promise.allSettled([freeze(c), freeze(c)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'ALREADY_FROZEN' },
    });
    const { items } = await settlement.ask(partyFreezeContract.list, { held: true }, above());
    const [held] = items;
    if (held === undefined) throw new Error('one holds');
    expect(items).toMatchObject([{ party: { name: '工会C' }, reason: '审计期间', mayRelease: true }]);
    const released = await release(held);
    expect(released).toMatchObject({ releaseReason: '审计结束', mayRelease: false });
    await expect(release(held)).rejects.toMatchObject({ code: 'FREEZE_RELEASED' });
    await release(await freeze(c));
    const list = await settlement.ask(partyFreezeContract.list, {}, holder('auditor', c));
    expect(list.items.length).toBeGreaterThan(1);
  });
});

describe('who may freeze', () => {
  it.each<readonly [string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => actorWith({ unionId: a.id, unionPath: a.path }), 'NOT_FOUND'],
    ['a stranger', () => actorWith({ roles: [['approver', newId(), '1.zz.']] }), 'NOT_FOUND'],
    ['its own approver', () => holder('approver', a), 'NOT_PERMITTED'],
    ['the finance above', () => holder('finance', root), 'NOT_PERMITTED'],
  ])('not %s', async (_who, actor, code) => {
    await expect(freeze(a, actor())).rejects.toMatchObject({ code });
  });

  it('nobody the federation, nor a person', async () => {
    await expect(freeze(root)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const person = { party: { kind: 'person' as const, id: newId() }, reason: '无' };
    await expect(settlement.ask(partyFreezeContract.freeze, person, above())).rejects.toMatchObject({
      code: 'PARTY_NOT_PAYING',
    });
  });

  it('is seen by the frozen itself, and not by others', async () => {
    const one = await freeze(b);
    const request = { partyFreezeId: one.id };
    expect(await settlement.ask(partyFreezeContract.get, request, holder('finance', b))).toMatchObject({
      reason: '审计期间',
      mayRelease: false,
    });
    await expect(
      settlement.ask(partyFreezeContract.get, request, holder('finance', a)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(release(one, holder('approver', b))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(release(one, holder('approver', a))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await release(one);
  });
});
