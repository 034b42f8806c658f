import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  confirmationContract,
  type ConfirmationSummaryView,
} from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { paymentContract } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { noticeRaisedEvents, type NoticeRaised } from '@gongxiang/contracts/notification/notice-raised';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, confirmAll, holder, knownNetwork } from './network.fixture.js';
import { firstReminderAt, noticeAt } from './clearing/payment/payment.model.js';
import { knownRole, startSettlement } from './settlement.fixture.js';
import { granted } from './funding/subsidy/subsidy.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState, c: UnionState;
/** Nobody holds a role at C. */
let people: Record<'rootFinance' | 'rootApprover' | 'aOfficer' | 'aFinance' | 'bFinance', string>;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 3);
  root = network.root;
  [a, b, c] = network.unions as [UnionState, UnionState, UnionState];
  people = {
    rootFinance: await knownRole(settlement, 'finance', root.id),
    rootApprover: await knownRole(settlement, 'approver', root.id),
    aOfficer: await knownRole(settlement, 'officer', a.id),
    aFinance: await knownRole(settlement, 'finance', a.id),
    bFinance: await knownRole(settlement, 'finance', b.id),
  };
});
afterAll(() => settlement.stop());

/** A has paid 120.00 for A, B and C in equal parts: B and C owe it 40.00 each. */
const threeShares = (confirmed = false) =>
  approvedPool(settlement, {
    parties: [a, b, c],
    rule: { kind: 'equal' },
    confirm: confirmed,
    approval: { silence: 'agrees', days: 7 },
    bills: [{ payer: a, fen: 12_000n }],
  });

async function askedOf(costPoolId: string, union: UnionState): Promise<ConfirmationSummaryView> {
  const request = { costPoolId, limit: 200 };
  const { items } = await settlement.ask(confirmationContract.list, request, holder('auditor', root));
  const found = items.find(({ party }) => party.id === union.id);
  if (found === undefined) throw new Error(`${union.name} was not asked`);
  return found;
}

async function callsAbout(aboutId: string): Promise<NoticeRaised[]> {
  const raised = await settlement.recorded(noticeRaisedEvents.settlement);
  return raised.filter(({ about }) => about['moneyId'] === aboutId);
}

/** Who of the known people is called, stage by stage. */
async function calledAbout(aboutId: string): Promise<[string, string[]][]> {
  return (await callsAbout(aboutId)).map(({ kind, cause, personIds }) => [
    `${kind} ${cause.split('/').at(-1)}`,
    Object.entries(people).flatMap(([name, personId]) => (personIds.includes(personId) ? [name] : [])),
  ]);
}

const untilCalled = (aboutId: string, calls: [string, string[]][]) =>
  eventually(async () => expect(await calledAbout(aboutId)).toEqual(calls));

function until(moment: Date): void {
  settlement.clock.advance(Math.max(0, moment.getTime() - settlement.clock.now().getTime()));
}

describe('those who may act are called', () => {
  it('once when the time to confirm is nearly over, but not who has answered', async () => {
    const pool = await threeShares();
    const [ofA, ofB, ofC] = [await askedOf(pool.id, a), await askedOf(pool.id, b), await askedOf(pool.id, c)];
    await settlement.ask(confirmationContract.confirm, { confirmationId: ofB.id }, holder('finance', b));
    until(new Date(Date.parse(ofA.confirmBy) - 86_400_000));
    await untilCalled(ofA.id, [['confirmationDue 1', ['aOfficer', 'aFinance']]]);
    expect(await callsAbout(ofA.id)).toMatchObject([
      { title: ofA.title, values: { fen: '8000', at: ofA.confirmBy } },
    ]);
    // C has nobody who may answer: the union above answers for it.
    await untilCalled(ofC.id, [['confirmationDue 1', ['rootFinance']]]);
    expect(await callsAbout(ofB.id)).toEqual([]);
    await confirmAll(settlement);
  });

  it('three days before a payment is due, the morning after and a week later: first its payer, then its payee', async () => {
    await threeShares(true);
    const today = settlement.clock.now().toISOString().slice(0, 10);
    const run = await settlement.ask(
      nettingContract.create,
      { mode: 'bilateral', periodFrom: '2026-01-01', periodTo: today, unionId: root.id, payWithinDays: 10 },
      holder('finance', root),
    );
    await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
    const request = { nettingRunId: run.id, limit: 200 };
    const { items } = await settlement.ask(paymentContract.list, request, holder('finance', root));
    const payment = items.find(({ payer }) => payer.id === b.id);
    if (payment === undefined) throw new Error('B pays A');
    until(noticeAt(payment.dueOn));
    await untilCalled(payment.id, [['paymentDue 1', ['bFinance']]]);
    expect(await callsAbout(payment.id)).toMatchObject([
      {
        title: `${b.name} → ${a.name}`,
        values: { fen: payment.amount.amount, at: `${payment.dueOn}T15:59:00.000Z` },
      },
    ]);
    const sent = { paymentId: payment.id, bankReference: 'B1' };
    await settlement.ask(paymentContract.confirmSent, sent, holder('finance', b));
    until(firstReminderAt(payment.dueOn));
    const before: [string, string[]][] = [
      ['paymentDue 1', ['bFinance']],
      ['paymentOverdue 1', ['aFinance']],
    ];
    await untilCalled(payment.id, before);
    settlement.clock.advance(7 * 86_400_000);
    await untilCalled(payment.id, [...before, ['paymentOverdue 2', ['aFinance']]]);
    await settlement.ask(paymentContract.confirmReceived, { paymentId: payment.id }, holder('finance', a));
    const due: unknown[] = await settlement.dataSource.query(
      `SELECT 1 FROM due WHERE kind IN ('payment-due-soon', 'payment-overdue') AND key = $1`,
      [payment.id],
    );
    expect(due).toEqual([]);
  });

  it('a week before a report on a subsidy is due, and when it is: then who may claim it back, too', async () => {
    const subsidy = await granted(settlement, root, { by: a });
    until(new Date(Date.parse(subsidy.reportDueAt) - 6 * 86_400_000));
    const soon: [string, string[]] = ['subsidyReportDue 1', ['aOfficer', 'aFinance']];
    await untilCalled(subsidy.id, [soon]);
    until(new Date(subsidy.reportDueAt));
    await untilCalled(subsidy.id, [
      soon,
      ['subsidyReportOverdue 1', ['rootApprover', 'aOfficer', 'aFinance']],
    ]);
  });
});
