import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { affairsEvents } from '@gongxiang/contracts/affairs/affairs-events';
import { matterPaymentContract } from '@gongxiang/contracts/affairs/matters/matter-payment.contract';
import { matterContract, type MatterReceipt } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { ServicePaysDto } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import {
  type MatterPaymentChanged,
  settlementEvents,
} from '@gongxiang/contracts/settlement/settlement-events';
import { type Actor, daysAfter, shanghaiDate, toWire } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import {
  plantPerson,
  plantService,
  plantTree,
  readMatter,
  sendMatter,
  type Tree,
} from '../matters.fixture.js';

const pays: ServicePaysDto = { expenseCode: '2.5', most: toWire(50_000n) };
const one = [{ label: '收款人', name: '张小三', account: '6222020200012345678' }];
const amount = toWire(50_000n);

let affairs: ServiceFixture;
let tree: Tree;
let designer: Actor;
let officer: Actor;
let worker: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  designer = await plantPerson(affairs, tree.root, 'officer');
  officer = await plantPerson(affairs, tree.left, 'officer');
  worker = await plantPerson(affairs, tree.left);
});
afterAll(() => affairs.stop());

/** A matter that the officer has decided, under a service that pays. */
async function decided(rule: ServicePaysDto | null = pays): Promise<MatterReceipt> {
  const service = await plantService(affairs, tree.root.id, designer, { name: '住院慰问', pays: rule });
  const receipt = await sendMatter(affairs, service.id, worker);
  const matterId = receipt.id;
  await affairs.ask(matterContract.take, { matterId }, officer, { ifMatch: 1 });
  const decision = { matterId, outcome: 'issued', reasons: '同意慰问' };
  await affairs.ask(matterContract.decide, decision, officer, { ifMatch: 2 });
  return receipt;
}

async function request(matterId: string, more: object = {}, actor = officer) {
  const { version } = await readMatter(affairs, matterId, officer);
  const asked = { matterId, amount, payees: one, ...more };
  return affairs.ask(matterPaymentContract.request, asked, actor, { ifMatch: version });
}

async function requestIdOf({ number }: MatterReceipt): Promise<string> {
  const told = await affairs.recorded(affairsEvents.matterPaymentRequested);
  return told.filter(({ matterNumber }) => matterNumber === number).at(-1)?.requestId ?? '';
}

/** What settlement says, until the matter shows it. */
async function settle(receipt: MatterReceipt, news: Partial<MatterPaymentChanged>): Promise<void> {
  const requestId = await requestIdOf(receipt);
  const said = {
    requestId,
    version: 2,
    state: 'approved',
    reason: null,
    paidOn: null,
    changedAt: '2026-11-27T02:00:00Z',
  };
  const told = { ...said, ...news } as MatterPaymentChanged;
  await affairs.emit(settlementEvents.matterPaymentChanged, told);
  await eventually(async () => {
    const { payment } = await readMatter(affairs, receipt.id, worker);
    expect(payment).toMatchObject({ state: told.state });
  });
}

const eventsOf = async ({ id }: MatterReceipt, actor = worker) =>
  (await readMatter(affairs, id, actor)).entries.map(({ event, text }) => `${event} ${text ?? ''}`.trim());

