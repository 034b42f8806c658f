import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { UnionState } from '@gongxiang/contracts/membership/membership-events';
import {
  statementContract,
  statementFileLinesMax,
} from '@gongxiang/contracts/settlement/accounts/statement.contract';
import { costPoolContract } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import { nettingContract } from '@gongxiang/contracts/settlement/clearing/netting.contract';
import { paymentContract } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { ledgerContract } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, newId, type RoleName } from '@gongxiang/domain';
import { briefFilesOf, filesOf, FileStore } from '@gongxiang/messaging/files';
import { actorWith, readPaper, type ReadPaper, type ServiceFixture } from '@gongxiang/testing';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { confirmAll, holder, knownActivity, submittedPool } from '../../network.fixture.js';
import { knownRoot, knownUnion, startSettlement } from '../../settlement.fixture.js';
import { StatementFileService } from './statement-file.service.js';

let settlement: ServiceFixture;
let files: FileStore;
let root: UnionState;
let near: UnionState;
let rare: UnionState;

const formula = '=1+1运动会';
const whole = { from: '2026-11-01', to: '2026-11-30' };

beforeAll(async () => {
  settlement = await startSettlement();
  files = new FileStore(settlement.store, briefFilesOf('settlement'));
  root = await knownRoot(settlement);
  near = await knownUnion(settlement, '1.1.', '江城重工工会');
  rare = await knownUnion(settlement, '1.2.', '䶮㙓𠮷食品工会');
  await postDeposit(formula, 10_000n);
  const reversed = await postDeposit('#N/A', 3_001n);
  await settlement.ask(
    ledgerContract.reverse,
    { entryId: reversed, reason: '发票重复' },
    holder('approver', near),
  );
  await paid();
});
afterAll(() => settlement.stop());

/** An activity whose costs `near` has paid, shared alike with `rare`, and posted. @returns the id of the entry */
async function postDeposit(title: string, fen: bigint): Promise<string> {
  const parties = [near, rare];
  const activityId = await knownActivity(settlement, { parties, rule: { kind: 'equal' } });
  await settlement.dataSource.query('UPDATE activity_ref SET title = $2 WHERE id = $1', [activityId, title]);
  const pool = await submittedPool(settlement, activityId, [{ payer: near, fen }], near);
  const approved = await settlement.ask(
    costPoolContract.approve,
    { costPoolId: pool.id },
    holder('approver', near),
  );
  return approved.entryId ?? '';
}

/** All that is open is netted, and what `rare` owes is paid. */
async function paid(): Promise<void> {
  await confirmAll(settlement);
  const run = await settlement.ask(
    nettingContract.create,
    { mode: 'bilateral', periodFrom: whole.from, periodTo: whole.to, unionId: root.id },
    holder('finance', root),
  );
  await settlement.ask(nettingContract.confirm, { nettingRunId: run.id }, holder('approver', root));
  const { items } = await settlement.ask(
    paymentContract.list,
    { nettingRunId: run.id },
    holder('finance', root),
  );
  const paymentId = items[0]?.id ?? '';
  const sent = { paymentId, bankReference: 'B1' };
  await settlement.ask(paymentContract.confirmSent, sent, holder('finance', rare));
  await settlement.ask(paymentContract.confirmReceived, { paymentId }, holder('finance', near));
}

interface Made {
  readonly view: PrintedFileView;
  readonly bytes: Buffer;
}

async function made(
  format: 'xlsx' | 'pdf',
  union: UnionState,
  options: { period?: typeof whole; call?: Partial<CallContext> } = {},
): Promise<Made> {
  const actor = holder('finance', union);
  const request = { union: union.id, ...(options.period ?? whole), format };
  const view = await settlement.ask(statementContract.render, request, actor, options.call);
  const content = await files.get(view.key, actor.personId);
  return { view, bytes: Buffer.concat((await content.toArray()) as Buffer[]) };
}

const paperOf = async (...asked: Parameters<typeof made> extends [unknown, ...infer Rest] ? Rest : never) =>
  readPaper((await made('pdf', ...asked)).bytes);
const workbookOf = async (
  ...asked: Parameters<typeof made> extends [unknown, ...infer Rest] ? Rest : never
): Promise<Workbook> => readXlsx((await made('xlsx', ...asked)).bytes, { readStyles: true });
const wordsOf = ({ pages }: ReadPaper): string[] => pages.flat();

