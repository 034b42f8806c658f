import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { statementContract } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { subsidyProgrammeContract } from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import { subsidyContract, type SubsidyView } from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { partyKey, toWire } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import fc from 'fast-check';
import { bill, holder, knownActivity, knownNetwork } from '../../network.fixture.js';
import { PoolActs } from '../../pool-acts.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';
import { award, granted, openProgramme, submitted, subsidyIdOf } from './subsidy.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 2);
  root = network.root;
  [a, b] = network.unions as [UnionState, UnionState];
});
afterAll(() => settlement.stop());

const get = ({ id }: { readonly id: string }) =>
  settlement.ask(subsidyContract.get, { subsidyId: id }, holder('auditor', a));
const figures = ({ granted: whole, drawn, returned, left, state }: SubsidyView) => [
  whole.amount,
  drawn.amount,
  returned.amount,
  left.amount,
  state,
];
const activity = (upTo: bigint) =>
  knownActivity(settlement, {
    parties: [a, b],
    rule: {
      kind: 'subsidyFirst',
      source: partyKey({ kind: 'union', id: root.id }),
      upTo: toWire(upTo),
      rest: { kind: 'equal' },
    },
  });

/** Costs of an activity that a has paid, up to their submission; its facts are here: nobody came. */
async function handedIn(activityId: string, fen: bigint) {
  const finance = holder('finance', a);
  const { id: costPoolId } = await settlement.ask(costPoolContract.create, { activityId }, finance);
  await settlement.ask(costPoolContract.addItem, bill(costPoolId, a, fen), finance);
  await settlement.ask(costPoolContract.computeShares, { costPoolId }, finance);
  return settlement.ask(costPoolContract.submit, { costPoolId }, finance);
}

async function approved(activityId: string, fen: bigint) {
  const pool = await handedIn(activityId, fen);
  return settlement.ask(costPoolContract.approve, { costPoolId: pool.id }, holder('approver', a));
}

async function reversed(entryId: string | null): Promise<void> {
  await settlement.ask(
    ledgerContract.reverse,
    { entryId: entryId ?? '', reason: '发票重复' },
    holder('approver', a),
  );
}

const balances = async () =>
  Object.fromEntries(
    await Promise.all(
      [root, a, b].map(async (union) => {
        const period = { union: union.id, from: '2026-01-01', to: '2027-12-31' };
        const { closing } = await settlement.ask(statementContract.get, period, holder('auditor', root));
        return [union.name, closing.amount];
      }),
    ),
  );

