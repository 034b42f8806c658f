import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { confirmationContract } from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import type { CostPoolView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { disputeContract } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import type { NettingModeName } from '@gongxiang/contracts/settlement/clearing/netting-preview.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { paymentContract } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { ledgerProofContract } from '@gongxiang/contracts/settlement/ledger/ledger-proof.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, newId, toWire } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import fc from 'fast-check';
import { approvedPool, confirmAll, holder, keyOf, knownNetwork } from '../../network.fixture.js';
import { at, PoolActs, tried } from '../../pool-acts.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;
let acts: PoolActs;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [a, b, c] = network.unions as [UnionState, UnionState, UnionState];
  acts = new PoolActs(settlement, a);
});
afterAll(() => settlement.stop());

/** What may happen to the money of an activity; the numbers choose among what is there. */
const kinds = [
  'supplement',
  'refund',
  'reverseRefund',
  'reversePool',
  'confirm',
  'dispute',
  'settleDispute',
  'net',
  'pay',
  'fail',
] as const;
type Step = { readonly kind: (typeof kinds)[number]; readonly which: number; readonly other: number };
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat(9),
  other: fc.nat(9),
});

const finance = (): Actor => holder('finance', root);
/** A new person each time, because nobody may decide on their own proposal. */
const approver = (): Actor => holder('approver', root);

async function confirm(which: number): Promise<void> {
  const { items } = await settlement.ask(confirmationContract.list, { state: 'waiting' }, finance());
  const confirmationId = at(items, which)?.id ?? newId();
  await settlement.ask(confirmationContract.confirm, { confirmationId }, finance());
}

async function dispute(which: number): Promise<void> {
  const { items } = await settlement.ask(confirmationContract.list, { limit: 200 }, finance());
  const open = items.filter(({ state }) => state === 'waiting' || state === 'confirmed');
  const request = { confirmationId: at(open, which)?.id ?? newId(), reason: '人数有出入' };
  await settlement.ask(disputeContract.open, request, finance());
}

async function settleDispute(which: number, outcome: 'dismissed' | 'upheld'): Promise<void> {
  const { items } = await settlement.ask(disputeContract.list, { limit: 200 }, finance());
  const open = items.filter(({ state }) => state === 'open');
  const request = { disputeId: at(open, which)?.id ?? newId(), outcome, reason: '以签到表为准' };
  await tried(() => settlement.ask(disputeContract.refer, { disputeId: request.disputeId }, finance()));
  await settlement.ask(disputeContract.decide, request, approver());
}

const modes: readonly NettingModeName[] = ['bilateral', 'hub', 'fewest'];

async function net(which: number): Promise<void> {
  const mode = modes[which % modes.length] ?? 'fewest';
  const hub = mode === 'hub' ? { hub: { kind: 'union' as const, id: root.id } } : {};
  const period = { periodFrom: '2026-01-01', periodTo: '2026-12-31', unionId: root.id };
  const run = await settlement.ask(nettingContract.create, { mode, ...hub, ...period }, finance());
  await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, approver());
}

async function openPayment(which: number): Promise<string> {
  const { items } = await settlement.ask(paymentContract.list, { state: 'open', limit: 200 }, finance());
  return at(items, which)?.id ?? newId();
}

async function pay(which: number): Promise<void> {
  const paymentId = await openPayment(which);
  await tried(() =>
    settlement.ask(paymentContract.confirmSent, { paymentId, bankReference: newId() }, finance()),
  );
  await settlement.ask(paymentContract.confirmReceived, { paymentId }, finance());
}

async function happen(chain: CostPoolView[], { kind, which, other }: Step): Promise<unknown> {
  const [first] = chain;
  const pool = at(chain, which);
  if (first === undefined || pool === undefined) return;
  const payer = at([a, b, c], other) ?? a;
  switch (kind) {
    case 'supplement':
      return chain.push(await acts.supplement(first, payer, BigInt(other * 337 + 1)));
    case 'refund':
      return acts.refund(pool, other, which * 11 + 1);
    case 'reverseRefund':
      return acts.reverseRefund(pool, other);
    case 'reversePool':
      return acts.reversePool(pool);
    case 'confirm':
      return confirm(which);
    case 'dispute':
      return dispute(which);
    case 'settleDispute':
      return settleDispute(which, other % 2 === 0 ? 'dismissed' : 'upheld');
    case 'net':
      return net(which);
    case 'pay':
      return pay(which);
    case 'fail': {
      const request = { paymentId: await openPayment(which), reason: '退票' };
      return settlement.ask(paymentContract.fail, request, approver());
    }
  }
}

/** A posting is in one run that stands at the most, and all parties together stand at nothing. */
async function check(): Promise<void> {
  const twice: unknown[] = await settlement.dataSource.query(
    'SELECT entry_id, line FROM netted_posting GROUP BY entry_id, line HAVING count(*) > 1',
  );
  expect(twice).toEqual([]);
  const balance = await settlement.ask(ledgerContract.trialBalance, {}, holder('auditor', root));
  expect(balance).toMatchObject({ balanced: true, difference: toWire(0n) });
}

/** Everything that is open is decided, confirmed, netted and paid. */
async function comeToRest(): Promise<void> {
  for (let left = 1; left > 0;) {
    const { items } = await settlement.ask(disputeContract.list, { limit: 200 }, finance());
    left = items.filter(({ state }) => state === 'open').length;
    if (left > 0) await settleDispute(0, 'dismissed');
  }
  await confirmAll(settlement);
  await tried(() => net(0));
  for (;;) {
    const { items } = await settlement.ask(paymentContract.list, { state: 'open', limit: 200 }, finance());
    if (items.length === 0) return;
    await pay(0);
  }
}

async function differences(): Promise<unknown[]> {
  const auditor = holder('auditor', root);
  const { id: reconciliationId } = await settlement.ask(ledgerProofContract.reconcile, {}, auditor);
  return eventually(async () => {
    const view = await settlement.ask(ledgerProofContract.getReconciliation, { reconciliationId }, auditor);
    expect(view.state).toBe('done');
    return view.differences;
  });
}

describe('E71 E80 E91: over random histories of bills, refunds, disputes, netting and payments', () => {
  it('no fen is lost or made, none is netted twice, and in the end every account comes to zero', async () => {
    const history = fc.array(step, { minLength: 6, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 9_999 }), history, async (fen, steps) => {
        const rule = {
          kind: 'subsidyFirst',
          source: keyOf(root),
          percent: '20',
          upTo: toWire(1_000n),
          rest: { kind: 'equal' },
        };
        const bills = [
          { payer: a, fen: BigInt(fen) },
          { payer: b, fen: 1_001n },
        ];
        const chain = [await approvedPool(settlement, { parties: [a, b, c], rule, bills })];
        for (const one of steps) {
          await tried(() => happen(chain, one));
          await check();
        }
        await comeToRest();
        const unlevel: unknown[] = await settlement.dataSource.query(
          `SELECT a.party_id, a.purpose FROM account a JOIN posting p ON a.id IN (p.debit_account, p.credit_account)
           GROUP BY a.id HAVING sum(CASE WHEN p.credit_account = a.id THEN amount_fen ELSE -amount_fen END) <> 0`,
        );
        expect(unlevel).toEqual([]);
        expect(await differences()).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});
