import { describe, expect, it } from '@jest/globals';
import { readablePage } from './readable-page.js';

const madeAt = new Date('2026-11-26T02:00:00Z');

function pageOf(rows: readonly Record<string, unknown>[], locale: 'zh-CN' | 'en' = 'zh-CN'): string {
  return readablePage(
    { services: [{ service: 'membership', parts: [{ kind: 'record', rows }] }], files: [] },
    locale,
    madeAt,
  );
}

/** The cells of the first table, row by row. */
function cellsOf(page: string): string[] {
  return [...page.matchAll(/<t[dh](?: [^>]*)?>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => cell);
}

describe('the page that shows people their data', () => {
  it.each([
    [
      'zh-CN' as const,
      ['时间', '2026年11月26日 10:00', '金额（元）', '12.05', '状态', '已确认', '是否同意', '是'],
    ],
    [
      'en' as const,
      [
        'Time',
        'Nov 26, 2026, 10:00 AM',
        'Amount (yuan)',
        '12.05',
        'State',
        'Confirmed',
        'Consent given',
        'Yes',
      ],
    ],
  ])('says values in the words of the reader: %s', (locale, expected) => {
    const row = { at: '2026-11-26T02:00:00.000+00:00', amountFen: 1205, state: 'confirmed', given: true };
    const cells = cellsOf(pageOf([row], locale)).map((cell) => cell.replaceAll(' ', ' '));
    const pairs = [0, 1, 2, 3].flatMap((index) => [cells[index], cells[index + 4]]);
    expect(pairs).toEqual(expected);
  });

  it('shows nothing as markup that somebody typed', () => {
    const page = pageOf([{ text: '<script>alert("1")</script>&' }]);
    expect(page).not.toContain('<script');
    expect(cellsOf(page)[1]).toBe('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;');
  });

  it('leaves out what is not there, and sets lists and objects in words', () => {
    const cells = cellsOf(pageOf([{ note: null, businesses: ['culture', 'sport'], facts: { heads: 2 } }]));
    expect(cells.slice(3)).toEqual(['', 'culture、sport', 'heads: 2']);
  });

  it('puts rows of one kind that came in several pages into one table', () => {
    const parts = [
      { kind: 'signIn' as const, rows: [{ at: null }] },
      { kind: 'signIn' as const, rows: [{ at: null }] },
      { kind: 'signIn' as const, rows: [{ name: 'a key' }] },
    ];
    const page = readablePage({ services: [{ service: 'membership', parts }], files: [] }, 'en', madeAt);
    expect(page.match(/<table>/g)).toHaveLength(2);
  });

  it('lists the files with what they belong to, and says why one is left out', () => {
    const file = { kind: 'matters' as const, name: '<正面>.png', about: 'BS-7', at: '2026-11-26T02:00:00Z' };
    const page = readablePage(
      {
        services: [],
        files: [
          { ...file, path: 'files/a b#.png', leftOut: null, isDamaged: false },
          { ...file, path: null, leftOut: 'tooMuch', isDamaged: false },
          { ...file, path: null, leftOut: 'gone', isDamaged: false, at: null },
          { ...file, path: null, leftOut: 'unreadable', isDamaged: false },
          { ...file, path: 'files/b.png', leftOut: null, isDamaged: true },
        ],
      },
      'zh-CN',
      madeAt,
    );
    const cells = cellsOf(page).slice(4);
    expect(cells[0]).toBe('<a href="files/a%20b%23.png">a b#.png</a>');
    expect(cells.slice(1, 4)).toEqual(['办件', 'BS-7', '2026年11月26日 10:00']);
    expect(cells[4]).toMatch(/^&lt;正面&gt;.png<br>未放入：.*上限/);
    expect(cells[8]).toMatch(/^&lt;正面&gt;.png<br>未放入：制作时文件已不在。/);
    expect(cells[11]).toBe('');
    expect(cells[12]).toMatch(/^&lt;正面&gt;.png<br>未放入：平台读不出.*请询问您的工会$/);
    expect(cells[16]).toMatch(/^<a href="files\/b.png">b.png<\/a><br>已损坏：.*请询问您的工会$/);
  });
});
