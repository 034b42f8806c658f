import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { awaitEvents, type AwaitState } from '@gongxiang/contracts/notification/awaits';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { accountClosureContract } from '@gongxiang/contracts/settlement/accounts/account-closure.contract';
import { disclosureContract } from '@gongxiang/contracts/settlement/accounts/disclosure.contract';
import {
  confirmationContract,
  type ConfirmationSummaryView,
} from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { disputeContract } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { refundContract, type RefundView } from '@gongxiang/contracts/settlement/bills/refund.contract';
import { supplementContract } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { partyFreezeContract } from '@gongxiang/contracts/settlement/clearing/party-freeze.contract';
import { paymentContract } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { budgetContract } from '@gongxiang/contracts/settlement/funding/budget.contract';
import { subsidyApplicationContract } from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import {
  subsidyNoticeContract,
  subsidyProgrammeContract,
} from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import { subsidyContract } from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { type MandateStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, type RoleName, shanghaiDate, toWire } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { reminderOf } from './accounts/disclosure/disclosure-reminder.service.js';
import { endOf } from './clearing/payment/payment.model.js';
import { award, openProgramme, submitted, subsidyIdOf } from './funding/subsidy/subsidy.fixture.js';
import { Awaits1765100001000 } from './migrations/1765100001000-awaits.js';
import {
  approvedPool,
  confirmAll,
  holder,
  knownActivity,
  knownNetwork,
  submittedPool,
} from './network.fixture.js';
import { MandateRef } from './reference/mandate.entity.js';
import { knownRole, startSettlement } from './settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [a, b, c] = network.unions as [UnionState, UnionState, UnionState];
});
afterAll(() => settlement.stop());

const awaits = (id: string, ...kinds: string[]): Promise<AwaitState[]> =>
  untilAwaits(settlement, 'settlement', id, kinds);

/** Those who hold one of these roles at the unions, or at the nearest above, apart from these people. */
const office = (roles: RoleName | RoleName[], unions: UnionState | UnionState[], ...exceptIds: string[]) => ({
  roles: [roles].flat(),
  unionIds: [unions].flat().map(({ id }) => id),
  isNearest: true,
  exceptIds,
});

/** Somebody who holds several roles at a union, as this service knows. */
async function both(union: UnionState, ...roles: RoleName[]): Promise<Actor> {
  const actor = actorWith({ roles: roles.map((role) => [role, union.id, union.path] as const) });
  for (const role of roles) await knownRole(settlement, role, union.id, actor.personId);
  return actor;
}

/** A has paid 120.00 for A and B in equal parts: B owes it 60.00. */
const twoShares = (confirm = false, silence: 'agrees' | 'disputes' = 'agrees') =>
  approvedPool(settlement, {
    parties: [a, b],
    rule: { kind: 'equal' },
    confirm,
    approval: { silence, days: 7 },
    bills: [{ payer: a, fen: 12_000n }],
  });

async function askedOf(costPoolId: string, union: UnionState): Promise<ConfirmationSummaryView> {
  const request = { costPoolId, limit: 200 };
  const { items } = await settlement.ask(confirmationContract.list, request, holder('auditor', root));
  const found = items.find(({ party }) => party.id === union.id);
  if (found === undefined) throw new Error(`${union.name} was not asked`);
  return found;
}

const untilMandate = ({ id, version }: MandateStateData) =>
  eventually(async () => {
    const known = await settlement.dataSource.manager.findOneByOrFail(MandateRef, { id });
    expect(known.version).toBe(version);
  });

function until(moment: Date): void {
  settlement.clock.advance(Math.max(0, moment.getTime() - settlement.clock.now().getTime()));
}