describe('a statement as a workbook', () => {
  it('holds the numbers of the JSON, line by line, as numbers, and days as days', async () => {
    const { sheets } = await workbookOf(near);
    expect(sheets.map(({ name }) => name)).toEqual([
      '工会往来对账单',
      '活动费用',
      '借用费用与押金',
      '轧差与划拨',
    ]);
    const day = new Date('2026-11-20T00:00:00Z');
    // 100.00 paid for both, 50.00 of it borne; 30.01 paid, 15.01 borne, and taken back.
    expect(sheets[1]?.rows).toEqual([
      ['日期', '活动', '类型', '应承担', '已垫付', '净额'],
      [day, `'${formula}`, '费用', 50, 100, 50],
      [day, '#N/A', '费用', 15, 30.01, 15.01],
      [day, '#N/A', '冲销', -15, -30.01, -15.01],
      [null, '合计', null, 50, 100, 50],
    ]);
    expect(sheets[3]?.rows).toEqual([
      ['日期', '类型', '摘要', '对方', '金额'],
      [day, '轧差', '轧差 2026-11-01 至 2026-11-30', null, 0],
      [day, '划拨', '划拨', '䶮㙓𠮷食品工会', -50],
      [null, '合计', null, null, -50],
    ]);
    const balances = sheets[0]?.rows.slice(-5);
    expect(balances).toEqual([
      ['期初余额', 0],
      ['活动费用净额', 50],
      ['借用净额', 0],
      ['轧差与划拨净额', -50],
      ['期末余额', 0],
    ]);
  });

  it('E115: has no formula but its own sums, and no error', async () => {
    const { sheets } = await workbookOf(near);
    const cells = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
    expect(cells.length).toBeGreaterThan(40);
    expect(cells.filter(({ type }) => type === 'error')).toEqual([]);
    expect(cells.flatMap(({ formula }) => formula ?? [])).toEqual([
      'ROUND(SUM(D2:D4),2)',
      'ROUND(SUM(E2:E4),2)',
      'ROUND(SUM(F2:F4),2)',
      'ROUND(SUM(E2:E2),2)',
      'ROUND(SUM(E2:E3),2)',
    ]);
  });

  it('has totals that a spreadsheet adds up to what was added in fen', async () => {
    const { sheets } = await workbookOf(near);
    const totals = sheets.flatMap((sheet) =>
      [...(sheet.cells ?? [])].flatMap(([place, { formula, formulaResult }]) => {
        if (formula === undefined) return [];
        const column = Number(place.split(',')[1]);
        const above = sheet.rows.slice(1, -1).map((row) => row[column]);
        const sum = above.reduce<number>((total, one) => total + (typeof one === 'number' ? one : 0), 0);
        return [[Math.round(sum * 100), Math.round(Number(formulaResult) * 100)]];
      }),
    );
    expect(totals).toEqual([
      [5_000, 5_000],
      [10_000, 10_000],
      [5_000, 5_000],
      [0, 0],
      [-5_000, -5_000],
    ]);
  });

  it('formats amounts and days, keeps the header in sight, and prints page by page', async () => {
    const { sheets } = await workbookOf(near);
    const activities = sheets[1];
    expect(sheets.map(({ freezePane }) => freezePane)).toEqual(Array(4).fill({ rows: 1 }));
    expect(activities?.cells?.get('1,0')?.style?.numFmt).toBe('yyyy-mm-dd');
    for (const cell of ['1,3', '1,5', '4,3', '4,5'])
      expect(activities?.cells?.get(cell)?.style?.numFmt).toBe('#,##0.00');
    expect(activities?.pageSetup).toMatchObject({ paperSize: 'a4', printTitlesRow: '$1:$1', fitToWidth: 1 });
    expect(activities?.headerFooter?.oddFooter).toBe('&R第 &P 页 / 共 &N 页');
    expect(activities?.columns?.map(({ width }) => width)).toEqual([12, 44, 12, 18, 18, 18]);
  });

  it('is named for whoever saves it', async () => {
    const { view } = await made('xlsx', near);
    expect(view).toEqual({
      key: expect.any(String),
      fileName: '江城重工工会 工会往来对账单 2026-11-01—2026-11-30.xlsx',
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      size: expect.any(Number),
    });
  });
});

