import { describe, expect, it } from '@jest/globals';
import { cellsToMend, mendedRows } from './mending.model.js';
import { parseCsv } from '../../../kit/csv-rows.model.js';
import { csvOf } from './roster-csv.model.js';
import type { ImportRow, RosterLayout } from './roster.model.js';

const layout = {
  sheet: 0,
  headerRow: 1,
  columns: [
    { field: 'name', column: 0 },
    { field: 'phone', column: 2 },
  ],
} satisfies RosterLayout;
const roster = [['Name', 'No', 'Phone'], ['Ann', '1', '12'], [], ['Bo', '2']];
const row = (at: number, code: string, field: string | null, more: ImportRow['more'] = []) =>
  ({ row: at, code, field, hint: null, more, warnings: [] }) as unknown as ImportRow;

describe('the cells that are to be mended', () => {
  it('are those that the report names, in the order of the file, each once', () => {
    const rows = [
      row(4, 'PHONE_FORMAT', 'phone', [{ code: 'NAME_CHARACTERS', field: 'name' }]),
      row(2, 'PHONE_FORMAT', 'phone', [{ code: 'PHONE_SHARED', field: 'phone' }]),
    ];
    expect(cellsToMend(rows, layout, roster)).toEqual([
      { row: 2, column: 2, field: 'phone', problems: ['PHONE_FORMAT', 'PHONE_SHARED'], text: '12' },
      { row: 4, column: 0, field: 'name', problems: ['NAME_CHARACTERS'], text: 'Bo' },
      { row: 4, column: 2, field: 'phone', problems: ['PHONE_FORMAT'], text: '' },
    ]);
  });

  it('leave out what no column of the file has', () => {
    expect(
      cellsToMend([row(2, 'UNION_UNKNOWN', 'union'), row(2, 'ROW_HIDDEN', null)], layout, roster),
    ).toEqual([]);
  });
});

describe('the mended file', () => {
  it('has what was typed in its place, and the rest as it was', () => {
    expect(
      mendedRows(roster, { '2:2': ' 13800000000 ', '4:2': '13900000000', '9:0': 'nowhere' }, ''),
    ).toEqual([['Name', 'No', 'Phone'], ['Ann', '1', '13800000000'], [], ['Bo', '2', '13900000000']]);
    expect(mendedRows<string | null>([['Ann']], { '1:2': '3' }, null)).toEqual([['Ann', null, '3']]);
  });

  it('is read again as it was written', () => {
    const rows = [
      ['a;b', 'c"d', 'e\nf'],
      ['', '1', ' '],
    ];
    expect(parseCsv(csvOf(rows, ';'), ';')).toEqual(rows);
  });
});