describe('a cost pool', () => {
  it('waits for who approves it, and once it is returned for who submits it again', async () => {
    const activityId = await knownActivity(settlement, { parties: [a, b], rule: { kind: 'equal' } });
    const { id: costPoolId } = await submittedPool(settlement, activityId, [{ payer: a, fen: 9_000n }], a);
    const [submission] = await awaits(costPoolId, 'costPoolSubmitted');
    expect(submission).toMatchObject({
      why: 'dealsWithMoney',
      personIds: [],
      offices: office('approver', a),
      about: { moneyId: costPoolId },
      title: '夏季运动会',
      values: { fen: '9000' },
      dueAt: null,
    });
    const request = { costPoolId, reason: '缺发票' };
    await settlement.ask(costPoolContract.return, request, holder('approver', a));
    const [returned] = await awaits(costPoolId, 'costPoolReturned');
    expect(returned).toMatchObject({ offices: office('finance', a), values: { reason: '缺发票' } });
    // E83: whoever submits it cannot approve it, although they hold the office.
    const submitter = await both(a, 'finance', 'approver');
    await settlement.ask(costPoolContract.submit, { costPoolId }, submitter);
    const [again] = await awaits(costPoolId, 'costPoolSubmitted');
    expect(again).toMatchObject({ offices: office('approver', a, submitter.personId) });
    await settlement.ask(costPoolContract.approve, { costPoolId }, holder('approver', a));
    await awaits(costPoolId);
    await confirmAll(settlement);
  });

  it('that is discarded waits for nobody', async () => {
    const activityId = await knownActivity(settlement, { parties: [c], rule: { kind: 'equal' } });
    const { id: costPoolId } = await submittedPool(settlement, activityId, [{ payer: c, fen: 100n }], c);
    const request = { costPoolId, reason: '重复' };
    await settlement.ask(costPoolContract.return, request, holder('approver', c));
    await awaits(costPoolId, 'costPoolReturned');
    const finance = holder('finance', c);
    const { items } = await settlement.ask(costPoolContract.listItems, { costPoolId }, finance);
    const { version } = await settlement.ask(costPoolContract.get, { costPoolId }, finance);
    const item = { costPoolId, itemId: items[0]?.id ?? '' };
    const left = await settlement.ask(costPoolContract.removeItem, item, finance, { ifMatch: version });
    await settlement.ask(supplementContract.discard, { costPoolId }, finance, { ifMatch: left.version });
    await awaits(costPoolId);
  });
});

describe('who keeps the books of another union', () => {
  it('is waited for like those at the union, as long as the mandate holds', async () => {
    const finance = holder('finance', b);
    const activityId = await knownActivity(settlement, { parties: [b], rule: { kind: 'equal' } });
    const { id: costPoolId } = await submittedPool(settlement, activityId, [{ payer: b, fen: 9_000n }], b);
    const untilOf = (...unions: UnionState[]) =>
      eventually(async () => {
        const [awaited] = await awaits(costPoolId, 'costPoolSubmitted');
        expect(awaited).toMatchObject({ offices: office('approver', unions) });
      });
    await untilOf(b);
    const now = settlement.clock.now().getTime();
    const mandate: MandateStateData = {
      id: newId(),
      version: 1,
      fromUnionId: b.id,
      toUnionId: c.id,
      scopes: ['bookkeeping'],
      from: new Date(now + 3_600_000).toISOString(),
      until: new Date(now + 7_200_000).toISOString(),
      revokedAt: null,
      entryLimit: toWire(9_000n),
    };
    await settlement.emit(sharingEvents.mandateChanged, mandate);
    await untilMandate(mandate);
    until(new Date(mandate.from));
    await untilOf(b, c);
    until(new Date(mandate.until));
    await untilOf(b);
    // A limit below the costs does not suffice for them.
    const longer = { until: new Date(now + 9_000_000).toISOString(), entryLimit: toWire(9_000n) };
    await settlement.emit(sharingEvents.mandateChanged, { ...mandate, ...longer, version: 2 });
    await untilOf(b, c);
    const lower = { ...longer, entryLimit: toWire(8_999n), version: 3 };
    await settlement.emit(sharingEvents.mandateChanged, { ...mandate, ...lower });
    await untilOf(b);
    const request = { costPoolId, reason: '重复' };
    await settlement.ask(costPoolContract.return, request, holder('approver', b));
    const [returned] = await awaits(costPoolId, 'costPoolReturned');
    expect(returned).toMatchObject({ offices: office('finance', b) });
    await settlement.ask(costPoolContract.submit, { costPoolId }, finance);
    await settlement.ask(costPoolContract.approve, { costPoolId }, holder('approver', b));
    await awaits(costPoolId);
  });
});

