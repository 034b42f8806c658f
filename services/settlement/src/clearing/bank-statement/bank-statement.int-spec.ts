import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  type BankLineView,
  bankStatementContract,
  type BankStatementView,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { paymentContract, type PaymentView } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { approvedPool, holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState;
/** The finance of each side; files belong to who uploads them. */
let payer: Actor, payee: Actor;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 2);
  root = network.root;
  [a, b] = network.unions as [UnionState, UnionState];
  [payer, payee] = [holder('finance', b), holder('finance', a)];
});
afterAll(() => settlement.stop());

async function upload(content: string | Buffer, owner: Actor): Promise<string> {
  const options = { bytesMax: 10_000_000, types: ['text/csv'], ownerId: owner.personId };
  return (await settlement.app.get(FileStore).put(Readable.from([Buffer.from(content)]), options)).key;
}

const header = '交易日期,对方户名,借方发生额,贷方发生额,摘要,交易流水号';
const file = (...rows: string[]): string =>
  ['账户名称：工会B', '', header, ...rows, '合计,,,,,'].join('\r\n');

async function take(
  content: string | Buffer,
  { owner = payer, union = b, account = '基本户' } = {},
): Promise<BankStatementView> {
  const request = { unionId: union.id, account, fileKey: await upload(content, owner) };
  return settlement.ask(bankStatementContract.import, request, owner);
}
const linesOf = async ({ id: bankStatementId }: BankStatementView, actor = payer): Promise<BankLineView[]> =>
  (await settlement.ask(bankStatementContract.listLines, { bankStatementId }, actor)).items;
const use = (statement: BankStatementView, number: number, payment: PaymentView, actor = payer) =>
  settlement.ask(
    bankStatementContract.confirmLine,
    { bankStatementId: statement.id, number, paymentId: payment.id },
    actor,
  );
const undo = ({ id: bankStatementId }: BankStatementView, actor = payer) =>
  settlement.ask(bankStatementContract.undo, { bankStatementId }, actor);

/** A pays for both, B owes half of it: an open payment of B to A. */
async function owed(fen: bigint): Promise<PaymentView> {
  const bills = [{ payer: a, fen: fen * 2n }];
  await approvedPool(settlement, { parties: [a, b], rule: { kind: 'equal' }, bills });
  const request = { periodFrom: '2026-11-01', periodTo: '2026-12-31', unionId: root.id };
  const run = await settlement.ask(
    nettingContract.create,
    { mode: 'bilateral', ...request },
    holder('finance', root),
  );
  await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
  const [payment] = (await settlement.ask(paymentContract.list, { nettingRunId: run.id }, payer)).items;
  if (payment === undefined) throw new Error('the run has a transfer');
  return payment;
}

let serial = 0;
const nextSerial = (): string => `S${String((serial += 1)).padStart(8, '0')}`;

