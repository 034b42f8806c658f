import { expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import type { ExportColumn } from './export-column.js';
import { listWorkbook } from './list-workbook.js';

interface Line {
  readonly title: string;
  readonly amount: string;
  readonly heads: string;
  readonly on: string;
  readonly at: string;
}

const columns: ExportColumn<Line>[] = [
  { title: '事项', text: ({ title }) => title },
  { title: '金额', kind: 'money', text: ({ amount }) => amount },
  { title: '预算', kind: 'money', isApart: true, text: ({ amount }) => amount },
  { title: '人数', kind: 'count', text: ({ heads }) => heads },
  { title: '日期', kind: 'day', text: ({ on }) => on },
  { title: '时间', kind: 'instant', text: ({ at }) => at },
];
const line = {
  title: '场地',
  amount: '120.05',
  heads: '12',
  on: '2026-11-20',
  at: '2026-11-20T17:30:00.000Z',
};

async function rowsOf(items: readonly Line[]) {
  const sheet = { name: '分录/[1]', columns, items, total: '合计', clock: '北京时间' };
  const book = await readXlsx(await listWorkbook(sheet));
  return { name: book.sheets[0]?.name, rows: book.sheets[0]?.rows ?? [], cells: book.sheets[0]?.cells };
}

it('has numbers that can be added up, days and instants that are dates, and sums that are formulas', async () => {
  const { name, rows, cells } = await rowsOf([line, { ...line, amount: '-20.10', heads: '' }]);
  expect(name).toBe('分录  1');
  expect(rows[0]).toEqual(['事项', '金额', '预算', '人数', '日期', '时间 (北京时间)']);
  expect(rows[1]).toEqual([
    '场地',
    120.05,
    120.05,
    12,
    new Date('2026-11-20T00:00:00Z'),
    new Date('2026-11-21T01:30:00Z'),
  ]);
  expect(rows[2]?.slice(0, 4)).toEqual(['场地', -20.1, -20.1, null]);
  // 120.05 − 20.10
  expect(rows[3]?.slice(0, 3)).toEqual(['合计', 99.95, null]);
  expect(cells?.get('3,1')).toMatchObject({ formula: 'ROUND(SUM(B2:B3),2)' });
});

it('E115: has no text that a spreadsheet would compute, and E114: no id that becomes a number', async () => {
  const { rows } = await rowsOf([
    { ...line, title: '=1+1' },
    { ...line, title: '420106199001011234', amount: '—' },
  ]);
  expect(rows[1]?.[0]).toBe("'=1+1");
  expect(rows[2]?.slice(0, 2)).toEqual(['420106199001011234', '—']);
});

it('keeps an amount that no cell can hold as text, and adds up nothing that would be off', async () => {
  const { rows } = await rowsOf([{ ...line, amount: '10000000000000.01' }]);
  expect(rows[1]?.[1]).toBe('10000000000000.01');
  expect(rows[2]?.[1] ?? null).toBeNull();
});

it('has no sums where there are no lines', async () => {
  expect((await rowsOf([])).rows).toHaveLength(1);
});