describe('a share', () => {
  it('waits for who answers for its party, until it is answered or its entry is reversed', async () => {
    const pool = await twoShares();
    const [ofA, ofB] = [await askedOf(pool.id, a), await askedOf(pool.id, b)];
    const [owed] = await awaits(ofA.id, 'confirmationAsked');
    expect(owed).toMatchObject({ values: { fen: '6000', direction: 'owed', partyName: '工会A' } });
    const [owes] = await awaits(ofB.id, 'confirmationAsked');
    expect(owes).toMatchObject({
      offices: office(['finance', 'officer'], b),
      about: { moneyId: ofB.id },
      values: { fen: '6000', direction: 'owes', partyName: '工会B', at: ofB.confirmBy },
      dueAt: ofB.confirmBy,
    });
    await settlement.ask(confirmationContract.confirm, { confirmationId: ofB.id }, holder('finance', b));
    await awaits(ofB.id);
    await awaits(ofA.id, 'confirmationAsked');
    const reversal = { entryId: pool.entryId ?? '', reason: '作废' };
    await settlement.ask(ledgerContract.reverse, reversal, holder('approver', a));
    await awaits(ofA.id);
  });

  it('that silence confirms waits for nobody any more', async () => {
    const { id } = await askedOf((await twoShares()).id, b);
    const [asked] = await awaits(id, 'confirmationAsked');
    until(new Date(asked?.dueAt ?? 0));
    await awaits(id);
  });
});

describe('a dispute', () => {
  const open = async (costPoolId: string) => {
    const { id: confirmationId } = await askedOf(costPoolId, b);
    await awaits(confirmationId, 'confirmationAsked');
    const complaint = { confirmationId, reason: '人数不对' };
    const dispute = await settlement.ask(disputeContract.open, complaint, holder('finance', b));
    await awaits(confirmationId);
    return dispute;
  };
  const decide = (disputeId: string) =>
    settlement.ask(
      disputeContract.decide,
      { disputeId, outcome: 'dismissed', reason: '按签到表' },
      holder('approver', root),
    );

  it('waits for the side that has not written last, and then for who decides', async () => {
    const opened = await open((await twoShares()).id);
    const disputeId = opened.id;
    const [first] = await awaits(disputeId, 'disputeOpened');
    expect(first).toMatchObject({
      offices: office(['finance', 'officer', 'approver'], a),
      about: { moneyId: disputeId },
      values: { fen: '6000', at: opened.talkUntil },
      dueAt: opened.talkUntil,
    });
    await settlement.ask(disputeContract.write, { disputeId, text: '按签到表算的' }, holder('finance', a));
    const [answered] = await awaits(disputeId, 'disputeAnswered');
    expect(answered).toMatchObject({ offices: { unionIds: [b.id] }, dueAt: opened.talkUntil });
    const approver = await both(root, 'approver', 'finance');
    await settlement.ask(disputeContract.refer, { disputeId }, holder('finance', b));
    const [referred] = await awaits(disputeId, 'disputeReferred');
    expect(referred).toMatchObject({ offices: { roles: ['approver'], unionIds: [root.id] }, dueAt: null });
    // Whoever has opened it does not decide it; the approver above has had no part in it.
    expect(referred?.offices?.exceptIds).toHaveLength(1);
    expect(referred?.offices?.exceptIds).not.toContain(approver.personId);
    await decide(disputeId);
    await awaits(disputeId);
    await confirmAll(settlement);
  });

  it('waits for who decides once the time for talking is over, and for nobody once its entry is reversed', async () => {
    const pool = await twoShares();
    const { id: disputeId, talkUntil } = await open(pool.id);
    await awaits(disputeId, 'disputeOpened');
    until(new Date(talkUntil));
    await awaits(disputeId, 'disputeReferred');
    const reversal = { entryId: pool.entryId ?? '', reason: '作废' };
    await settlement.ask(ledgerContract.reverse, reversal, holder('approver', a));
    await awaits(disputeId);
  });

  it('that silence opens waits for who decides at once', async () => {
    const pool = await twoShares(false, 'disputes');
    const asked = await askedOf(pool.id, b);
    const ofA = { confirmationId: (await askedOf(pool.id, a)).id };
    await settlement.ask(confirmationContract.confirm, ofA, holder('finance', a));
    until(new Date(Date.parse(asked.confirmBy) + 1_000));
    const disputeId = await eventually(async () => {
      const { disputeId: found } = await askedOf(pool.id, b);
      if (found === null) throw new Error('nothing is disputed yet');
      return found;
    });
    await awaits(disputeId, 'disputeReferred');
    await decide(disputeId);
    await awaits(disputeId);
  });
});