describe('a statement as PDF', () => {
  it('says what the JSON says, with fonts of its own', async () => {
    const paper = await paperOf(near);
    expect(paper.fontNames.map((name) => name.replace(/^.*\+/, '')).sort()).toEqual([
      'NotoSansSC-Bold',
      'NotoSansSC-Regular',
    ]);
    const words = wordsOf(paper);
    expect(words[0]).toBe('工会往来对账单');
    expect(words.slice(words.indexOf('期初余额'))).toEqual([
      '期初余额',
      '0.00',
      '活动费用净额',
      '50.00',
      '借用净额',
      '0.00',
      '轧差与划拨净额',
      '-50.00',
      '期末余额',
      '0.00',
      '活动费用',
      '日期',
      '活动',
      '类型',
      '应承担',
      '已垫付',
      '净额',
      '2026-11-20',
      formula,
      '费用',
      '50.00',
      '100.00',
      '50.00',
      '2026-11-20',
      '#N/A',
      '费用',
      '15.00',
      '30.01',
      '15.01',
      '2026-11-20',
      '#N/A',
      '冲销',
      '-15.00',
      '-30.01',
      '-15.01',
      '小计',
      '0.00',
      '0.00',
      '0.00',
      '合计',
      '50.00',
      '100.00',
      '50.00',
      '借用费用与押金',
      '日期',
      '类型',
      '摘要',
      '对方',
      '金额',
      '本期无记录',
      '合计',
      '0.00',
      '轧差与划拨',
      '日期',
      '类型',
      '摘要',
      '对方',
      '金额',
      '2026-11-20',
      '轧差',
      '轧差 2026-11-01 至 2026-11-30',
      '0.00',
      '2026-11-20',
      '划拨',
      '划拨',
      '䶮㙓〈U+20BB7〉食品工会',
      '-50.00',
      '合计',
      '-50.00',
      '以下字符字体中没有，文中以其码位代替：〈U+20BB7〉×1',
      '制表：',
      '审核：',
      '单位盖章：',
      '江城重工工会 · 2026-11-01 至 2026-11-30',
      '第 1 页 / 共 1 页',
    ]);
  });

  it('draws every character, and the code point of those that no font of ours has', async () => {
    const own = wordsOf(await paperOf(rare)).join('');
    expect(own).toContain('䶮㙓〈U+20BB7〉食品工会');
    expect(own).toContain('以下字符字体中没有，文中以其码位代替：〈U+20BB7〉×1');
    expect(wordsOf(await paperOf(near)).join('')).toContain('䶮㙓〈U+20BB7〉食品工会');
    expect(own).not.toContain('\uFFFD');
  });

  it('says that a period was empty', async () => {
    const words = wordsOf(await paperOf(near, { period: { from: '2025-01-01', to: '2025-12-31' } }));
    expect(words.filter((word) => word === '本期无记录')).toHaveLength(3);
    expect(words).toContain('本期分录 0 笔');
  });

  it('speaks the language of whoever asks', async () => {
    const { view, bytes } = await made('pdf', near, { call: { locale: 'en' } });
    expect(view.fileName).toBe('江城重工工会 Statement of Account 2026-11-01—2026-11-30.pdf');
    expect(wordsOf(readPaper(bytes))).toEqual(
      expect.arrayContaining(['Statement of Account', 'Closing balance', 'Reversal', 'Page 1 of 1']),
    );
    const { sheets } = await workbookOf(near, { call: { locale: 'en' } });
    expect(sheets.map(({ name }) => name)).toEqual([
      'Statement of Account',
      'Activities',
      'Loans',
      'Netting and transfers',
    ]);
  });
});