describe('what was given', () => {
  it('is drawn by the costs of its activity, given back by their reversal, and never drawn beyond', async () => {
    const activityId = await activity(150_000n);
    const subsidy = await granted(settlement, root, { by: a, activityId });
    expect(figures(subsidy)).toEqual(['200000', '0', '0', '200000', 'active']);
    expect(await balances()).toEqual({ 区总工会: '-200000', 工会A: '200000', 工会B: '0' });
    const period = { union: a.id, from: '2026-01-01', to: '2027-12-31' };
    const { lines } = await settlement.ask(statementContract.get, period, holder('auditor', a));
    expect(lines).toMatchObject([
      { kind: 'subsidy', counterparty: { name: '区总工会' }, amount: toWire(200_000n) },
    ]);
    const pool = await approved(activityId, 400_000n);
    // The giver owes a 1,500.00 of the costs, and b half of the rest: 1,250.00. a had 1,500.00 before, and owes it back.
    expect(await balances()).toEqual({ 区总工会: '-200000', 工会A: '325000', 工会B: '-125000' });
    const drawn = await get(subsidy);
    expect(figures(drawn)).toEqual(['200000', '150000', '0', '50000', 'active']);
    expect(drawn.moves).toMatchObject([{ kind: 'drawn', costPoolId: pool.id, left: toWire(50_000n) }]);

    await reversed(pool.entryId);
    expect(figures(await get(subsidy))).toEqual(['200000', '0', '0', '200000', 'active']);
    expect(await balances()).toEqual({ 区总工会: '-200000', 工会A: '200000', 工会B: '0' });
    // Its correction draws again.
    await approved(activityId, 160_000n);
    expect(figures(await get(subsidy))).toEqual(['200000', '150000', '0', '50000', 'active']);
  });

  it('bounds what the agreement would take: as the shares are computed, and under the lock as they are approved', async () => {
    const activityId = await activity(250_000n);
    const subsidy = await granted(settlement, root, { by: a, activityId });
    await expect(handedIn(activityId, 240_000n)).rejects.toMatchObject({
      code: 'SUBSIDY_BEYOND_GRANT',
      params: { leftFen: subsidy.left.amount },
    });

    const later = await activity(150_000n);
    const second = await granted(settlement, root, { by: a, activityId: later });
    const ready = await handedIn(later, 150_000n);
    // Between the two, the whole of it was reported as used elsewhere and the report accepted.
    const line = { title: '器材', amount: toWire(60_000n), expenseCode: '1.2' };
    const report = { subsidyId: second.id, text: '已使用。', lines: [line] };
    await settlement.ask(subsidyContract.report, report, holder('officer', a));
    await settlement.ask(subsidyContract.acceptReport, { subsidyId: second.id }, holder('officer', root));
    await expect(
      settlement.ask(costPoolContract.approve, { costPoolId: ready.id }, holder('approver', a)),
    ).rejects.toMatchObject({ code: 'SUBSIDY_BEYOND_GRANT', params: { leftFen: '140000' } });
    expect(figures(await get(second))).toEqual(['200000', '60000', '0', '140000', 'accounted']);
  });

  it('is given anew by a supplement as far as a refund brought it back, and is not drawn a second time', async () => {
    const activityId = await activity(200_000n);
    const subsidy = await granted(settlement, root, { by: a, activityId });
    const first = await approved(activityId, 300_000n);
    const before = await balances();
    const acts = new PoolActs(settlement, a);
    // Two thirds of the returned 1,500.00 belong to the giver: it has 1,000.00 of its grant back.
    await acts.refund(first, 0, 50);
    const refunded = await balances();
    expect(BigInt(refunded['区总工会'] ?? 0) - BigInt(before['区总工会'] ?? 0)).toBe(100_000n);
    expect(figures(await get(subsidy)).slice(0, 4)).toEqual(['200000', '200000', '0', '0']);
    const supplement = await acts.supplement(first, a, 90_000n);
    expect(supplement.subsidy).toEqual(toWire(90_000n));
    const after = await balances();
    expect(BigInt(after['区总工会'] ?? 0) - BigInt(refunded['区总工会'] ?? 0)).toBe(-90_000n);
    expect(figures(await get(subsidy)).slice(0, 4)).toEqual(['200000', '200000', '0', '0']);
    // The giver has 100.00 of the limit of 2,000.00 left.
    expect((await acts.supplement(first, a, 90_000n)).subsidy).toEqual(toWire(10_000n));
  });

  it('covers no more of a cost than its percentage', async () => {
    const activityId = await activity(150_000n);
    const terms = { basis: 'percent' as const, grades: [], percent: '50', cap: toWire(300_000n) };
    // 50 % of 4,000.00 planned, and no more than the 2,000.00 that were asked for.
    const subsidy = await granted(settlement, root, { by: a, activityId, terms });
    expect(subsidy.granted.amount).toBe('200000');
    // 50 % of 2,000.00.
    await expect(approved(activityId, 200_000n)).rejects.toMatchObject({
      code: 'SUBSIDY_BEYOND_GRANT',
      params: { leftFen: '100000' },
    });
  });

  it('waits for its transfer where it goes by the bank, and then leaves nothing to be netted', async () => {
    const before = await balances();
    const subsidy = await granted(settlement, root, { by: a, terms: { payment: 'bank' } });
    expect([subsidy.state, subsidy.entryId]).toEqual(['accepted', null]);
    const request = { subsidyId: subsidy.id };
    const payer = holder('finance', root);
    await expect(
      settlement.ask(subsidyContract.confirmReceived, request, holder('finance', a)),
    ).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    const sent = { ...request, bankReference: '20261120-1' };
    await settlement.ask(subsidyContract.confirmSent, sent, payer);
    // E83: a finance officer of the giver reaches down to the receiver, and does not confirm both.
    await expect(settlement.ask(subsidyContract.confirmReceived, request, payer)).rejects.toMatchObject({
      code: 'SAME_PERSON',
    });
    expect(
      await settlement.ask(subsidyContract.confirmReceived, request, holder('finance', a)),
    ).toMatchObject({ state: 'active', bankReference: '20261120-1' });
    expect(await balances()).toEqual(before);
  });

  it('is claimed back where nothing was reported in time, once, and never more than is left', async () => {
    const subsidy = await granted(settlement, root, { by: b });
    const request = { subsidyId: subsidy.id, reason: '逾期未报' };
    const approver = holder('approver', root);
    const clawBack = () => settlement.ask(subsidyContract.clawBack, request, approver);
    await expect(clawBack()).rejects.toMatchObject({ code: 'SUBSIDY_NOT_DUE_BACK' });
    settlement.clock.advance(Date.parse(subsidy.reportDueAt) - settlement.clock.now().getTime());
    await eventually(async () =>
      expect(
        (await settlement.ask(subsidyContract.list, { overdue: true }, approver)).items.map(({ id }) => id),
      ).toContain(subsidy.id),
    );
    const found = async (q: string) =>
      (await settlement.ask(subsidyContract.list, { q }, approver)).items.map(({ id }) => id);
    expect(await found(subsidy.title.slice(1))).toContain(subsidy.id);
    expect(await found(b.name)).toContain(subsidy.id);
    expect(await found('没有这一笔')).toEqual([]);
    const [first, second] = await Promise.allSettled([clawBack(), clawBack()]);
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
    const view = await settlement.ask(subsidyContract.get, { subsidyId: subsidy.id }, approver);
    expect(figures(view)).toEqual(['200000', '0', '200000', '0', 'closed']);
  });

  it('is accounted for by a report that another person accepts, or sends back', async () => {
    const subsidy = await granted(settlement, root, { by: a, terms: { needsReceipts: true } });
    const request = { subsidyId: subsidy.id };
    const line = { title: '器材', amount: toWire(50_000n), expenseCode: '1.2' };
    const receipt = { name: '发票.pdf', fileKey: 'receipts/1', sha256: 'a'.repeat(64) };
    const report = (one: object) =>
      settlement.ask(
        subsidyContract.report,
        { ...request, text: '已使用。', lines: [{ ...line, ...one }] },
        holder('officer', a),
      );
    await expect(report({})).rejects.toMatchObject({ code: 'SUBSIDY_RECEIPT_REQUIRED' });
    await expect(report({ receipt, amount: toWire(200_001n) })).rejects.toMatchObject({
      code: 'SUBSIDY_REPORT_ABOVE_LEFT',
    });
    await report({ receipt });
    const back = { ...request, reason: '金额有误' };
    const officer = holder('officer', root);
    expect(await settlement.ask(subsidyContract.returnReport, back, officer)).toMatchObject({
      state: 'active',
      reason: '金额有误',
    });
    await report({ receipt, amount: toWire(60_000n) });
    expect(
      await settlement.ask(subsidyContract.getReceipt, { ...request, number: 0 }, officer),
    ).toMatchObject({ name: '发票.pdf', fileKey: 'receipts/1' });
    const accepted = await settlement.ask(subsidyContract.acceptReport, request, officer);
    expect(figures(accepted)).toEqual(['200000', '60000', '0', '140000', 'accounted']);
    const claim = { ...request, reason: '活动结余' };
    expect(figures(await settlement.ask(subsidyContract.clawBack, claim, holder('approver', root)))).toEqual([
      '200000',
      '60000',
      '140000',
      '0',
      'closed',
    ]);
  });
});