describe('a refund', () => {
  async function proposed(by: Actor): Promise<RefundView> {
    const { id: costPoolId } = await twoShares(true);
    const finance = holder('finance', a);
    const { items } = await settlement.ask(costPoolContract.listItems, { costPoolId }, finance);
    const lines = [{ itemId: items[0]?.id ?? '', amount: toWire(3_000n) }];
    const { previewHash } = await settlement.ask(refundContract.preview, { costPoolId, lines }, finance);
    const request = { costPoolId, lines, reason: '少用一天', creditNote: newId(), previewHash };
    return settlement.ask(refundContract.propose, request, by);
  }

  it.each(['approve', 'return', 'withdraw'] as const)(
    'waits for who approves it, but not for who proposes it, until somebody says %s',
    async (verb) => {
      const proposer = await both(a, 'finance', 'approver');
      const { id: refundId, costPoolId } = await proposed(proposer);
      const [awaited] = await awaits(refundId, 'refundProposed');
      expect(awaited).toMatchObject({
        offices: office('approver', a, proposer.personId),
        about: { costPoolId, refundId },
        title: '夏季运动会',
        values: { fen: '3000', reason: '少用一天' },
      });
      const request = { costPoolId, refundId };
      const approver = holder('approver', a);
      if (verb === 'approve') await settlement.ask(refundContract.approve, request, approver);
      else if (verb === 'return')
        await settlement.ask(refundContract.return, { ...request, reason: '凭证不符' }, approver);
      else await settlement.ask(refundContract.withdraw, request, holder('finance', a));
      await awaits(refundId);
      await confirmAll(settlement);
    },
  );
});

describe('netting', () => {
  const propose = (by: Actor) =>
    settlement.ask(
      nettingContract.create,
      {
        mode: 'bilateral',
        periodFrom: '2026-01-01',
        periodTo: shanghaiDate(settlement.clock.now()),
        unionId: root.id,
        payWithinDays: 10,
      },
      by,
    );

  it('waits for who confirms the run, then for its payers, then for its payees', async () => {
    await twoShares(true);
    const proposer = holder('finance', root);
    const withdrawn = await propose(proposer);
    await awaits(withdrawn.id, 'nettingRunProposed');
    const withdrawal = { nettingRunId: withdrawn.id, reason: '再等等' };
    await settlement.ask(nettingContract.withdraw, withdrawal, proposer);
    await awaits(withdrawn.id);

    const run = await propose(proposer);
    const [proposed] = await awaits(run.id, 'nettingRunProposed');
    expect(proposed).toMatchObject({
      offices: office('approver', root, proposer.personId),
      about: { moneyId: run.id },
      title: root.name,
      values: { fen: run.total.amount, periodFrom: run.periodFrom, periodTo: run.periodTo },
    });
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    await awaits(run.id);
    const request = { nettingRunId: run.id, limit: 200 };
    const { items } = await settlement.ask(paymentContract.list, request, proposer);
    const payment = items.find(({ payer, payee }) => payer.id === b.id && payee.id === a.id);
    if (payment === undefined) throw new Error('B pays A');
    const paymentId = payment.id;
    const dueAt = endOf(payment.dueOn).toISOString();
    const [toSend] = await awaits(paymentId, 'paymentToSend');
    expect(toSend).toMatchObject({
      offices: office('finance', b),
      about: { moneyId: paymentId },
      title: '工会B → 工会A',
      values: { fen: payment.amount.amount, direction: 'owes', partyName: '工会A', at: dueAt },
      dueAt,
    });

    const party = { kind: 'union' as const, id: b.id };
    const above = holder('approver', root);
    const frozen = await settlement.ask(partyFreezeContract.freeze, { party, reason: '审计期间' }, above);
    await awaits(paymentId);
    const release = { partyFreezeId: frozen.id, reason: '审计结束' };
    await settlement.ask(partyFreezeContract.release, release, above);
    await awaits(paymentId, 'paymentToSend');

    const payer = holder('finance', b);
    await settlement.ask(paymentContract.confirmSent, { paymentId, bankReference: 'B1' }, payer);
    const [toReceive] = await awaits(paymentId, 'paymentToReceive');
    expect(toReceive).toMatchObject({
      offices: office('finance', a, payer.personId),
      values: { fen: payment.amount.amount, direction: 'owed', partyName: '工会B' },
      dueAt,
    });
    await settlement.ask(paymentContract.confirmReceived, { paymentId }, holder('finance', a));
    await awaits(paymentId);
  });
});