describe('a payment for a matter', () => {
  it('is asked for by who has it in hand, and no name and no account leaves', async () => {
    const receipt = await decided();
    const view = await request(receipt.id);
    expect(view).toMatchObject({ payment: { state: 'asked', amount, paidOn: null } });
    expect(view.acts).not.toContainEqual({ act: 'requestPayment' });
    const told = (await affairs.recorded(affairsEvents.matterPaymentRequested)).at(-1);
    expect(told).toEqual({
      requestId: expect.any(String),
      matterNumber: receipt.number,
      unionId: tree.left.id,
      amount,
      expenseCode: '2.5',
      payees: [{ pseudonym: expect.any(String), weight: 1 }],
      askedBy: officer.personId,
    });
    const [row] = await affairs.dataSource.query('SELECT sealed_payees FROM matter_payment WHERE id = $1', [
      told?.requestId,
    ]);
    expect(row.sealed_payees).not.toContain('张小三');
  });

  it('is split by the rule of the service, to one payee for each part', async () => {
    const split = [
      { label: '提出人', weight: 60 },
      { label: '实施人', weight: 40 },
    ];
    const receipt = await decided({ expenseCode: '3.4', most: null, split });
    await expect(request(receipt.id)).rejects.toMatchObject({ code: 'MATTER_PAYEES_UNLIKE' });
    await request(receipt.id, { amount: toWire(10_001n), payees: split.map(({ label }) => ({ label })) });
    const told = (await affairs.recorded(affairsEvents.matterPaymentRequested)).at(-1);
    expect(told?.payees.map(({ weight }) => weight)).toEqual([60, 40]);
    expect(new Set(told?.payees.map(({ pseudonym }) => pseudonym)).size).toBe(2);
  });

  it.each([
    ['by its person', pays, {}, () => worker, 'NOT_PERMITTED'],
    [
      'by another officer of the union',
      pays,
      {},
      () => plantPerson(affairs, tree.left, 'officer'),
      'NOT_PERMITTED',
    ],
    ['above the bound', pays, { amount: toWire(50_001n) }, () => officer, 'MATTER_PAYMENT_ABOVE'],
    ['of a service that pays nothing', null, {}, () => officer, 'MATTER_PAYS_NOTHING'],
  ])('is refused %s', async (_what, rule, more, who, code) => {
    const receipt = await decided(rule);
    await expect(request(receipt.id, more, await who())).rejects.toMatchObject({ code });
  });

  it('is refused before the decision', async () => {
    const service = await plantService(affairs, tree.root.id, designer, { pays });
    const { id: matterId } = await sendMatter(affairs, service.id, worker);
    await affairs.ask(matterContract.take, { matterId }, officer, { ifMatch: 1 });
    await expect(request(matterId)).rejects.toMatchObject({ code: 'MATTER_STATE' });
  });

  it('is told to its person step by step, and says who was paid to nobody', async () => {
    const receipt = await decided();
    await request(receipt.id);
    await settle(receipt, { state: 'approved', version: 2 });
    await settle(receipt, { state: 'paid', version: 3, paidOn: '2026-11-27' });
    expect((await eventsOf(receipt)).slice(-2)).toEqual(['paymentRequested ¥500.00', 'paymentPaid ¥500.00']);
    const seen = await readMatter(affairs, receipt.id, worker);
    expect(seen).toMatchObject({ payment: { state: 'paid', paidOn: '2026-11-27', amount }, pays: null });
    expect(JSON.stringify(seen.payment)).not.toContain('6222');
    const byCode = await affairs.ask(
      matterContract.status,
      { number: receipt.number, code: receipt.code },
      null,
    );
    expect(byCode.payment).toMatchObject({ state: 'paid', paidOn: '2026-11-27' });
    const notices = await affairs.recorded(noticeRaisedEvents.affairs);
    expect(notices.filter(({ about }) => about['matterId'] === receipt.id)).toContainEqual(
      expect.objectContaining({ kind: 'matterPaid', personIds: [worker.personId], title: '住院慰问' }),
    );
    await expect(request(receipt.id)).rejects.toMatchObject({ code: 'MATTER_PAYMENT_ASKED' });
  });

  it('is asked for again once it was refused or came back; what is told late or twice changes nothing', async () => {
    const receipt = await decided();
    await request(receipt.id);
    await settle(receipt, { state: 'refused', version: 2, reason: '收款账号有误' });
    const first = await requestIdOf(receipt);
    await request(receipt.id);
    await settle(receipt, { state: 'paid', version: 3, paidOn: '2026-11-27' });
    const before = await eventsOf(receipt);
    const late = {
      requestId: first,
      version: 2,
      state: 'refused',
      reason: '收款账号有误',
      paidOn: null,
    } as const;
    await affairs.emit(settlementEvents.matterPaymentChanged, { ...late, changedAt: '2026-11-27T02:00:00Z' });
    await settle(receipt, { state: 'returned', version: 4, reason: '账户已注销', paidOn: '2026-11-27' });
    expect(await eventsOf(receipt)).toEqual([...before, 'paymentReturned 账户已注销']);
    expect(before.slice(-4)).toEqual([
      'paymentRequested ¥500.00',
      'paymentRefused 收款账号有误',
      'paymentRequested ¥500.00',
      'paymentPaid ¥500.00',
    ]);
    expect((await readMatter(affairs, receipt.id, officer)).acts).toContainEqual({ act: 'requestPayment' });
  });

  it('shows whom to pay to the finance of its union alone, once it is approved', async () => {
    const receipt = await decided();
    await request(receipt.id);
    const matterPaymentId = await requestIdOf(receipt);
    const finance = await plantPerson(affairs, tree.left, 'finance');
    const other = await plantPerson(affairs, tree.right, 'finance');
    const ask = (actor: Actor) => affairs.ask(matterPaymentContract.payees, { matterPaymentId }, actor);
    await expect(ask(finance)).rejects.toMatchObject({ code: 'MATTER_PAYEES_SEALED' });
    await settle(receipt, { state: 'approved' });
    expect(await ask(finance)).toEqual({ items: [{ pseudonym: expect.any(String), ...one[0] }] });
    await expect(ask(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(ask(officer)).rejects.toMatchObject({
      code: expect.stringMatching(/NOT_FOUND|NOT_PERMITTED/),
    });
  });
});

describe('a payment in instalments', () => {
  const day = 86_400_000;
  const from = (days: number) => daysAfter(shanghaiDate(affairs.clock.now()), days);
  const inThree = () => ({
    instalments: [
      { dueOn: from(0), amount: toWire(20_000n) },
      { dueOn: from(31), amount: toWire(20_000n) },
      { dueOn: from(62), amount: toWire(10_000n) },
    ],
  });
  const statesOf = async ({ id }: MatterReceipt, actor = worker) =>
    (await readMatter(affairs, id, actor)).instalments.map(({ state }) => state);
  const until = (receipt: MatterReceipt, states: readonly string[]) =>
    eventually(async () => expect(await statesOf(receipt)).toEqual(states));
  const amountsTold = async ({ number }: MatterReceipt) =>
    (await affairs.recorded(affairsEvents.matterPaymentRequested))
      .filter(({ matterNumber }) => matterNumber === number)
      .map((told) => told.amount.amount);
  /** Its day has come, and it waits for the next morning. */
  const untilLookedAt = ({ id }: MatterReceipt) =>
    eventually(async () => {
      const [row]: { at: Date }[] = await affairs.dataSource.query(
        `SELECT d.due_at AS at FROM matter_payment p JOIN due d ON d.kind = 'matter-instalment' AND d.key = p.id::text
         WHERE p.matter_id = $1 AND p.instalment = 2 AND p.state = 'planned'`,
        [id],
      );
      expect(row?.at.getTime()).toBeGreaterThan(affairs.clock.now().getTime());
    });
  const stop = async ({ id: matterId }: MatterReceipt, actor = officer) =>
    affairs.ask(matterPaymentContract.stop, { matterId, reason: '已返乡就业' }, actor, {
      ifMatch: (await readMatter(affairs, matterId, officer)).version,
    });

  it('is asked for one by one on its days, and comes back as paid one by one', async () => {
    const receipt = await decided();
    const view = await request(receipt.id, inThree());
    expect(view.instalments.map(({ state, dueOn, amount: { amount: fen } }) => [state, dueOn, fen])).toEqual([
      ['asked', from(0), '20000'],
      ['planned', from(31), '20000'],
      ['planned', from(62), '10000'],
    ]);
    expect(view.acts).toContainEqual({ act: 'stopPayments' });
    expect(view.acts).not.toContainEqual({ act: 'requestPayment' });
    await settle(receipt, { state: 'paid', version: 3, paidOn: from(0) });
    affairs.clock.advance(31 * day);
    await until(receipt, ['paid', 'asked', 'planned']);
    await settle(receipt, { state: 'paid', version: 3, paidOn: from(0) });
    affairs.clock.advance(31 * day);
    await until(receipt, ['paid', 'paid', 'asked']);
    expect(await amountsTold(receipt)).toEqual(['20000', '20000', '10000']);
    expect(await eventsOf(receipt)).toEqual(
      expect.arrayContaining(['paymentsPlanned ¥500.00', 'paymentRequested ¥200.00', 'paymentPaid ¥200.00']),
    );
    const finance = await plantPerson(affairs, tree.left, 'finance');
    await settle(receipt, { state: 'approved' });
    const asked = { matterPaymentId: await requestIdOf(receipt) };
    const { items } = await affairs.ask(matterPaymentContract.payees, asked, finance);
    expect(items).toEqual([{ pseudonym: expect.any(String), ...one[0] }]);
    await settle(receipt, { state: 'paid', version: 3, paidOn: from(0) });
    await expect(stop(receipt)).rejects.toMatchObject({ code: 'MATTER_INSTALMENTS_NONE' });
    await expect(request(receipt.id)).rejects.toMatchObject({ code: 'MATTER_PAYMENT_ASKED' });
  });

  it('is stopped with a reason for its person: what was asked for goes on, and nothing more is', async () => {
    const receipt = await decided();
    await request(receipt.id, inThree());
    const other = await plantPerson(affairs, tree.left, 'officer');
    await expect(stop(receipt, other)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(stop(receipt, worker)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await stop(receipt);
    expect(await statesOf(receipt)).toEqual(['asked', 'stopped', 'stopped']);
    expect((await eventsOf(receipt)).at(-1)).toBe('paymentsStopped 已返乡就业');
    const notices = await affairs.recorded(noticeRaisedEvents.affairs);
    const told = notices.filter(({ about }) => about['matterId'] === receipt.id);
    expect(told).toContainEqual(
      expect.objectContaining({
        kind: 'matterPaymentsStopped',
        personIds: [worker.personId],
        values: { fen: '30000' },
      }),
    );
    expect(JSON.stringify(told)).not.toContain('返乡');
    affairs.clock.advance(63 * day);
    await settle(receipt, { state: 'paid', version: 3, paidOn: from(0) });
    expect(await amountsTold(receipt)).toEqual(['20000']);
  });

  it('waits while an earlier one has failed, which is asked for again with the account that is right', async () => {
    const receipt = await decided();
    await request(receipt.id, inThree());
    await settle(receipt, { state: 'returned', version: 4, reason: '账户已注销', paidOn: from(0) });
    affairs.clock.advance(32 * day);
    await untilLookedAt(receipt);
    expect(await statesOf(receipt)).toEqual(['returned', 'planned', 'planned']);
    const right = { payees: [{ ...one[0], account: '6217000200087654321' }] };
    await expect(request(receipt.id, right)).rejects.toMatchObject({ code: 'MATTER_INSTALMENT_AMOUNT' });
    await request(receipt.id, { ...right, amount: toWire(20_000n) });
    affairs.clock.advance(day);
    await until(receipt, ['asked', 'asked', 'planned']);
    expect(await amountsTold(receipt)).toEqual(['20000', '20000', '20000']);
    const finance = await plantPerson(affairs, tree.left, 'finance');
    await settle(receipt, { state: 'approved' });
    const asked = { matterPaymentId: await requestIdOf(receipt) };
    const { items } = await affairs.ask(matterPaymentContract.payees, asked, finance);
    expect(items).toMatchObject([{ account: '6217000200087654321' }]);
  });

  it('waits while its matter is open again, and ends with one that is withdrawn', async () => {
    const receipt = await decided();
    await request(receipt.id, inThree());
    const matterId = receipt.id;
    const reopening = await readMatter(affairs, matterId, worker);
    const again = { matterId, reason: '情况有变' };
    await affairs.ask(matterContract.reopen, again, worker, { ifMatch: reopening.version });
    affairs.clock.advance(32 * day);
    await untilLookedAt(receipt);
    expect(await statesOf(receipt)).toEqual(['asked', 'planned', 'planned']);
    const { version } = await readMatter(affairs, matterId, worker);
    await affairs.ask(matterContract.withdraw, { matterId }, worker, { ifMatch: version });
    affairs.clock.advance(day);
    await until(receipt, ['asked', 'stopped', 'stopped']);
  });

  it('ends with another decision: what was planned under the first is not paid under the second', async () => {
    const receipt = await decided();
    await request(receipt.id, inThree());
    const matterId = receipt.id;
    const versionNow = async (): Promise<number> => (await readMatter(affairs, matterId, officer)).version;
    const again = { matterId, reason: '情况有变' };
    await affairs.ask(matterContract.reopen, again, worker, { ifMatch: await versionNow() });
    affairs.clock.advance(day);
    const decision = { matterId, outcome: 'refused', reasons: '已享受同类补助' };
    await affairs.ask(matterContract.decide, decision, officer, { ifMatch: await versionNow() });
    affairs.clock.advance(32 * day);
    await until(receipt, ['asked', 'stopped', 'stopped']);
  });

  it('is never twice what one instalment is, whatever asks for it', async () => {
    const receipt = await decided();
    await request(receipt.id, inThree());
    const again = `INSERT INTO matter_payment SELECT (json_populate_record(p, json_build_object('id', gen_random_uuid()))).*
      FROM matter_payment p WHERE matter_id = $1 AND instalment = 2`;
    await expect(affairs.dataSource.query(again, [receipt.id])).rejects.toThrow('matter_payment_one');
  });
});
