import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  nettingContract,
  type NettingRunView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { paymentContract, type PaymentView } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import {
  transferTraceContract,
  type TransferTraceView,
} from '@gongxiang/contracts/settlement/clearing/transfer-trace.contract';
import { fromWire, sum } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
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
const period = { periodFrom: '2026-11-01', periodTo: '2026-12-31' };
type Proposal = Partial<Parameters<typeof ask>[0]>;
function ask(request: {
  mode: 'bilateral' | 'hub' | 'fewest';
  hub?: ReturnType<typeof party>;
  parties?: ReturnType<typeof party>[];
  excluded?: ReturnType<typeof party>[];
  payWithinDays?: number;
}): Promise<NettingRunView> {
  return settlement.ask(
    nettingContract.create,
    { ...period, unionId: root.id, ...request },
    holder('finance', root),
  );
}
const propose = (request: Proposal = {}) => ask({ mode: 'fewest', ...request });
const withdraw = (run: NettingRunView, actor = holder('finance', root)) =>
  settlement.ask(nettingContract.withdraw, { nettingRunId: run.id, reason: '漏选了两家' }, actor);
const confirm = (run: NettingRunView) =>
  settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
const get = (run: NettingRunView) =>
  settlement.ask(nettingContract.get, { nettingRunId: run.id }, holder('auditor', root));
const paymentsOf = async (run: NettingRunView): Promise<PaymentView[]> =>
  (await settlement.ask(paymentContract.list, { nettingRunId: run.id }, holder('finance', root))).items;
const at = (id: string): UnionState => [a, b, c].find((union) => union.id === id) ?? root;

async function settle({ id: paymentId, payer, payee }: PaymentView): Promise<void> {
  const sent = { paymentId, bankReference: 'B1' };
  await settlement.ask(paymentContract.confirmSent, sent, holder('finance', at(payer.id)));
  await settlement.ask(paymentContract.confirmReceived, { paymentId }, holder('finance', at(payee.id)));
}

/** The golden example: A pays 120.00 for A, B and C; B pays 50.00 for B and C. */
async function twoBills(): Promise<void> {
  const rule = { kind: 'equal' };
  await approvedPool(settlement, { parties: [a, b, c], rule, bills: [{ payer: a, fen: 12_000n }] });
  await approvedPool(settlement, { parties: [b, c], rule, bills: [{ payer: b, fen: 5_000n }] });
}