describe('a budget', () => {
  it('waits for who adopts it, and once it is returned for who submits it again', async () => {
    const finance = holder('finance', a);
    const lines = [{ expenseCode: '1.2', amount: toWire(85_000n) }];
    const draft = await settlement.ask(budgetContract.create, { unionId: a.id, year: 2026, lines }, finance);
    const budgetId = draft.id;
    const submit = () => settlement.ask(budgetContract.submit, { budgetId }, finance);
    await submit();
    const [submission] = await awaits(budgetId, 'budgetSubmitted');
    expect(submission).toMatchObject({
      offices: office('approver', a, finance.personId),
      about: { moneyId: budgetId },
      title: a.name,
      values: { year: '2026', fen: '85000' },
    });
    const request = { budgetId, reason: '偏高' };
    await settlement.ask(budgetContract.return, request, holder('approver', a));
    const [returned] = await awaits(budgetId, 'budgetReturned');
    expect(returned).toMatchObject({
      offices: office(['finance', 'officer'], a),
      values: { year: '2026', reason: '偏高' },
    });
    await submit();
    await awaits(budgetId, 'budgetSubmitted');
    await settlement.ask(budgetContract.adopt, { budgetId }, holder('approver', a));
    await awaits(budgetId);
  });
});

describe('a programme', () => {
  it('waits for decisions, then for their approval, and on notice for answers to objections', async () => {
    const programme = await openProgramme(settlement, root, { noticeDays: 5 });
    const programmeId = programme.id;
    const application = await submitted(settlement, programme, { by: a });
    const [applied] = await awaits(programmeId, 'subsidyApplied');
    expect(applied).toMatchObject({ offices: office(['officer', 'finance'], root), values: { count: '1' } });
    const officer = holder('officer', root);
    await settlement.ask(subsidyProgrammeContract.stop, { programmeId }, officer);
    const [undecided] = await awaits(programmeId, 'subsidyToDecide');
    expect(undecided).toMatchObject({
      offices: office('officer', root),
      about: { moneyId: programmeId },
      title: programme.title,
      values: { count: '1' },
    });
    const decider = await both(root, 'officer', 'approver');
    const outcome = {
      applicationId: application.id,
      outcome: 'award',
      grade: 'A',
      reason: '方案完整',
    } as const;
    await settlement.ask(subsidyApplicationContract.decide, outcome, decider);
    const [decided] = await awaits(programmeId, 'subsidyToApprove');
    expect(decided).toMatchObject({ offices: office('approver', root, decider.personId) });
    const approve = () =>
      settlement.ask(subsidyProgrammeContract.approve, { programmeId }, holder('approver', root));
    await approve();
    await awaits(programmeId);

    const objector = actorWith({ unionId: b.id, unionPath: b.path });
    const words = { programmeId, applicationId: application.id, reason: '去年已获同类补助。' };
    const { id: objectionId } = await settlement.ask(subsidyNoticeContract.object, words, objector);
    const [objected] = await awaits(programmeId, 'objectionToAnswer');
    expect(objected).toMatchObject({
      offices: office('officer', root, objector.personId),
      values: { count: '1' },
    });
    settlement.clock.advance(60_000);
    const answer = { programmeId, objectionId, answer: '属实，改为B档。', upheld: true };
    await settlement.ask(subsidyNoticeContract.answer, answer, officer);
    // What was objected to with reason is to be decided anew.
    await awaits(programmeId, 'subsidyToDecide');
    settlement.clock.advance(60_000);
    await award(settlement, application, root, 'B');
    await awaits(programmeId, 'subsidyToApprove');
    await approve();
    await awaits(programmeId);
  });

  it('that is cancelled waits for nobody', async () => {
    const programme = await openProgramme(settlement, root);
    const programmeId = programme.id;
    await submitted(settlement, programme, { by: a });
    const officer = holder('officer', root);
    await settlement.ask(subsidyProgrammeContract.stop, { programmeId }, officer);
    await awaits(programmeId, 'subsidyToDecide');
    await settlement.ask(subsidyProgrammeContract.cancel, { programmeId, reason: '资金调整' }, officer);
    await awaits(programmeId);
  });
});