describe('a file of a statement', () => {
  const rolesThatSee: readonly RoleName[] = ['officer', 'finance', 'approver', 'auditor'];
  const rolesThatDoNot: readonly RoleName[] = ['organiser', 'evaluator', 'operator'];

  it.each(['xlsx', 'pdf'] as const)(
    'as %s is for those who may see the JSON, and nobody else',
    async (format) => {
      const request = { union: near.id, ...whole, format };
      const codeFor = (actor: ReturnType<typeof actorWith> | null): Promise<string> =>
        settlement.ask(statementContract.render, request, actor).then(
          () => 'OK',
          (error: unknown) => (error as { code: string }).code,
        );
      for (const role of rolesThatSee) expect(await codeFor(holder(role, near))).toBe('OK');
      expect(await codeFor(holder('auditor', root))).toBe('OK');
      for (const role of rolesThatDoNot) expect(await codeFor(holder(role, near))).toBe('NOT_FOUND');
      expect(await codeFor(holder('finance', rare))).toBe('NOT_FOUND');
      expect(await codeFor(actorWith({ unionId: near.id, unionPath: near.path }))).toBe('NOT_FOUND');
      expect(await codeFor(null)).toBe('NOT_SIGNED_IN');
    },
  );

  it('is found by its maker alone', async () => {
    const { view } = await made('pdf', near);
    await expect(files.get(view.key, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      new FileStore(settlement.store, filesOf('settlement')).get(view.key, null),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it.each([
    [{ from: '2026-11-30', to: '2026-11-01' }, { code: 'DATES_REVERSED' }],
    [{ format: 'docx' as 'pdf' }, { code: 'VALIDATION_FAILED', errors: [{ pointer: '/format' }] }],
  ])('is refused for %j', async (change, refusal) => {
    const request = { union: near.id, ...whole, format: 'pdf' as const, ...change };
    await expect(
      settlement.ask(statementContract.render, request, holder('finance', near)),
    ).rejects.toMatchObject(refusal);
  });
});

describe('ten thousand lines', () => {
  /** They take seconds, and on a busy machine many: what is proved here is not how many. */
  const slowMs = 180_000;
  const patient = (): { call: Partial<CallContext> } => ({ call: { deadline: Date.now() + slowMs } });
  let large: UnionState;
  const year = { from: '2024-01-01', to: '2024-12-31' };

  beforeAll(async () => {
    large = await knownUnion(settlement, '1.3.', '万笔工会');
    await post(large, '2024-06-01', statementFileLinesMax);
    await post(large, '2025-01-01', 1);
  }, slowMs);

  /** Entries as a run would leave them, each owing the union one fen more than the one before. */
  async function post(union: UnionState, day: string, count: number): Promise<void> {
    await settlement.dataSource.query(
      `WITH parties AS (
         INSERT INTO account (id, party_kind, party_id, union_id, income_kind, purpose, created_at)
         VALUES (gen_random_uuid(), 'union', $1, $1, 'dues', 'current', now()),
                (gen_random_uuid(), 'union', $2, $2, 'dues', 'current', now())
         ON CONFLICT (party_kind, party_id, income_kind, purpose) DO UPDATE SET created_at = now()
         RETURNING id, party_id
       ), made AS (
         SELECT gen_random_uuid() AS id, n FROM generate_series(1, $4::int) AS n
       ), entries AS (
         INSERT INTO entry (id, kind, title, posted_on, posted_at, posted_by, union_id, source_id, row_hash)
         SELECT id, 'netting', '第' || n || '笔', $3::date, now(), $1, $1, gen_random_uuid(), 'none' FROM made RETURNING id
       )
       INSERT INTO posting (entry_id, line, debit_account, credit_account, amount_fen, income_kind, posted_on)
       SELECT made.id, 0, (SELECT id FROM parties WHERE party_id = $2), (SELECT id FROM parties WHERE party_id = $1), n, 'dues', $3::date
       FROM made JOIN entries USING (id)`,
      [union.id, near.id, day, count],
    );
  }

  it(
    'make a paper of every line, between whose pages the service has time for others',
    async () => {
      let turns = 0;
      let isDone = false;
      const count = (): void => {
        turns += 1;
        if (!isDone) setImmediate(count);
      };
      setImmediate(count);
      const { bytes } = await made('pdf', large, { period: year, ...patient() });
      isDone = true;
      const { pages } = readPaper(bytes);
      expect(pages.length).toBeGreaterThan(200);
      expect(turns).toBeGreaterThan(2 * pages.length);
      const words = new Set(pages.flat());
      const lacking = Array.from({ length: statementFileLinesMax }, (_one, index) => `第${index + 1}笔`);
      expect(lacking.filter((word) => !words.has(word))).toEqual([]);
      // 1 + 2 + … + 10,000 = 50,005,000 fen.
      expect(words.has('500,050.00')).toBe(true);
      expect(pages.at(-1)?.at(-1)).toBe(`第 ${pages.length} 页 / 共 ${pages.length} 页`);
    },
    slowMs,
  );

  it(
    'make a workbook of every line',
    async () => {
      const { sheets } = await workbookOf(large, { period: year, ...patient() });
      expect(sheets[3]?.rows).toHaveLength(1 + statementFileLinesMax + 1);
      expect(sheets[3]?.rows.at(-1)?.at(-1)).toBe(500_050);
    },
    slowMs,
  );

  it(
    'are the most: a longer period is refused, as half a paper would pass for a whole one',
    async () => {
      const request = { union: large.id, from: year.from, to: '2025-01-01', format: 'pdf' as const };
      await expect(
        settlement.ask(statementContract.render, request, holder('finance', large)),
      ).rejects.toMatchObject({ code: 'STATEMENT_TOO_LONG', params: { linesMax: statementFileLinesMax } });
      const json = await settlement.ask(statementContract.get, request, holder('finance', large));
      expect(json).toMatchObject({ truncated: true, closing: { amount: '50005001' } });
    },
    slowMs,
  );

  it('are given up where nobody waits for them any more', async () => {
    const actor = holder('finance', large);
    const call: CallContext = {
      actor,
      idempotencyKey: null,
      locale: 'zh-CN',
      traceparent: '',
      ifMatch: null,
      from: '',
      deadline: Date.now() + 60,
    };
    const request = { union: large.id, ...year, format: 'pdf' as const };
    const service = settlement.app.get(StatementFileService, { strict: false });
    await expect(service.render(request, call)).rejects.toMatchObject({ code: 'TIME_UP' });
  });
});