describe('a bank statement', () => {
  it('stores each line once: the same file again brings nothing, a longer one only what is new', async () => {
    const [one, two, three] = [nextSerial(), nextSerial(), nextSerial()];
    const rows = [`2026-11-20,工会A,15.00,,划拨,${one}`, `2026-11-21,王小明,,8.00,退款,${two}`];
    const first = await take(file(...rows));
    expect(first).toMatchObject({
      lineCount: 2,
      knownCount: 0,
      skippedCount: 1,
      encoding: 'utf-8',
      unionName: '工会B',
      firstOn: '2026-11-20',
      lastOn: '2026-11-21',
      skipped: [{ row: 6, code: 'NO_DATE' }],
    });
    expect(await linesOf(first)).toMatchObject([
      { number: 4, direction: 'out', amount: { amount: '1500' }, counterparty: '工会A', serial: one },
      { number: 5, direction: 'in', amount: { amount: '800' }, counterparty: '王**', summary: '退款' },
    ]);
    expect(await take(file(...rows))).toMatchObject({ lineCount: 0, knownCount: 2, firstOn: null });
    const longer = file(...rows, `2026-11-22,工会A,1.00,,划拨,${three}`);
    expect(await take(longer)).toMatchObject({ lineCount: 1, knownCount: 2 });
    // Another account has lines of its own.
    expect(await take(file(...rows), { account: '一般户' })).toMatchObject({ lineCount: 2 });
  });

  it('stores each line once also where two import the same file at the same time', async () => {
    const rows = Array.from({ length: 50 }, () => `2026-11-20,工会A,15.00,,划拨,${nextSerial()}`);
    const both = await Promise.all([take(file(...rows)), take(file(...[...rows].reverse()))]);
    expect(both.map(({ lineCount, knownCount }) => lineCount + knownCount)).toEqual([50, 50]);
    expect(both[0].lineCount + both[1].lineCount).toBe(50);
  });

  it('may be of GB18030, as banks write it', async () => {
    // 日期,对方户名,借方,贷方 and 工会A in GB18030.
    const [head, row] = ['c8d5c6da2cb6d4b7bdbba7c3fb2cbde8b7bd2cb4fbb7bd', 'b9a4bbe141'];
    const bytes = Buffer.concat([
      Buffer.from(head, 'hex'),
      Buffer.from('\n20261120,'),
      Buffer.from(row, 'hex'),
      Buffer.from(`,3.21,\n`),
    ]);
    const statement = await take(bytes, { account: newId() });
    expect(statement).toMatchObject({ encoding: 'gb18030', lineCount: 1 });
    expect(await linesOf(statement)).toMatchObject([{ counterparty: '工会A', amount: { amount: '321' } }]);
  });

  it.each<readonly [string, string, string]>([
    ['no headings', '2026-11-20,工会A,15.00\n', 'BANK_COLUMNS_MISSING'],
    ['no line', `${header}\n合计,,,,,\n`, 'BANK_FILE_EMPTY'],
    ['commas alone', ','.repeat(4_000_000), 'BANK_FILE_FORMAT'],
    ['blank rows without end', `${header}\n${',,\n'.repeat(1_000_000)}`, 'BANK_FILE_TOO_LONG'],
    ['too many lines', `${header}\n${'2026-11-20,工会A,15.00,,划拨,\n'.repeat(5_001)}`, 'BANK_FILE_TOO_LONG'],
  ])('is refused with %s', async (_what, content, code) => {
    await expect(take(content)).rejects.toMatchObject({ code });
  });

  it('is refused where the file is another person’s, or nobody’s', async () => {
    const theirs = { unionId: b.id, account: '基本户', fileKey: await upload(file(), payee) };
    await expect(settlement.ask(bankStatementContract.import, theirs, payer)).rejects.toMatchObject({
      code: 'BANK_FILE_MISSING',
    });
  });

  it('can be undone and imported anew; its file goes after a week', async () => {
    const content = file(`2026-11-20,工会A,15.00,,划拨,${nextSerial()}`);
    const fileKey = await upload(content, payer);
    const request = { unionId: b.id, account: '基本户', fileKey };
    const statement = await settlement.ask(bankStatementContract.import, request, payer);
    expect(await undo(statement)).toMatchObject({ state: 'undone', undoneAt: expect.any(String) });
    expect(await linesOf(statement)).toEqual([]);
    await expect(undo(statement)).rejects.toMatchObject({ code: 'BANK_STATEMENT_UNDONE' });
    expect(await settlement.ask(bankStatementContract.import, request, payer)).toMatchObject({
      lineCount: 1,
    });
    settlement.clock.advance(8 * 86_400_000);
    await eventually(async () => {
      await expect(settlement.ask(bankStatementContract.import, request, payer)).rejects.toMatchObject({
        code: 'BANK_FILE_MISSING',
      });
    });
  });
});