describe('a subsidy', () => {
  /** Awarded by the federation to A. @returns its id, and who has approved it */
  async function offered(payment: 'netting' | 'bank'): Promise<{ subsidyId: string; approver: Actor }> {
    const programme = await openProgramme(settlement, root, { payment });
    const application = await submitted(settlement, programme, { by: a });
    const programmeId = programme.id;
    await settlement.ask(subsidyProgrammeContract.stop, { programmeId }, holder('officer', root));
    await award(settlement, application, root);
    const approver = holder('approver', root);
    await settlement.ask(subsidyProgrammeContract.approve, { programmeId }, approver);
    return { subsidyId: await subsidyIdOf(settlement, application, a), approver };
  }
  const report = (subsidyId: string, by: Actor) => {
    const lines = [{ title: '器材', amount: toWire(60_000n), expenseCode: '1.2' }];
    return settlement.ask(subsidyContract.report, { subsidyId, text: '已使用。', lines }, by);
  };

  it('waits for each side in turn, from the offer until the rest is back', async () => {
    const { subsidyId, approver } = await offered('bank');
    const [offer] = await awaits(subsidyId, 'subsidyOffered');
    expect(offer).toMatchObject({
      offices: office(['officer', 'finance'], a, approver.personId),
      about: { moneyId: subsidyId },
      values: { fen: '200000', direction: 'owed' },
    });
    const receiver = holder('officer', a);
    const { reportDueAt } = await settlement.ask(subsidyContract.accept, { subsidyId }, receiver);
    const [toPay] = await awaits(subsidyId, 'subsidyToPay');
    expect(toPay).toMatchObject({
      offices: office('finance', root),
      values: { fen: '200000', direction: 'owes', partyName: a.name },
    });
    const payer = holder('finance', root);
    await settlement.ask(subsidyContract.confirmSent, { subsidyId, bankReference: 'B1' }, payer);
    const [toReceive] = await awaits(subsidyId, 'subsidyToReceive');
    expect(toReceive).toMatchObject({
      offices: office('finance', a, payer.personId),
      values: { fen: '200000', direction: 'owed', partyName: root.name },
    });
    await settlement.ask(subsidyContract.confirmReceived, { subsidyId }, holder('finance', a));
    const [toReport] = await awaits(subsidyId, 'subsidyToReport');
    expect(toReport).toMatchObject({
      offices: office(['officer', 'finance'], a),
      values: { fen: '200000', at: reportDueAt },
      dueAt: reportDueAt,
    });
    await report(subsidyId, receiver);
    const [reported] = await awaits(subsidyId, 'subsidyReported');
    expect(reported).toMatchObject({
      offices: office(['officer', 'finance'], root, receiver.personId),
      values: { fen: '200000', partyName: a.name },
    });
    const reviewer = holder('officer', root);
    const back = { subsidyId, reason: '缺发票' };
    await settlement.ask(subsidyContract.returnReport, back, reviewer);
    const [again] = await awaits(subsidyId, 'subsidyToReport');
    expect(again).toMatchObject({ values: { reason: '缺发票' }, dueAt: reportDueAt });
    expect(again?.slot).not.toBe(toReport?.slot);
    await report(subsidyId, receiver);
    await awaits(subsidyId, 'subsidyReported');
    await settlement.ask(subsidyContract.acceptReport, { subsidyId }, reviewer);
    const [rest] = await awaits(subsidyId, 'subsidyToReclaim');
    expect(rest).toMatchObject({
      offices: office('approver', root, reviewer.personId),
      values: { fen: '140000', direction: 'owed', partyName: a.name },
    });
    const claim = { subsidyId, reason: '结余上缴' };
    await settlement.ask(subsidyContract.clawBack, claim, holder('approver', root));
    await awaits(subsidyId);
  });

  it('that is declined waits for nobody', async () => {
    const { subsidyId } = await offered('netting');
    await awaits(subsidyId, 'subsidyOffered');
    const request = { subsidyId, reason: '条件不符' };
    await settlement.ask(subsidyContract.decline, request, holder('officer', a));
    await awaits(subsidyId);
  });
});

