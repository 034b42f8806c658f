import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  confirmationContract,
  type ConfirmationSummaryView,
} from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { disputeContract } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import {
  nettingContract,
  type NettingRunView,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type Actor, dayMs } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, confirmAll, holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;

beforeAll(async () => {
  // Two of them look for due work at the same time.
  settlement = await startSettlement({ replicas: 2 });
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [a, b, c] = network.unions as [UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

/** What one test leaves open is nothing to the next. */
afterEach(async () => {
  await confirmAll(settlement);
  try {
    const run = await propose();
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/NOTHING_TO_NET|BALANCES_NOT_CONFIRMED/) });
  }
});

/** A has paid 120.00 for A, B and C in equal parts: B and C owe it 40.00 each. */
const threeShares = (options: { approval?: { silence: 'agrees' | 'disputes'; days: number } } = {}) =>
  approvedPool(settlement, {
    parties: [a, b, c],
    rule: { kind: 'equal' },
    confirm: false,
    ...options,
    bills: [{ payer: a, fen: 12_000n }],
  });

const ofPool = async (costPoolId: string): Promise<ConfirmationSummaryView[]> =>
  (await settlement.ask(confirmationContract.list, { costPoolId, limit: 200 }, holder('auditor', root)))
    .items;

async function askedOf(costPoolId: string, union: UnionState): Promise<ConfirmationSummaryView> {
  const found = (await ofPool(costPoolId)).find(({ party }) => party.id === union.id);
  if (found === undefined) throw new Error(`${union.name} was not asked`);
  return found;
}

const confirm = (confirmationId: string, actor: Actor) =>
  settlement.ask(confirmationContract.confirm, { confirmationId }, actor);

async function confirmFor(costPoolId: string, ...unions: readonly UnionState[]): Promise<void> {
  for (const union of unions) await confirm((await askedOf(costPoolId, union)).id, holder('finance', union));
}

function propose(): Promise<NettingRunView> {
  const today = settlement.clock.now().getTime();
  const day = (shift: number): string => new Date(today + shift * dayMs).toISOString().slice(0, 10);
  return settlement.ask(
    nettingContract.create,
    { mode: 'bilateral', periodFrom: day(-200), periodTo: day(1), unionId: root.id },
    holder('finance', root),
  );
}

const linesOf = (run: NettingRunView): string[] =>
  run.lines.map(({ from, to, amount }) => `${from.name}>${to.name}:${amount.amount}`).sort();

