import { describe, expect, it } from '@jest/globals';
import { parseCsv } from '../../../kit/csv-rows.model.js';
import { asText } from './roster-csv.model.js';
import {
  assigned,
  changing,
  fieldAt,
  delimiterName,
  fieldOf,
  hasReport,
  inFile,
  isAtWork,
  isComplete,
  knownProblem,
  remarksOf,
  rosterKind,
  rowChoiceOf,
} from './roster.model.js';

it.each([
  ['a.csv', true],
  ['A.CSV', true],
  ['a.txt', true],
  ['a.xlsx', true],
  ['a.xls', false],
  ['csv', false],
])('%s may be a roster: %p', (name, isLike) => {
  expect(rosterKind.isLike({ name, type: '' })).toBe(isLike);
});

describe('the states', () => {
  it.each([
    ['waiting', true, false],
    ['running', true, false],
    ['checked', false, true],
    ['done', false, true],
    ['undone', false, true],
    ['failed', false, false],
  ] as const)('%s', (state, atWork, report) => {
    expect([isAtWork({ state }), hasReport({ state })]).toEqual([atWork, report]);
  });

  it('knows what changes the roster', () => {
    const progress = {
      total: 9,
      done: 9,
      created: 3,
      updated: 2,
      unchanged: 1,
      rejected: 3,
      ambiguous: 0,
      ended: 0,
      warned: 0,
    };
    expect(changing(progress)).toBe(5);
  });

  it('says of a row why it is left as it is, and what else to look at', () => {
    const row = { row: 2, state: 'unchanged', code: 'PHONE_KEPT', field: 'phone', personId: null } as const;
    const rest = {
      hint: null,
      more: [],
      changes: [],
      candidates: [],
      choice: null,
      chosenPersonId: null,
      keptBecause: null,
    };
    const shared = { code: 'PHONE_SHARED', field: 'phone' } as const;
    expect(remarksOf({ ...row, ...rest, warnings: [shared] })).toEqual([
      { code: 'PHONE_KEPT', field: 'phone', hint: null },
      { ...shared, hint: null },
    ]);
    expect(remarksOf({ ...row, ...rest, code: null, field: null, warnings: [] })).toEqual([]);
  });

  it('reads codes and filters, and takes what it does not know as nothing', () => {
    expect([knownProblem('PHONE_FORMAT'), knownProblem('NEW')]).toEqual(['PHONE_FORMAT', null]);
    expect([fieldOf('phone'), fieldOf('shoe'), fieldOf(null)]).toEqual(['phone', null, null]);
    expect(rowChoiceOf(new URLSearchParams('state=rejected'))).toBe('rejected');
    expect(rowChoiceOf(new URLSearchParams('state=warned'))).toBe('warned');
    expect(rowChoiceOf(new URLSearchParams('state=lost'))).toBeUndefined();
    expect([delimiterName(';'), delimiterName('|'), delimiterName(null)]).toEqual(['semicolon', 'bar', null]);
  });
});

describe('the rows of a .csv', () => {
  it.each([
    [
      'a,b\r\nc,d\r\n',
      ',',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a;b,c\nd;',
      ';',
      [
        ['a', 'b,c'],
        ['d', ''],
      ],
    ],
    ['"x, ""y""\nz",2', ',', [['x, "y"\nz', '2']]],
    ['a\tb', '\t', [['a', 'b']]],
    ['a\n\nb\n', ',', [['a'], [''], ['b']]],
    ['5" pipe,"a"b\n', ',', [['5" pipe', '"a"b']]],
    ['', ',', []],
  ])('%j', (text, delimiter, rows) => {
    expect(parseCsv(text, delimiter)).toEqual(rows);
  });

  it('keep long numbers whole when a spreadsheet opens them', () => {
    expect([asText('110105194912310026'), asText('42'), asText("'13812345678")]).toEqual([
      "'110105194912310026",
      '42',
      "'13812345678",
    ]);
  });
});

it.each([
  ['420199196602132004', '全角证 4201…04'],
  ['４２０１９９１９６６０２１３２００４', '全角证 4201…04'],
  ['420199 19660213 2004', '全角证 4201…04'],
  ['１１０１０５１９４９１２３１００２Ｘ', '全角证 1101…2X'],
])('the report shows nobody a whole number, however it was typed: %s', (number, shown) => {
  expect(inFile(['全角证', number, '正式工'])).toBe(shown);
});

describe('the columns of a roster', () => {
  const layout = { sheet: 0, headerRow: 1, columns: [{ field: 'name', column: 0 } as const] };

  it('are complete with name and number, and a field has one column', () => {
    expect(isComplete(layout)).toBe(false);
    const both = assigned(layout, 2, 'residentNumber');
    expect([isComplete(both), fieldAt(both, 2), fieldAt(both, 1)]).toEqual([
      true,
      'residentNumber',
      undefined,
    ]);
    const moved = assigned(both, 1, 'name');
    expect([fieldAt(moved, 0), fieldAt(moved, 1)]).toEqual([undefined, 'name']);
    expect(assigned(layout, 0, undefined).columns).toEqual([]);
  });
});
