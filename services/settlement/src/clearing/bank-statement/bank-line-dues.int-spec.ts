import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type DuesLineAnswered,
  membershipEvents,
  type UnionState,
} from '@gongxiang/contracts/membership/membership-events';
import {
  type BankLineView,
  bankStatementContract as contract,
  type BankStatementView,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { payeeAccountContract } from '@gongxiang/contracts/settlement/clearing/payee-account.contract';
import { type DuesLineChanged, settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { type Actor, duesReference, newId, toWire } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let union: UnionState, other: UnionState;
let finance: Actor;

beforeAll(async () => {
  settlement = await startSettlement();
  [union, other] = (await knownNetwork(settlement, 2)).unions as [UnionState, UnionState];
  finance = holder('finance', union);
});
afterAll(() => settlement.stop());

const reference = (number: number): string => duesReference({ year: 2026, number });
const header = '交易日期,对方户名,借方发生额,贷方发生额,摘要,交易流水号';

async function take(...rows: readonly string[]): Promise<BankStatementView> {
  const options = { bytesMax: 1_000_000, types: ['text/csv'], ownerId: finance.personId };
  const content = [header, ...rows.map((row) => `2026-11-20,${row},${newId()}`)].join('\n');
  const { key } = await settlement.app.get(FileStore).put(Readable.from([Buffer.from(content)]), options);
  return settlement.ask(contract.import, { unionId: union.id, account: '基本户', fileKey: key }, finance);
}

let statement: BankStatementView;
const at = (number: number) => ({ bankStatementId: statement.id, number });
const lines = async (filter: object = {}): Promise<BankLineView[]> =>
  (await settlement.ask(contract.listLines, { bankStatementId: statement.id, ...filter }, finance)).items;
const assign = (number: number, to: string, actor = finance) =>
  settlement.ask(contract.assignDues, { ...at(number), reference: to }, actor);
const assignAll = (actor = finance) =>
  settlement.ask(contract.assignAllDues, { bankStatementId: statement.id }, actor);
const release = (number: number, actor = finance) => settlement.ask(contract.releaseDues, at(number), actor);
const keep = (number: number, actor = finance) => settlement.ask(contract.keepDues, at(number), actor);
const refund = (number: number, actor = finance) =>
  settlement.ask(contract.refundDues, { ...at(number), bankReference: 'ICBC0042' }, actor);
const usedCount = async (): Promise<number> =>
  (await settlement.ask(contract.get, { bankStatementId: statement.id }, finance)).usedCount;
const code = (of: string) => expect.objectContaining({ code: of });

/** What membership was told of a reference, the oldest first. */
async function told(of: string): Promise<DuesLineChanged[]> {
  const all = await settlement.recorded(settlementEvents.duesLineChanged);
  const { lineId } = all.find((one) => one.reference === of) ?? {};
  return all.filter((one) => one.lineId === lineId).sort((one, next) => one.version - next.version);
}

/** What membership answers to the last that it was told of a reference. */
async function answer(of: string, said: Partial<DuesLineAnswered>): Promise<DuesLineAnswered> {
  const { lineId = '', version = 0 } = (await told(of)).at(-1) ?? {};
  const answered = { lineId, version, answer: 1, reason: null, receipt: null, ...said };
  await settlement.emit(membershipEvents.duesLineAnswered, answered);
  return answered;
}

const until = (number: number, dues: object) =>
  eventually(async () => {
    const line = (await lines()).find((one) => one.number === number);
    expect(line?.dues).toMatchObject(dues);
    return line;
  });

let nextNumber = 1_000;
let mine: string;

it('a whole statement of dues is assigned at once, as long as a statement may be', async () => {
  const members = Array.from({ length: 5_000 }, (_one, number) => reference(100_000 + number));
  statement = await take(...members.map((one) => `职工,,60.00,${one}`));
  expect(await assignAll()).toEqual({ assigned: members.length });
  expect(await usedCount()).toBe(members.length);
});

describe('a line of the bank that is dues', () => {
  beforeEach(async () => {
    mine = reference((nextNumber += 1));
    statement = await take(
      `王小明,,60.00,会费 ${mine}`,
      '李四,,60.00,会费',
      `张三,60.00,,退款 ${reference(1)}`,
      `赵六,,60.00,${mine.slice(0, -1)}${(Number(mine.at(-1)) + 1) % 10}`,
    );
  });

  it('is proposed by the reference in its note, not by a wrong one, nor where money went out', async () => {
    expect((await lines()).map((line) => line.duesReference)).toEqual([mine, null, null, null]);
    expect(await assignAll()).toEqual({ assigned: 1 });
    expect(await assignAll()).toEqual({ assigned: 0 });
    const [line] = await lines({ dues: 'waiting' });
    expect(line).toMatchObject({
      number: 2,
      duesReference: null,
      suggestions: [],
      dues: { reference: mine, state: 'waiting', reason: null, receipt: null },
    });
    expect((await lines({ used: true })).map(({ number }) => number)).toEqual([2]);
    expect((await lines({ used: false })).map(({ number }) => number)).toEqual([3, 4, 5]);
    expect(await usedCount()).toBe(1);
    expect(await told(mine)).toMatchObject([
      {
        version: 1,
        unionId: union.id,
        reference: mine,
        amount: toWire(6_000n),
        paidOn: '2026-11-20',
        keepsExcess: false,
        changedBy: finance.personId,
      },
    ]);
  });

  it('tells membership nothing of what the bank has written, and keeps of the member the reference alone', async () => {
    await assignAll();
    const [news = {}] = await told(mine);
    expect(Object.keys(news).sort()).toEqual(
      ['amount', 'changedBy', 'keepsExcess', 'lineId', 'paidOn', 'reference', 'unionId', 'version'].sort(),
    );
    const [row = {}] = await settlement.dataSource.query(
      'SELECT * FROM bank_line_dues WHERE statement_id = $1',
      [statement.id],
    );
    expect(
      JSON.stringify(row, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toMatch(/王/);
  });

  it('is booked once membership says so, and waits for nobody', async () => {
    await assign(3, mine);
    const { lineId } = await answer(mine, { receipt: '2026-000012' });
    await until(3, { state: 'booked', receipt: '2026-000012' });
    await untilAwaits(settlement, 'settlement', lineId, []);
    expect((await lines({ dues: 'booked' })).map(({ number }) => number)).toEqual([3]);
    await expect(refund(3)).rejects.toMatchObject({ code: 'BANK_LINE_NOT_DUES' });
    await expect(keep(3)).rejects.toMatchObject({ code: 'BANK_LINE_NOT_DUES' });
  });

  it('that comes back waits for finance, which keeps it for the months to come', async () => {
    await assign(3, mine);
    const { lineId } = await answer(mine, { reason: 'overpaid' });
    await until(3, { state: 'returned', reason: 'overpaid' });
    const [awaited] = await untilAwaits(settlement, 'settlement', lineId, ['duesLineReturned']);
    expect(awaited).toMatchObject({
      about: { moneyId: statement.id },
      offices: { roles: ['finance'], unionIds: [union.id] },
      values: { fen: '6000' },
    });
    expect(await keep(3)).toMatchObject({ dues: { state: 'waiting', reason: null } });
    expect((await told(mine)).at(-1)).toMatchObject({ version: 2, keepsExcess: true, reference: mine });
    await untilAwaits(settlement, 'settlement', lineId, []);
    // The answer to what was said first comes once more, late.
    await settlement.emit(membershipEvents.duesLineAnswered, {
      lineId,
      version: 1,
      answer: 1,
      reason: 'overpaid',
      receipt: null,
    });
    await answer(mine, { receipt: '2026-000013' });
    await until(3, { state: 'booked', receipt: '2026-000013' });
  });

  it('that comes back can be sent back, and then stays as it is', async () => {
    await assign(3, mine);
    await answer(mine, { reason: 'unknown' });
    await until(3, { state: 'returned', reason: 'unknown' });
    await expect(keep(3)).rejects.toMatchObject({ code: 'BANK_LINE_NOT_DUES' });
    expect(await refund(3)).toMatchObject({
      dues: { state: 'refunded', reason: 'unknown', refundReference: 'ICBC0042' },
    });
    await expect(release(3)).rejects.toMatchObject({ code: 'BANK_LINE_NOT_DUES' });
    expect(await told(mine)).toHaveLength(1);
  });

  it('is no longer booked once its receipt was taken back', async () => {
    await assign(3, mine);
    await answer(mine, { receipt: '2026-000014' });
    await until(3, { state: 'booked' });
    await answer(mine, { answer: 2, reason: 'takenBack' });
    await until(3, { state: 'returned', reason: 'takenBack', receipt: null });
  });

  it('can be released, and assigned to somebody else', async () => {
    await assign(3, mine);
    await answer(mine, { receipt: '2026-000015' });
    await until(3, { state: 'booked' });
    const { lineId } = (await told(mine))[0] ?? {};
    expect(await release(3)).toMatchObject({ dues: null });
    expect((await told(mine)).at(-1)).toMatchObject({ lineId, version: 2, reference: null });
    expect(await usedCount()).toBe(0);
    const hers = reference((nextNumber += 1));
    expect(await assign(3, hers)).toMatchObject({ dues: { reference: hers, state: 'waiting' } });
    expect((await told(hers))[0]?.lineId).not.toBe(lineId);
  });

  it('is assigned once, to a right reference, and where money came in', async () => {
    await expect(assign(4, mine)).rejects.toMatchObject({ code: 'BANK_LINE_NO_INCOME' });
    const wrong = `${mine.slice(0, -1)}${(Number(mine.at(-1)) + 1) % 10}`;
    await expect(assign(3, wrong)).rejects.toMatchObject({
      code: 'DUES_REFERENCE_WRONG',
      errors: [{ pointer: '/reference' }],
    });
    const both = await Promise.allSettled([assign(3, mine), assign(3, mine)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: code('BANK_LINE_USED'),
    });
    await expect(
      settlement.ask(contract.confirmLine, { ...at(3), paymentId: newId() }, finance),
    ).rejects.toMatchObject({ code: 'BANK_LINE_USED' });
    await expect(
      settlement.ask(contract.undo, { bankStatementId: statement.id }, finance),
    ).rejects.toMatchObject({ code: 'BANK_STATEMENT_USED' });
  });

  it.each<readonly [string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => actorWith({ unionId: union.id, unionPath: union.path }), 'NOT_FOUND'],
    ['the finance of another union', () => holder('finance', other), 'NOT_FOUND'],
    ['its auditor', () => holder('auditor', union), 'NOT_PERMITTED'],
  ])('is not dealt with by %s', async (_who, actorOf, refusal) => {
    const actor = actorOf();
    await assign(3, mine);
    const acts: readonly (() => Promise<unknown>)[] = [
      () => settlement.ask(contract.assignDues, { ...at(2), reference: mine }, actor),
      () => settlement.ask(contract.assignAllDues, { bankStatementId: statement.id }, actor),
      () => settlement.ask(contract.releaseDues, at(3), actor),
      () => settlement.ask(contract.keepDues, at(3), actor),
      () => settlement.ask(contract.refundDues, { ...at(3), bankReference: '1' }, actor),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: refusal });
  });
});

describe('the account to which members pay', () => {
  const account = {
    accountName: '工会委员会',
    accountNumber: '3202015509000123456',
    bankName: '工商银行青林支行',
  };
  const member = () => actorWith({ unionId: union.id, unionPath: union.path });
  const seen = (actor: Actor) => settlement.ask(payeeAccountContract.ofOwnUnion, {}, actor);

  it('is that of their union, once two people stand for it', async () => {
    expect(await seen(member())).toEqual({ unionId: union.id, account: null });
    await settlement.ask(payeeAccountContract.set, { unionId: union.id, ...account }, finance, {
      ifMatch: 0,
    });
    expect(await seen(member())).toMatchObject({ account: null });
    const approver = holder('approver', union);
    await settlement.ask(payeeAccountContract.confirm, { unionId: union.id }, approver, { ifMatch: 1 });
    expect(await seen(member())).toEqual({ unionId: union.id, account });
    expect(await seen(actorWith({ unionId: other.id, unionPath: other.path }))).toEqual({
      unionId: other.id,
      account: null,
    });
    expect(await seen(actorWith({}))).toMatchObject({ account: null });
  });
});