describe('the parties of approved costs', () => {
  it('are each asked once, with their share in words, whom they owe, and until when', async () => {
    const askedAt = settlement.clock.now();
    const pool = await threeShares({ approval: { silence: 'agrees', days: 7 } });
    const asked = await ofPool(pool.id);
    expect(asked.map(({ party, owes, owed }) => [party.name, owes.amount, owed.amount]).sort()).toEqual([
      ['工会A', '0', '8000'],
      ['工会B', '4000', '0'],
      ['工会C', '4000', '0'],
    ]);
    const confirmBy = new Date(askedAt.getTime() + 7 * dayMs).toISOString();
    expect(asked.every((one) => one.confirmBy === confirmBy && one.state === 'waiting')).toBe(true);
    const { id: confirmationId } = await askedOf(pool.id, b);
    const seen = await settlement.ask(confirmationContract.get, { confirmationId }, holder('finance', b));
    expect(seen).toMatchObject({
      title: '夏季运动会',
      kind: 'costs',
      costPoolId: pool.id,
      mayConfirm: true,
      mayDispute: true,
      share: { amount: { amount: '4000' }, trace: expect.arrayContaining([expect.stringContaining('¥')]) },
      paid: { amount: '0' },
      debts: [{ from: { name: '工会B' }, to: { name: '工会A' }, amount: { amount: '4000' } }],
    });
    // Those who share the costs may see who has confirmed, but may only answer for their own party.
    const other = await settlement.ask(confirmationContract.get, { confirmationId }, holder('finance', c));
    expect(other).toMatchObject({ mayConfirm: false, mayDispute: false });
    await expect(confirm(confirmationId, holder('finance', c))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(confirm(confirmationId, holder('approver', b))).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('wait for whoever answers for them, by union, state and title, until they have answered', async () => {
    const pool = await threeShares();
    const waiting = async (actor: Actor, filter = {}): Promise<string[]> => {
      const request = { waitingForMe: true, limit: 200, ...filter };
      const { items } = await settlement.ask(confirmationContract.list, request, actor);
      return items.filter(({ costPoolId }) => costPoolId === pool.id).map(({ party }) => party.name);
    };
    expect(await waiting(holder('finance', b))).toEqual(['工会B']);
    expect(await waiting(holder('finance', b), { q: '运动' })).toEqual(['工会B']);
    expect(await waiting(holder('finance', b), { q: '象棋' })).toEqual([]);
    expect((await waiting(holder('officer', root))).sort()).toEqual(['工会A', '工会B', '工会C']);
    expect(await waiting(holder('officer', root), { unionId: c.id })).toEqual(['工会C']);
    // Above they could answer for each of them; it is not theirs to answer.
    expect(await waiting(holder('officer', root), { ownUnions: true })).toEqual([]);
    expect(await waiting(holder('finance', b), { ownUnions: true })).toEqual(['工会B']);
    // An approver sees it, and has nothing to answer.
    expect(await waiting(holder('approver', b))).toEqual([]);
    await confirmFor(pool.id, b);
    expect(await waiting(holder('finance', b))).toEqual([]);
    const answered = { state: 'confirmed', costPoolId: pool.id } as const;
    const { items } = await settlement.ask(confirmationContract.list, answered, holder('approver', b));
    expect(items).toMatchObject([{ party: { name: '工会B' }, way: 'answer', mayConfirm: false }]);
  });
});

describe('netting', () => {
  it('takes a posting once both its sides have confirmed, and says what stayed out', async () => {
    const pool = await threeShares();
    await expect(propose()).rejects.toMatchObject({
      code: 'BALANCES_NOT_CONFIRMED',
      params: { postings: 2 },
    });
    await confirmFor(pool.id, b);
    // The one who is owed has not answered: B's 40.00 is not confirmed by both.
    await expect(propose()).rejects.toMatchObject({ code: 'BALANCES_NOT_CONFIRMED' });
    await confirmFor(pool.id, a);
    const run = await propose();
    expect(linesOf(run)).toEqual(['工会B>工会A:4000']);
    expect(run.stayedOut).toMatchObject([{ reason: 'unconfirmed', count: 1, amount: { amount: '4000' } }]);
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    await confirmFor(pool.id, c);
    expect(linesOf(await propose())).toEqual(['工会C>工会A:4000']);
  });

  it('does not confirm a run whose share was disputed since it was proposed', async () => {
    const pool = await threeShares();
    await confirmFor(pool.id, a, b, c);
    const run = await propose();
    const { id: confirmationId } = await askedOf(pool.id, c);
    const complaint = { confirmationId, reason: '只来了八人' };
    const dispute = await settlement.ask(disputeContract.open, complaint, holder('finance', c));
    const confirmRun = () =>
      settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    await expect(confirmRun()).rejects.toMatchObject({ code: 'RUN_SHARE_DISPUTED' });
    const next = await propose();
    expect(linesOf(next)).toEqual(['工会B>工会A:4000']);
    expect(next.stayedOut).toMatchObject([{ reason: 'disputed', count: 1, amount: { amount: '4000' } }]);
    await settlement.ask(disputeContract.withdraw, { disputeId: dispute.id }, holder('finance', c));
    await confirmRun();
    await expect(settlement.ask(disputeContract.open, complaint, holder('finance', c))).rejects.toMatchObject(
      { code: 'SHARE_NETTED' },
    );
  });

  it('lets a dispute or the confirmation of a run of the same moment through, never both', async () => {
    for (let round = 0; round < 4; round += 1) {
      const pool = await threeShares();
      await confirmFor(pool.id, a, b, c);
      const run = await propose();
      const { id: confirmationId } = await askedOf(pool.id, c);
      const results = await Promise.allSettled([
        settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root)),
        settlement.ask(disputeContract.open, { confirmationId, reason: '有误' }, holder('finance', c)),
      ]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const [opened] = (await settlement.ask(disputeContract.list, { state: 'open' }, holder('finance', c)))
        .items;
      if (opened)
        await settlement.ask(disputeContract.withdraw, { disputeId: opened.id }, holder('finance', c));
      else expect(results[1]).toMatchObject({ reason: { code: 'SHARE_NETTED' } });
      await confirmAll(settlement);
      if (opened) {
        const last = await propose();
        await settlement.ask(nettingContract.confirm, { nettingRunId: last.id }, holder('approver', root));
      }
    }
  });
});

describe('silence', () => {
  it('agrees at the end of the time that was agreed on, once, and leaves who answered before alone', async () => {
    const pool = await threeShares({ approval: { silence: 'agrees', days: 7 } });
    await confirmFor(pool.id, a);
    settlement.clock.advance(7 * dayMs - 1_000);
    expect((await askedOf(pool.id, b)).state).toBe('waiting');
    settlement.clock.advance(2_000);
    await eventually(async () => {
      const states = (await ofPool(pool.id)).map(({ party, state, way }) => [party.name, state, way]);
      expect(states.sort()).toEqual([
        ['工会A', 'confirmed', 'answer'],
        ['工会B', 'confirmed', 'silence'],
        ['工会C', 'confirmed', 'silence'],
      ]);
    });
    const trail: { count: number }[] = await settlement.dataSource.query(
      `SELECT count(*)::int AS count FROM audit_record WHERE action = 'confirmation-silence.due' AND subject_id = $1`,
      [(await askedOf(pool.id, b)).id],
    );
    expect(trail).toEqual([{ count: 1 }]);
  });

  it('and an answer of the same moment are one answer', async () => {
    const pool = await threeShares({ approval: { silence: 'agrees', days: 1 } });
    const asked = await ofPool(pool.id);
    settlement.clock.advance(dayMs);
    const answers = await Promise.allSettled(
      asked.map(({ id, party }) =>
        confirm(id, holder('finance', [a, b, c].find((one) => one.id === party.id) ?? root)),
      ),
    );
    await eventually(async () =>
      expect((await ofPool(pool.id)).every(({ state }) => state === 'confirmed')).toBe(true),
    );
    const ways = new Map((await ofPool(pool.id)).map(({ id, way }) => [id, way]));
    for (const [index, { id }] of asked.entries()) {
      expect(ways.get(id)).toBe(answers[index]?.status === 'fulfilled' ? 'answer' : 'silence');
      // Asked, and answered: in the one way or in the other.
      const versions: { version: number }[] = await settlement.dataSource.query(
        'SELECT version FROM confirmation WHERE id = $1',
        [id],
      );
      expect(versions).toEqual([{ version: 2 }]);
    }
  });

  it('disputes where that was agreed, and goes at once to the union above both', async () => {
    const pool = await threeShares({ approval: { silence: 'disputes', days: 3 } });
    await confirmFor(pool.id, a, b);
    settlement.clock.advance(3 * dayMs + 1_000);
    const approver = holder('approver', root);
    const disputed = await eventually(async () => {
      const waiting = { waitingForMe: true, limit: 200 } as const;
      const { items } = await settlement.ask(disputeContract.list, waiting, approver);
      const found = items.find(({ costPoolId }) => costPoolId === pool.id);
      if (found === undefined) throw new Error('nothing is disputed yet');
      return found;
    });
    expect(disputed).toMatchObject({
      party: { name: '工会C' },
      reason: null,
      openedByName: null,
      state: 'open',
      referredAt: expect.any(String),
      mayDismiss: true,
      decidedAt: { name: '区总工会' },
    });
    const decision = { disputeId: disputed.id, outcome: 'dismissed', reason: '多次联系未答复' } as const;
    await settlement.ask(disputeContract.decide, decision, approver);
    expect(await askedOf(pool.id, c)).toMatchObject({ state: 'confirmed', way: 'decision' });
  });
});

describe('a reversal', () => {
  it('leaves nothing to confirm and nothing to net', async () => {
    const pool = await threeShares();
    await confirmFor(pool.id, b);
    const reversal = { entryId: pool.entryId ?? '', reason: '发票重复入账' };
    await settlement.ask(ledgerContract.reverse, reversal, holder('approver', a));
    expect((await ofPool(pool.id)).map(({ state }) => state)).toEqual(['lapsed', 'lapsed', 'lapsed']);
    const { id } = await askedOf(pool.id, c);
    await expect(confirm(id, holder('finance', c))).rejects.toMatchObject({ code: 'CONFIRMATION_ANSWERED' });
    await expect(propose()).rejects.toMatchObject({ code: 'NOTHING_TO_NET' });
    await eventually(async () => {
      const { state } = await settlement.ask(
        costPoolContract.get,
        { costPoolId: pool.id },
        holder('finance', a),
      );
      expect(state).toBe('reversed');
    });
  });
});