describe('a line of it', () => {
  let payment: PaymentView;
  let fen = 1_000n;
  beforeEach(async () => {
    payment = await owed((fen += 1n));
  });
  const day = (): string => settlement.clock.now().toISOString().slice(0, 10);
  const yuan = (): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;

  it('confirms what was sent and what arrived, each by its own side with the number of its bank', async () => {
    const [out, into] = [nextSerial(), nextSerial()];
    const sending = await take(file(`${day()},工会A,${yuan()},,划拨,${out}`));
    const [line] = await linesOf(sending);
    expect(line?.suggestions).toMatchObject([
      {
        paymentId: payment.id,
        confirms: 'sent',
        score: 90,
        counterparty: { name: '工会A' },
        mayConfirm: true,
      },
    ]);
    expect(line?.suggestions[0]?.reasons).toHaveLength(3);
    expect(await use(sending, line?.number ?? 0, payment)).toMatchObject({ bankReference: out });
    // The payee's bank names the payer, and the number of the payer's bank: all a hundred points.
    const receiving = await take(file(`${day()},工会B,,${yuan()},${out},${into}`), {
      owner: payee,
      union: a,
    });
    const [arrived] = await linesOf(receiving, payee);
    expect(arrived?.suggestions).toMatchObject([{ paymentId: payment.id, confirms: 'received', score: 100 }]);
    const done = await use(receiving, arrived?.number ?? 0, payment, payee);
    expect(done).toMatchObject({ state: 'settled', bankReference: out, receivedReference: into });
    const found = async (q: string) =>
      (
        await settlement.ask(bankStatementContract.listLines, { bankStatementId: sending.id, q }, payer)
      ).items.map(({ serial }) => serial);
    expect([await found(out.slice(2).toLowerCase()), await found('%')]).toEqual([[out], []]);
    const request = { bankStatementId: sending.id, used: true };
    const used = await settlement.ask(bankStatementContract.listLines, request, payer);
    expect(used.items).toMatchObject([{ paymentId: payment.id, suggestions: [] }]);
    await expect(undo(sending)).rejects.toMatchObject({ code: 'BANK_STATEMENT_USED' });
  });

  it('confirms one payment once, also by two clicks at once', async () => {
    const statement = await take(file(`${day()},工会A,${yuan()},,划拨,${nextSerial()}`));
    const [line] = await linesOf(statement);
    const number = line?.number ?? 0;
    const results = await Promise.allSettled([
      use(statement, number, payment),
      use(statement, number, payment),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'BANK_LINE_USED' },
    });
    const got = await settlement.ask(bankStatementContract.get, { bankStatementId: statement.id }, payer);
    expect(got.usedCount).toBe(1);
  });

  it('of another amount or the other direction suggests nothing and confirms nothing, and stays listed', async () => {
    const statement = await take(
      file(
        `${day()},工会A,${fen / 100n}.99,,划拨,${nextSerial()}`,
        `${day()},工会A,,${yuan()},退回,${nextSerial()}`,
      ),
    );
    const [less, back] = (await linesOf(statement)) as [BankLineView, BankLineView];
    expect([less.suggestions, back.suggestions]).toEqual([[], []]);
    await expect(use(statement, less.number, payment)).rejects.toMatchObject({
      code: 'PAYMENT_AMOUNT_DIFFERS',
    });
    await expect(use(statement, back.number, payment)).rejects.toMatchObject({ code: 'BANK_LINE_DIFFERS' });
    expect((await linesOf(statement)).map(({ paymentId }) => paymentId)).toEqual([null, null]);
    expect(await undo(statement)).toMatchObject({ state: 'undone' });
  });

  it('E83: never lets one person confirm both sides', async () => {
    const both = actorWith({
      roles: [
        ['finance', a.id, a.path],
        ['finance', b.id, b.path],
      ],
    });
    const sending = await take(file(`${day()},工会A,${yuan()},,划拨,${nextSerial()}`), { owner: both });
    const [out] = await linesOf(sending, both);
    await use(sending, out?.number ?? 0, payment, both);
    const receiving = await take(file(`${day()},工会B,,${yuan()},划拨,${nextSerial()}`), {
      owner: both,
      union: a,
    });
    const [into] = await linesOf(receiving, both);
    expect(into?.suggestions).toMatchObject([{ paymentId: payment.id, mayConfirm: false }]);
    await expect(use(receiving, into?.number ?? 0, payment, both)).rejects.toMatchObject({
      code: 'SAME_PERSON',
    });
  });
});

describe('who may see and do what to a bank statement', () => {
  let statement: BankStatementView;
  beforeAll(async () => {
    statement = await take(file(`2026-11-20,工会A,15.00,,划拨,${nextSerial()}`));
  });

  it.each<readonly [string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => actorWith({ unionId: b.id, unionPath: b.path }), 'NOT_FOUND'],
    ['the finance of another union', () => payee, 'NOT_FOUND'],
  ])('it is neither seen nor undone by %s', async (_who, actor, code) => {
    const request = { bankStatementId: statement.id };
    await expect(settlement.ask(bankStatementContract.get, request, actor())).rejects.toMatchObject({ code });
    await expect(settlement.ask(bankStatementContract.listLines, request, actor())).rejects.toMatchObject({
      code,
    });
    await expect(settlement.ask(bankStatementContract.undo, request, actor())).rejects.toMatchObject({
      code,
    });
    await expect(
      settlement.ask(
        bankStatementContract.import,
        { unionId: b.id, account: '基本户', fileKey: newId() },
        actor(),
      ),
    ).rejects.toMatchObject({ code });
  });

  it('is seen by its auditor, who imports nothing', async () => {
    const auditor = holder('auditor', b);
    expect((await linesOf(statement, auditor)).length).toBe(1);
    await expect(undo(statement, auditor)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const { items } = await settlement.ask(bankStatementContract.list, { union: b.id }, auditor);
    expect(items.length).toBeGreaterThan(1);
    expect(
      (await settlement.ask(bankStatementContract.list, {}, holder('auditor', a))).items,
    ).not.toContainEqual(expect.objectContaining({ unionId: b.id }));
  });
});
