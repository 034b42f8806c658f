import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shieldCells, shieldTotals } from './shield.model.js';

const shown = (numbers: readonly number[], hidden: readonly boolean[]): string =>
  numbers.map((number, index) => (hidden[index] === true ? '-' : String(number))).join(' ');

describe('totals of unions', () => {
  it.each([
    ['nothing is hidden of five or more, or of none', [5, 0, 9], '5 0 9'],
    ['two of fewer than five are hidden, as together they have five', [2, 3, 9], '- - 9'],
    // 20 - 8 - 9 = 3: the 8 goes as well
    ['one alone would follow from the rest', [3, 8, 9], '- - 9'],
    // 1 + 2 = 3 people are hidden: too few
    ['two that have fewer than five together need a third', [1, 2, 8, 9], '- - - 9'],
    ['a zero is hidden where nothing else is left', [3, 0], '- -'],
  ])('%s', (_name, totals, expected) => {
    expect(shown(totals, shieldTotals(totals, [], false))).toBe(expected);
  });

  it('show what is the caller’s own, unless it gives others away', () => {
    expect(shown([3, 6, 9], shieldTotals([3, 6, 9], [true], false))).toBe('3 6 9');
    expect(shown([3, 2, 9], shieldTotals([3, 2, 9], [true], false))).toBe('- - 9');
  });

  it('do not add up to a hidden total', () => {
    expect(shown([6, 9], shieldTotals([6, 9], [], true))).toBe('- 9');
  });
});

describe('numbers of a dimension', () => {
  const cells = (numbers: readonly (readonly number[])[], rowsAddUp = true, sums?: boolean[]): string[] => {
    const rows = numbers.map((row) => ({ numbers: row, isOwn: false }));
    const sumsHidden = sums ?? (numbers[0] ?? []).map(() => false);
    const hidden = shieldCells(rows, { rowsHidden: numbers.map(() => false), sumsHidden, rowsAddUp });
    return numbers.map((row, index) => shown(row, hidden[index] ?? []));
  };

  it.each([
    [
      'the other number of the row, and one of each column',
      [
        [3, 20],
        [10, 10],
        [30, 40],
      ],
      ['- -', '- -', '30 40'],
    ],
    [
      'nothing where all have enough',
      [
        [5, 20],
        [10, 10],
      ],
      ['5 20', '10 10'],
    ],
  ])('hide %s', (_name, numbers, expected) => {
    expect(cells(numbers)).toEqual(expected);
  });

  it('of months hide only what follows from the union above, as they have no total of their own', () => {
    expect(
      cells(
        [
          [3, 20],
          [10, 10],
          [30, 40],
        ],
        false,
      ),
    ).toEqual(['- 20', '- 10', '30 40']);
  });

  it('show none of a union whose total is hidden', () => {
    const rows = [
      [2, 1],
      [10, 10],
      [30, 40],
    ].map((numbers) => ({ numbers, isOwn: false }));
    const options = { rowsHidden: [true, true, false], sumsHidden: [false, false], rowsAddUp: true };
    expect(shieldCells(rows, options)).toEqual([
      [true, true],
      [true, true],
      [false, false],
    ]);
  });

  it('never show a number below five, nor leave one that a line gives away', () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 100 }));
    const tables = fc
      .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 5 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(tables, (numbers) => {
        const totals = numbers.map((row) => row.reduce((sum, one) => sum + one, 0));
        const rowsHidden = shieldTotals(totals, [], false);
        const sumsHidden = (numbers[0] ?? []).map(() => false);
        const rows = numbers.map((row) => ({ numbers: row, isOwn: false }));
        const hidden = shieldCells(rows, { rowsHidden, sumsHidden, rowsAddUp: true });
        for (const [row, line] of numbers.entries())
          for (const [column, one] of line.entries())
            if (one > 0 && one < 5) expect(hidden[row]?.[column]).toBe(true);
        const lines = [
          ...numbers
            .map((line, row) => ({ line, isHidden: hidden[row] ?? [] }))
            .filter((_, row) => !rowsHidden[row]),
          ...sumsHidden.map((_, column) => ({
            line: numbers.map((row) => row[column] ?? 0),
            isHidden: hidden.map((row) => row[column] ?? false),
          })),
        ];
        for (const { line, isHidden } of lines) {
          const secret = line.filter((_, index) => isHidden[index]);
          expect(secret.length).not.toBe(1);
          const all = isHidden.every(Boolean);
          if (secret.length > 0 && !all)
            expect(secret.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });
});