describe('what waits already at the upgrade', () => {
  it('is told by due work, as if it had just begun', async () => {
    const activityId = await knownActivity(settlement, { parties: [b], rule: { kind: 'equal' } });
    const { id } = await submittedPool(settlement, activityId, [{ payer: b, fen: 700n }], b);
    const [told] = await awaits(id, 'costPoolSubmitted');
    const { dataSource } = settlement;
    await dataSource.query('DELETE FROM awaited WHERE id = $1', [id]);
    const toldOf = async () =>
      (await settlement.recorded(awaitEvents.settlement)).filter((one) => one.id === id);
    const before = (await toldOf()).length;
    const runner = dataSource.createQueryRunner();
    await new Awaits1765100001000().up(runner);
    await runner.release();
    until(new Date(Date.now() + 1_000));
    await eventually(async () => expect((await toldOf()).length).toBe(before + 1));
    expect((await awaits(id, 'costPoolSubmitted'))[0]).toEqual(told);
    const request = { costPoolId: id };
    await settlement.ask(costPoolContract.approve, request, holder('approver', b));
    await awaits(id);
    await confirmAll(settlement);
  });
});

describe('the closing of accounts', () => {
  it.each(['withdraw', 'approve'] as const)(
    'waits for who approves it, but not for who proposes it, until somebody says %s',
    async (verb) => {
      const proposer = holder('finance', c);
      const party = { kind: 'union' as const, id: c.id };
      const successor = { kind: 'union' as const, id: a.id };
      const request = { party, successor, reason: '并入其他工会' };
      const { id: closureId } = await settlement.ask(accountClosureContract.propose, request, proposer);
      const [awaited] = await awaits(closureId, 'closureProposed');
      expect(awaited).toMatchObject({
        offices: office('approver', c, proposer.personId),
        about: { moneyId: closureId },
        values: { partyName: c.name, reason: '并入其他工会' },
      });
      const by = verb === 'approve' ? holder('approver', root) : proposer;
      if (verb === 'withdraw') await settlement.ask(accountClosureContract.withdraw, { closureId }, by);
      else await settlement.ask(accountClosureContract.approve, { closureId }, by);
      await awaits(closureId);
    },
  );
});

describe('a year', () => {
  it('that is not disclosed waits from January for who discloses it, until they do', async () => {
    const year = Number(shanghaiDate(settlement.clock.now()).slice(0, 4));
    await twoShares(true);
    until(reminderOf(year));
    const [due] = await awaits(a.id, 'disclosureDue');
    expect(due).toMatchObject({
      offices: office('officer', a),
      slot: String(year),
      about: { moneyId: a.id },
      title: `${a.name} ${year}`,
    });
    await settlement.ask(disclosureContract.publish, { unionId: a.id, year }, holder('officer', a));
    await awaits(a.id);
    await awaits(b.id, 'disclosureDue');
  });
});
