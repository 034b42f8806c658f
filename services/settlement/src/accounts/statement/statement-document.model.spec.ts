import { describe, expect, it } from '@jest/globals';
import { formatYuan } from '@gongxiang/domain';
import { documentOf, shanghaiMinute, type StatementCell } from './statement-document.model.js';
import { fileNameOf } from './statement-file-name.model.js';
import { accountOf, costsLine, loanLine, transferLine } from './statement.fixture.js';

const maker = { personId: '019a9a5e-3c00-7000-8000-00000000aaaa', apiKeyId: null, locale: 'zh-CN' } as const;
const shown = (cell: StatementCell): string => {
  if (cell.kind === 'money') return formatYuan(cell.fen);
  if (cell.kind === 'day') return cell.day;
  return cell.kind === 'text' ? cell.text : '';
};
const tablesOf = (
  ...[account, who = maker]: Parameters<typeof documentOf> | [Parameters<typeof documentOf>[0]]
) =>
  documentOf(account, who).tables.map(({ title, columns, rows }) => ({
    title,
    columns: columns.map((column) => column.title),
    rows: rows.map(({ role, cells }) => [role, ...cells.map(shown)].join(' | ')),
  }));

const lines = [
  costsLine(),
  costsLine({ activityId: 'b', title: '读书会', share: 2_500n, paid: 5_000n, amount: 2_500n }),
  costsLine({ kind: 'reversal', share: -4_000n, paid: -0n, amount: 4_000n, postedOn: '2026-01-09' }),
  transferLine({ entryId: '019a9a5e-3c00-7000-8000-000000000009', postedOn: '2026-02-01' }),
  loanLine(),
  loanLine({ kind: 'depositReleased', amount: 20_000n, postedOn: '2026-01-08' }),
  transferLine({ kind: 'netting', title: '轧差 2026-01-01 至 2026-01-31', counterparty: null, amount: 0n }),
];

describe('the document of a statement', () => {
  it('says whose it is, of when, by whom it was made, and on which entries it rests', () => {
    const { facts } = documentOf(accountOf(lines), maker);
    expect(facts.map(({ label, value }) => `${label}：${value}`)).toEqual([
      '工会：江城重工工会',
      '期间：2026-01-01 至 2026-03-31',
      '单位：人民币元。正数为他方应付本工会，负数（以减号表示）为本工会应付他方',
      '制表时间：2026-04-02 00:30 UTC+8',
      `制表账号：${maker.personId}`,
      '账簿依据：本期分录 7 笔，末笔 019a9a5e-3c00-7000-8000-000000000009',
    ]);
  });

  it('leads from the opening to the closing balance', () => {
    const { balances } = documentOf(accountOf(lines, { opening: -1_000n }), maker);
    // −10.00 + 25.00 + 15.00 = 30.00; the costs of 40.00 were taken back.
    expect(balances.map(({ label, fen }) => [label, fen])).toEqual([
      ['期初余额', -1_000n],
      ['活动费用净额', 2_500n],
      ['借用净额', 0n],
      ['轧差与划拨净额', 1_500n],
      ['期末余额', 3_000n],
    ]);
  });

  it('has a line for each entry, a subtotal for activities of several, and totals', () => {
    expect(tablesOf(accountOf(lines))).toEqual([
      {
        title: '活动费用',
        columns: ['日期', '活动', '类型', '应承担', '已垫付', '净额'],
        rows: [
          'line | 2026-01-05 | 夏季运动会 | 费用 | 40.00 | 0.00 | -40.00',
          'line | 2026-01-09 | 夏季运动会 | 冲销 | -40.00 | 0.00 | 40.00',
          'subtotal |  | 小计 |  | 0.00 | 0.00 | 0.00',
          'line | 2026-01-05 | 读书会 | 费用 | 25.00 | 50.00 | 25.00',
          'total |  | 合计 |  | 25.00 | 50.00 | 25.00',
        ],
      },
      {
        title: '借用费用与押金',
        columns: ['日期', '类型', '摘要', '对方', '金额'],
        rows: [
          'line | 2026-01-05 | 押金冻结 | 便携音响 | 绿源食品工会 | -200.00',
          'line | 2026-01-08 | 押金释放 | 便携音响 | 绿源食品工会 | 200.00',
          'total |  | 合计 |  |  | 0.00',
        ],
      },
      {
        title: '轧差与划拨',
        columns: ['日期', '类型', '摘要', '对方', '金额'],
        rows: [
          'line | 2026-02-01 | 划拨 | 划拨 | 绿源食品工会 | 15.00',
          'line | 2026-01-05 | 轧差 | 轧差 2026-01-01 至 2026-01-31 |  | 0.00',
          'total |  | 合计 |  |  | 15.00',
        ],
      },
    ]);
  });

  it('says that a period was empty', () => {
    const [activities, loans, transfers] = tablesOf(accountOf([]));
    expect(loans?.rows).toEqual(transfers?.rows);
    expect(activities?.rows).toEqual([
      'line |  | 本期无记录 |  |  |  | ',
      'total |  | 合计 |  | 0.00 | 0.00 | 0.00',
    ]);
    expect(transfers?.rows).toEqual(['line |  | 本期无记录 |  |  | ', 'total |  | 合计 |  |  | 0.00']);
  });

  it('speaks English to whoever asks in it, and names the key that asked', () => {
    const english = { ...maker, locale: 'en', apiKeyId: 'k' } as const;
    const document = documentOf(accountOf(lines), english);
    expect(document.facts.map(({ value }) => value)).toContain(`${maker.personId} (API key k)`);
    expect(document.tables.map(({ title }) => title)).toEqual([
      'Activities',
      'Loans',
      'Netting and transfers',
    ]);
    expect(document.texts.page('1', '2')).toBe('Page 1 of 2');
  });

  it('has the words of one language for every word of the other', () => {
    const words = (locale: 'zh-CN' | 'en'): string[] =>
      Object.keys(documentOf(accountOf([]), { ...maker, locale }).texts).sort();
    expect(words('en')).toEqual(words('zh-CN'));
  });
});

describe('the minute of making', () => {
  it.each([
    ['2026-04-01T15:59:59Z', '2026-04-01 23:59 UTC+8'],
    ['2026-04-01T16:00:00Z', '2026-04-02 00:00 UTC+8'],
  ])('%s is %s in China, whatever the zone of the process', (moment, expected) => {
    expect(shanghaiMinute(new Date(moment))).toBe(expected);
  });
});

describe('the name of the file', () => {
  const named = (name: string): string => {
    const account = accountOf([], { party: { kind: 'union', id: 'u', name } });
    return fileNameOf(account, documentOf(account, maker));
  };

  it.each([
    ['江城重工工会', '江城重工工会 工会往来对账单 2026-01-01—2026-03-31'],
    ['a/b\\c:"d"\r\n', 'a_b_c_d_ 工会往来对账单 2026-01-01—2026-03-31'],
    ['\u202Efdp.exe', '_fdp.exe 工会往来对账单 2026-01-01—2026-03-31'],
    ['𠮷'.repeat(200), `${'𠮷'.repeat(60)} 工会往来对账单 2026-01-01—2026-03-31`],
  ])('of %j is one that can be saved', (name, expected) => {
    expect(named(name)).toBe(expected);
  });
});