describe('a proposed run', () => {
  it('E74: says what stayed out because it was not chosen, or left out', async () => {
    await twoBills();
    const chosen = await propose({ parties: [party(a), party(b)] });
    expect(chosen.lineCount).toBe(1);
    expect(chosen.stayedOut).toMatchObject([
      { reason: 'notChosen', count: 2, amount: { amount: '6500' }, parties: [] },
    ]);
    const without = await propose({ excluded: [party(b)] });
    expect(without.lineCount).toBe(1);
    expect(without.stayedOut).toMatchObject([
      { reason: 'excluded', count: 2, amount: { amount: '6500' }, parties: [{ name: '工会B' }] },
    ]);
    await expect(propose({ parties: [party(a), party(b)], excluded: [party(b)] })).rejects.toMatchObject({
      code: 'PARTY_CHOSEN_AND_EXCLUDED',
    });
    for (const run of [chosen, without]) await withdraw(run);
  });

  it('says which other proposals have the same debts, until one is withdrawn or confirmed', async () => {
    const first = await propose();
    const second = await propose({ mode: 'bilateral', parties: [party(a), party(b)] });
    const overlap = { lineCount: 1, amount: { amount: '4000' }, unionName: root.name };
    expect(second.overlaps).toMatchObject([{ nettingRunId: first.id, ...overlap }]);
    expect((await get(first)).overlaps).toMatchObject([{ nettingRunId: second.id, ...overlap }]);
    await withdraw(second);
    expect((await get(first)).overlaps).toEqual([]);
    await withdraw(first);
  });

  it('can be withdrawn by who proposes or confirms, once, and leaves its debts open', async () => {
    const run = await propose();
    await expect(withdraw(run, holder('auditor', root))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(withdraw(run, holder('finance', a))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const withdrawn = await withdraw(run, holder('approver', root));
    expect(withdrawn).toMatchObject({ state: 'withdrawn', withdrawReason: '漏选了两家', version: 2 });
    await expect(withdraw(run)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await expect(confirm(run)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(await propose()).toMatchObject({ lineCount: 3 });
  });

  it('is either confirmed or withdrawn where both are asked for at once', async () => {
    const run = await propose();
    const results = await Promise.allSettled([confirm(run), withdraw(run)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { state } = await get(run);
    expect((await paymentsOf(run)).length).toBe(state === 'confirmed' ? 2 : 0);
    if (state === 'withdrawn') await confirm(await propose());
    for (const one of (await settlement.ask(paymentContract.list, { state: 'open' }, holder('finance', root)))
      .items)
      await settle(one);
  });
});

const total = (amounts: readonly { amount: string; currency: 'CNY' }[]): bigint =>
  sum(amounts.map((amount) => fromWire(amount)));

function expectToAddUp({ mode, amount, parts }: TransferTraceView): void {
  for (const part of parts.filter(({ isShown }) => isShown)) {
    expect(total(part.lines.map(({ effect }) => effect))).toBe(fromWire(part.total));
    expect(total(part.transfers.map(({ effect }) => effect))).toBe(fromWire(part.total));
  }
  if (mode === 'bilateral') expect(parts.map((part) => part.total)).toEqual([amount]);
}

describe('the bills of a transfer', () => {
  it.each([
    ['bilateral', {}],
    ['fewest', {}],
    ['hub', { hub: true }],
  ] as const)(
    'E73: add up to it, each with its pool: %s',
    async (mode, { hub = false }: { hub?: boolean }) => {
      await twoBills();
      const run = await propose({ mode, ...(hub ? { hub: party(root) } : {}) });
      for (const [index] of run.transfers.entries()) {
        const request = { nettingRunId: run.id, number: index + 1 };
        const trace = await settlement.ask(transferTraceContract.get, request, holder('auditor', root));
        expectToAddUp(trace);
        expect(trace.parts.every(({ isShown, text }) => isShown && text.length > 0)).toBe(true);
        for (const line of trace.parts.flatMap(({ lines }) => lines))
          expect(line).toMatchObject({
            entryKind: 'costs',
            title: '夏季运动会',
            sourceId: expect.any(String),
          });
      }
      const none = { nettingRunId: run.id, number: run.transfers.length + 1 };
      await expect(
        settlement.ask(transferTraceContract.get, none, holder('auditor', root)),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await confirm(run);
      for (const payment of await paymentsOf(run)) await settle(payment);
    },
  );

  it('are seen by each side of a payment, of the other side only its sum', async () => {
    await twoBills();
    const run = await propose();
    await confirm(run);
    const payments = await paymentsOf(run);
    const [payment] = payments.filter(({ payer }) => payer.id === b.id);
    const request = { paymentId: payment?.id ?? '' };
    const bills = await settlement.ask(transferTraceContract.ofPayment, request, holder('finance', b));
    expectToAddUp(bills);
    // B owes 40.00 and is owed 25.00; A is owed 80.00, by whom is not B's business.
    expect(bills.parts).toMatchObject([
      { party: { name: '工会B' }, isShown: true, total: { amount: '-1500' }, lineCount: 2 },
      { party: { name: '工会A' }, isShown: false, total: { amount: '8000' }, lines: [], lineCount: 2 },
    ]);
    expect(bills.parts[1]?.transfers).toMatchObject([{ effect: { amount: '1500' } }]);
    await expect(
      settlement.ask(transferTraceContract.ofPayment, request, holder('finance', c)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      settlement.ask(transferTraceContract.get, { nettingRunId: run.id, number: 1 }, holder('finance', b)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const one of payments) await settle(one);
  });
});

describe('a payment', () => {
  it('is due by the days of its run, is reminded of when they are over, and says so', async () => {
    await twoBills();
    const run = await propose({ payWithinDays: 10 });
    await confirm(run);
    const payments = await paymentsOf(run);
    expect(payments).toMatchObject([
      { dueOn: '2026-11-30', isOverdue: false, reminderCount: 0 },
      { dueOn: '2026-11-30', isOverdue: false, reminderCount: 0 },
    ]);
    const overdue = async () =>
      (await settlement.ask(paymentContract.list, { overdue: true }, holder('finance', root))).items;
    expect(await overdue()).toEqual([]);
    const [first, second] = payments as [PaymentView, PaymentView];
    await settle(first);
    settlement.clock.advance(11 * 86_400_000);
    await eventually(async () => {
      expect(await overdue()).toMatchObject([{ id: second.id, isOverdue: true, reminderCount: 1 }]);
    });
    settlement.clock.advance(7 * 86_400_000);
    await eventually(async () => expect(await overdue()).toMatchObject([{ reminderCount: 2 }]));
    await settle(second);
    expect(await overdue()).toEqual([]);
  });

  it('E76: is paid whole: another amount is refused and changes nothing', async () => {
    await twoBills();
    const run = await propose({ mode: 'bilateral' });
    await confirm(run);
    const [payment] = await paymentsOf(run);
    if (payment === undefined) throw new Error('the run has a transfer');
    const part = { amount: String(BigInt(payment.amount.amount) - 1n), currency: 'CNY' as const };
    const sent = { paymentId: payment.id, bankReference: 'B1', amount: part };
    const payer = holder('finance', at(payment.payer.id));
    await expect(settlement.ask(paymentContract.confirmSent, sent, payer)).rejects.toMatchObject({
      code: 'PAYMENT_AMOUNT_DIFFERS',
    });
    await expect(
      settlement.ask(
        paymentContract.confirmReceived,
        { paymentId: payment.id, amount: part },
        holder('finance', at(payment.payee.id)),
      ),
    ).rejects.toMatchObject({ code: 'PAYMENT_AMOUNT_DIFFERS' });
    const whole = { ...sent, amount: payment.amount };
    expect(await settlement.ask(paymentContract.confirmSent, whole, payer)).toMatchObject({ version: 2 });
  });
});