describe('any history at all', () => {
  type Step = { readonly kind: 'draw' | 'reverse' | 'report' | 'clawBack'; readonly fen: bigint };
  const step = fc.record({
    kind: fc.constantFrom('draw' as const, 'reverse' as const, 'report' as const, 'clawBack' as const),
    fen: fc.bigInt({ min: 1n, max: 250_000n }),
  });

  async function play(subsidy: SubsidyView, activityId: string, pools: string[], { kind, fen }: Step) {
    const request = { subsidyId: subsidy.id };
    if (kind === 'draw') {
      const pool = await approved(activityId, fen);
      pools.push(pool.entryId ?? '');
    } else if (kind === 'reverse') {
      const entryId = pools.pop();
      if (entryId === undefined) return;
      await reversed(entryId);
    } else if (kind === 'report') {
      const line = { title: '器材', amount: toWire(fen), expenseCode: '1.2' };
      const report = { ...request, text: '已使用。', lines: [line] };
      await settlement.ask(subsidyContract.report, report, holder('officer', a));
      await settlement.ask(subsidyContract.acceptReport, request, holder('officer', root));
    } else {
      await settlement.ask(
        subsidyContract.clawBack,
        { ...request, reason: '结余' },
        holder('approver', root),
      );
    }
  }

  it('leaves drawn + returned + left = granted, the programme within its budget, and the ledger at zero', async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
      const activityId = await activity(120_000n);
      const subsidy = await granted(settlement, root, { by: a, activityId });
      const pools: string[] = [];
      for (const one of steps) {
        // What a rule refuses changes nothing; anything else is a fault.
        await play(subsidy, activityId, pools, one).catch((error: unknown) => {
          if (!/^[A-Z_]+$/.test(String((error as { code?: unknown }).code))) throw error;
        });
        const view = await get(subsidy);
        const [whole = 0n, drawn = 0n, returned = 0n, left = 0n] = figures(view).slice(0, 4).map(BigInt);
        expect(drawn + returned + left).toBe(whole);
        expect(left >= 0n && drawn >= 0n && returned >= 0n).toBe(true);
        expect(view.moves.at(-1)?.left.amount ?? view.granted.amount).toBe(view.left.amount);
      }
      const programme = await settlement.ask(
        subsidyProgrammeContract.get,
        { programmeId: subsidy.programmeId },
        holder('officer', root),
      );
      expect(BigInt(programme.awarded.amount)).toBeLessThanOrEqual(BigInt(programme.budget.amount));
      expect(await settlement.ask(ledgerContract.trialBalance, {}, holder('auditor', root))).toMatchObject({
        balanced: true,
      });
    });
    await fc.assert(property, { numRuns: 8 });
  });
});

describe('who may see and do what', () => {
  it('is that of its two sides, and of those above them', async () => {
    const programme = await openProgramme(settlement, root);
    const wish = await submitted(settlement, programme, { by: a });
    const programmeId = programme.id;
    await settlement.ask(subsidyProgrammeContract.stop, { programmeId }, holder('officer', root));
    await award(settlement, wish, root);
    await settlement.ask(subsidyProgrammeContract.approve, { programmeId }, holder('approver', root));
    const subsidyId = await subsidyIdOf(settlement, wish, a);
    const at = (actor: ReturnType<typeof holder>) =>
      settlement.ask(subsidyContract.get, { subsidyId }, actor);
    expect(await at(holder('auditor', root))).toMatchObject({ state: 'offered' });
    await expect(at(holder('officer', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      settlement.ask(subsidyContract.accept, { subsidyId }, holder('auditor', a)),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(
      settlement.ask(subsidyContract.clawBack, { subsidyId, reason: '试' }, holder('approver', a)),
    ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });
});
