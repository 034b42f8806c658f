import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import { activityStatementContract } from '@gongxiang/contracts/settlement/accounts/activity-statement.contract';
import { voucherContract } from '@gongxiang/contracts/settlement/accounts/voucher.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { refundContract } from '@gongxiang/contracts/settlement/bills/refund.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type Actor, toWire } from '@gongxiang/domain';
import { briefFilesOf, FileStore } from '@gongxiang/messaging/files';
import { type ServiceFixture } from '@gongxiang/testing';
import { readXlsx } from 'hucre/xlsx';
import { approvedPool, holder, knownNetwork } from '../../network.fixture.js';
import { startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let root: UnionState, a: UnionState, b: UnionState;
let activityId: string;

beforeAll(async () => {
  settlement = await startSettlement();
  const network = await knownNetwork(settlement, 2);
  root = network.root;
  [a, b] = network.unions as [UnionState, UnionState];
  // A pays 100.00 for both, and 50.00 for itself alone, which leaves nobody owing.
  const shared = { parties: [a, b], rule: { kind: 'equal' }, bills: [{ payer: a, fen: 10_000n }] };
  ({ activityId } = await approvedPool(settlement, shared));
  settlement.clock.advance(1_000);
  await approvedPool(settlement, {
    parties: [a],
    rule: { kind: 'equal' },
    bills: [{ payer: a, fen: 5_000n }],
  });
  settlement.clock.advance(1_000);
  const run = await settlement.ask(
    nettingContract.create,
    { mode: 'bilateral', periodFrom: '2026-11-01', periodTo: '2026-11-30', unionId: root.id },
    holder('finance', root),
  );
  await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
});
afterAll(() => settlement.stop());

const month = { from: '2026-11-01', to: '2026-11-30' };
const vouchers = (union: UnionState, actor = holder('finance', union), period = month) =>
  settlement.ask(voucherContract.get, { union: union.id, ...period }, actor);
const contentOf = async (view: PrintedFileView, actor: Actor): Promise<Buffer> => {
  const content = await new FileStore(settlement.store, briefFilesOf('settlement')).get(
    view.key,
    actor.personId,
  );
  return Buffer.concat((await content.toArray()) as Buffer[]);
};

describe('the vouchers of a union', () => {
  it('hold all that touches it, also a pool that left nobody owing, with equal sums', async () => {
    const { lines, debit, credit, truncated } = await vouchers(a);
    expect(
      lines.map((line) =>
        [line.number, line.subjectCode, line.debit.amount, line.credit.amount, line.attachments].join(' '),
      ),
    ).toEqual([
      // 100.00 paid, 50.00 borne, 50.00 owed by B.
      '202611-0001 50102 5000 0 1',
      '202611-0001 102 0 10000 1',
      '202611-0001 13501 5000 0 1',
      '202611-0002 50102 5000 0 1',
      '202611-0002 102 0 5000 1',
      '202611-0003 13501 0 5000 0',
      '202611-0003 13502 5000 0 0',
    ]);
    expect([debit, credit, truncated]).toEqual([toWire(20_000n), toWire(20_000n), false]);
  });

  it('are the other side of it for whoever owes', async () => {
    const { lines } = await vouchers(b);
    expect(lines.map(({ subjectCode, debit, credit }) => [subjectCode, debit.amount, credit.amount])).toEqual(
      [
        ['50102', '5000', '0'],
        ['22501', '0', '5000'],
        ['13502', '0', '5000'],
        ['22501', '5000', '0'],
      ],
    );
    expect(lines[1]?.party?.name).toBe('工会A');
  });

  it('keep their numbers where the period begins within a month', async () => {
    const { lines } = await vouchers(a, undefined, { from: '2026-11-20', to: '2026-11-20' });
    expect(lines[0]?.number).toBe('202611-0001');
    expect((await vouchers(a, undefined, { from: '2026-11-21', to: '2026-11-30' })).lines).toEqual([]);
  });

  it('use the subjects that the union maps itself', async () => {
    const finance = holder('finance', b);
    const subjects = [{ subject: 'payable' as const, code: '2241', name: '其他应付款' }];
    const before = await settlement.ask(voucherContract.subjects, { unionId: b.id }, finance);
    expect(before.version).toBe(0);
    const request = { unionId: b.id, subjects };
    const after = await settlement.ask(voucherContract.mapSubjects, request, finance, { ifMatch: 0 });
    expect(after.version).toBe(1);
    expect((await vouchers(b)).lines[1]).toMatchObject({ subjectCode: '2241', subjectName: '其他应付款' });
    const stale = settlement.ask(voucherContract.mapSubjects, request, finance, { ifMatch: 0 });
    await expect(stale).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const twice = { unionId: b.id, subjects: [...subjects, ...subjects] };
    await expect(
      settlement.ask(voucherContract.mapSubjects, twice, finance, { ifMatch: 1 }),
    ).rejects.toMatchObject({ code: 'SUBJECT_TWICE', errors: [{ pointer: '/subjects/1/subject' }] });
  });

  it('are files for bookkeeping programs', async () => {
    const actor = holder('finance', a);
    const ask = (format: 'csv' | 'xlsx') =>
      settlement.ask(voucherContract.render, { union: a.id, ...month, format }, actor);
    const csv = await ask('csv');
    expect(csv).toMatchObject({ fileName: '工会A 凭证导出 2026-11-01—2026-11-30.csv' });
    const rows = (await contentOf(csv, actor)).toString('utf8').trim().split('\r\n');
    expect(rows).toHaveLength(8);
    const { sheets } = await readXlsx(await contentOf(await ask('xlsx'), actor));
    const total = sheets[1]?.rows.at(-1);
    expect([total?.[6], total?.[7]]).toEqual([200, 200]);
  });

  it('are hidden from others', async () => {
    await expect(vouchers(a, holder('finance', b))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      settlement.ask(voucherContract.subjects, { unionId: a.id }, holder('finance', b)),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what leaves nobody owing', () => {
  /** The lines of A's vouchers, once the clock has gone on into a month of their own. */
  const linesIn = async (from: string, to: string): Promise<string[]> =>
    (await vouchers(a, undefined, { from, to })).lines.map((line) =>
      [line.date, line.subjectCode, line.debit.amount, line.credit.amount].join(' '),
    );
  const today = () => new Date(settlement.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const months = (count: number): void => settlement.clock.advance(count * 31 * 86_400_000);
  const alone = () =>
    approvedPool(settlement, {
      parties: [a],
      rule: { kind: 'equal' },
      bills: [{ payer: a, fen: 5_000n }],
    });

  it('is entered when money comes back on it, and turned round when that is taken back', async () => {
    months(1);
    const pool = await alone();
    months(1);
    const finance = holder('finance', a);
    const { items } = await settlement.ask(costPoolContract.listItems, { costPoolId: pool.id }, finance);
    const lines = [{ itemId: items[0]?.id ?? '', amount: toWire(1_000n) }];
    const wanted = { costPoolId: pool.id, lines, reason: '退货', creditNote: '红字发票 1' };
    const { previewHash } = await settlement.ask(
      refundContract.preview,
      { costPoolId: pool.id, lines },
      finance,
    );
    const { id: refundId } = await settlement.ask(
      refundContract.propose,
      { ...wanted, previewHash },
      finance,
    );
    const at = { costPoolId: pool.id, refundId };
    const posted = await settlement.ask(refundContract.approve, at, holder('approver', a));
    expect(posted.entryId).toBeNull();
    const on = today();
    const expected = [`${on} 50102 0 1000`, `${on} 102 1000 0`];
    expect(await linesIn(on, on)).toEqual(expected);
    months(1);
    await settlement.ask(refundContract.reverse, { ...at, reason: '未退成' }, holder('approver', a));
    const later = today();
    expect(await linesIn(later, later)).toEqual([`${later} 50102 1000 0`, `${later} 102 0 1000`]);
    // The month in which it was posted says what it said.
    expect(await linesIn(on, on)).toEqual(expected);
  });

  it('E82: is entered once where it is reversed in another month, as is what leaves somebody owing', async () => {
    months(1);
    const shared = { parties: [a, b], rule: { kind: 'equal' }, bills: [{ payer: a, fen: 10_000n }] } as const;
    const pool = await approvedPool(settlement, { ...shared, parties: [a, b], bills: [...shared.bills] });
    months(1);
    const reverse = { entryId: pool.entryId ?? '', reason: '发票有误' };
    await settlement.ask(ledgerContract.reverse, reverse, holder('approver', a));
    const on = today();
    expect(await linesIn(on, on)).toEqual([`${on} 50102 0 5000`, `${on} 102 10000 0`, `${on} 13501 0 5000`]);
  });
});

describe('the statement of an activity', () => {
  const ask = (actor: Actor) => settlement.ask(activityStatementContract.get, { activityId }, actor);

  it('says what it cost, who bears and who paid, and what became of the debts', async () => {
    const view = await ask(holder('finance', b));
    expect(view).toMatchObject({ title: '夏季运动会', total: toWire(10_000n), unpaid: toWire(5_000n) });
    const [pool] = view.pools;
    expect(
      pool?.parts.map(({ party, share, paid, net }) => [party.name, share.amount, paid.amount, net.amount]),
    ).toEqual([
      ['工会A', '5000', '10000', '5000'],
      ['工会B', '5000', '0', '-5000'],
    ]);
    expect(view.debts).toMatchObject([
      { debtor: { name: '工会B' }, creditor: { name: '工会A' }, state: 'netted' },
    ]);
  });

  it('is a workbook whose columns add up, and a paper', async () => {
    const actor = holder('finance', a);
    const render = (format: 'xlsx' | 'pdf') =>
      settlement.ask(activityStatementContract.render, { activityId, format }, actor);
    const book = await render('xlsx');
    expect(book.fileName).toBe('夏季运动会 活动费用明细表.xlsx');
    const { sheets } = await readXlsx(await contentOf(book, actor));
    expect(sheets.map(({ name, rows }) => [name, rows.at(-1)?.at(-1)])).toEqual([
      ['活动费用明细表', 50],
      ['票据', 100],
      ['分摊', 0],
      ['往来与付款', 50],
    ]);
    expect(sheets[1]?.cells?.get('2,5')?.formula).toBe('ROUND(SUM(F2:F2),2)');
    expect((await render('pdf')).contentType).toBe('application/pdf');
  });

  it('is hidden from whoever has no part in it', async () => {
    const stranger = { ...holder('finance', a), roles: [] };
    await expect(ask(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
