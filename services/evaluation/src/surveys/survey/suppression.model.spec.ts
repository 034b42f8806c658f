import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Cell, CellName, Cut, PublishedResults, ResponseGroup } from './suppression.model.js';
import { cutResponses, suppress } from './suppression.model.js';

/** A cell whose answers sum to four times its count. */
function cell(key: string, count: number, inside: readonly CellName[] = []): Cell {
  return { key, count, sums: [4 * count], inside };
}

function visible(results: PublishedResults, dimension: string): Record<string, number | null> {
  const cut = results.cuts.find((published) => published.dimension === dimension);
  return Object.fromEntries((cut?.cells ?? []).map(({ key, figures }) => [key, figures?.count ?? null]));
}

describe('suppress', () => {
  it.each([
    ['everything large enough is shown', [5, 7, 9], [5, 7, 9]],
    // 20 − 7 − 9 = 4 would show the hidden cell: the smallest other goes with it.
    ['E127: a single small cell takes the smallest other with it', [4, 7, 9], [null, null, 9]],
    ['E127: one respondent is never shown', [1, 6, 30], [null, null, 30]],
    // 1 + 2 = 3 < 5 by subtraction: the sum of the hidden must reach five, too.
    ['small cells that together stay under five take another', [1, 2, 8, 9], [null, null, null, 9]],
    // 3 + 4 = 7: two cells, each may be 0 to 7.
    ['small cells that together reach five stay alone', [3, 4, 8, 9], [null, null, 8, 9]],
    ['E129: an empty cell looks like a suppressed one', [0, 6, 9], [null, null, 9]],
    ['the first of equal cells is taken', [2, 6, 6], [null, null, 6]],
    ['one cell that is the total is shown', [12], [12]],
  ])('%s', (_, counts, expected) => {
    const results = suppress([{ dimension: 'size', cells: counts.map((count, k) => cell(`k${k}`, count)) }]);
    expect(Object.values(visible(results, 'size'))).toEqual(expected);
  });

  it('shows nothing at all of fewer than five, and of nobody', () => {
    for (const counts of [[1, 3], [0, 0], [4], []]) {
      const results = suppress([
        { dimension: 'size', cells: counts.map((count, k) => cell(`k${k}`, count)) },
      ]);
      expect(results.total).toBeNull();
      expect(Object.values(visible(results, 'size')).every((count) => count === null)).toBe(true);
    }
  });

  it('E129: answers the same for empty and suppressed, to the letter', () => {
    const withEmpty = suppress([{ dimension: 'size', cells: [cell('a', 0), cell('b', 4), cell('c', 9)] }]);
    const withFew = suppress([{ dimension: 'size', cells: [cell('a', 2), cell('b', 2), cell('c', 9)] }]);
    expect(JSON.stringify(withEmpty)).toBe(JSON.stringify(withFew));
  });

  it('shows sums beside counts, and the total', () => {
    const results = suppress([{ dimension: 'size', cells: [cell('a', 5), cell('b', 6)] }]);
    expect(results.total).toEqual({ count: 11, sums: [44] });
    expect(results.cuts[0]?.cells[0]).toEqual({ key: 'a', figures: { count: 5, sums: [20] } });
  });

  it('a district less its unions does not show the smallest of them', () => {
    const east = [{ dimension: 'district', key: 'east' }];
    const west = [{ dimension: 'district', key: 'west' }];
    const results = suppress([
      { dimension: 'district', cells: [cell('east', 20), cell('west', 30)] },
      {
        dimension: 'union',
        cells: [cell('e1', 3, east), cell('e2', 8, east), cell('e3', 9, east), cell('w1', 30, west)],
      },
    ]);
    expect(visible(results, 'district')).toEqual({ east: 20, west: 30 });
    // Over all, 3 + 8 hidden suffice; within the east as well: 20 − 9 = 11.
    expect(visible(results, 'union')).toEqual({ e1: null, e2: null, e3: 9, w1: 30 });
  });

  it('what lies in a suppressed cell is suppressed', () => {
    const inside = (key: string): readonly CellName[] => [{ dimension: 'district', key }];
    const results = suppress([
      { dimension: 'district', cells: [cell('a', 3), cell('b', 6), cell('c', 20)] },
      {
        dimension: 'union',
        cells: [cell('a1', 3, inside('a')), cell('b1', 6, inside('b')), cell('c1', 20, inside('c'))],
      },
    ]);
    // b1 in the open would show b, and so a.
    expect(visible(results, 'union')).toEqual({ a1: null, b1: null, c1: 20 });
  });

  it('a cell that nearly fills another is suppressed, for the difference is few people', () => {
    const results = suppress([
      { dimension: 'sex', cells: [cell('f', 12), cell('m', 18)] },
      {
        dimension: 'size',
        // The first lies within f: 12 − 10 = 2 women elsewhere.
        cells: [cell('micro', 10, [{ dimension: 'sex', key: 'f' }]), cell('small', 11), cell('large', 9)],
      },
    ]);
    expect(visible(results, 'sex')).toEqual({ f: 12, m: 18 });
    // micro goes for the difference, large as the smallest other so that micro cannot be subtracted.
    expect(visible(results, 'size')).toEqual({ micro: null, small: 11, large: null });
  });

  it('refuses cuts that count different respondents, and a cell named twice', () => {
    const size: Cut = { dimension: 'size', cells: [cell('a', 5)] };
    expect(() => suppress([size, { dimension: 'sex', cells: [cell('f', 6)] }])).toThrow('CUT_INCOMPLETE');
    expect(() => suppress([{ dimension: 'size', cells: [cell('a', 5), cell('a', 6)] }])).toThrow(
      'DUPLICATE_ID',
    );
  });
});

describe('cutResponses', () => {
  const dimensions = [
    { dimension: 'district', keys: ['east', 'west', 'north'] },
    { dimension: 'union', keys: ['u1', 'u2'] },
  ];
  const group = (district: string, union: string, count: number): ResponseGroup => ({
    keys: { district, union },
    count,
    sums: [count],
  });

  it('finds what lies inside what, and lists empty cells', () => {
    const cuts = cutResponses(
      [group('east', 'u1', 3), group('west', 'u2', 4), group('east', 'u2', 2)],
      dimensions,
    );
    expect(cuts[0]?.cells).toEqual([
      { key: 'east', count: 5, sums: [5], inside: [] },
      { key: 'west', count: 4, sums: [4], inside: [{ dimension: 'union', key: 'u2' }] },
      { key: 'north', count: 0, sums: [], inside: [] },
    ]);
    expect(cuts[1]?.cells[0]?.inside).toEqual([{ dimension: 'district', key: 'east' }]);
  });

  it('refuses a key that is not listed', () => {
    expect(() => cutResponses([group('south', 'u1', 1)], dimensions)).toThrow('CUT_INCOMPLETE');
  });
});

describe('property: nothing small follows from what is published', () => {
  /** Unions u0…u5 lie in districts d0…d2 by their number; ages are free. */
  const groupsArbitrary = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 })
    .chain((counts) =>
      fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }).map((gaps) => ({ counts, gaps })),
    )
    .map(({ counts, gaps }) =>
      counts.map((count, k) => ({
        keys: { district: `d${Math.floor(k / 6)}`, union: `u${Math.floor(k / 3)}`, age: `a${k % 3}` },
        count: gaps[k] === true ? 0 : count,
        sums: [] as number[],
      })),
    );
  const dimensions = [
    { dimension: 'district', keys: ['d0', 'd1', 'd2'] },
    { dimension: 'union', keys: ['u0', 'u1', 'u2', 'u3', 'u4', 'u5'] },
    { dimension: 'age', keys: ['a0', 'a1', 'a2'] },
  ];
  /** As planned, not as observed: district and union are nested, age crosses both. */
  const plannedCuts = (groups: readonly ResponseGroup[]): readonly Cut[] =>
    cutResponses(groups, dimensions).map((cut) => ({
      ...cut,
      cells: cut.cells.map((entry) => ({
        ...entry,
        inside:
          cut.dimension === 'union'
            ? [{ dimension: 'district', key: `d${Math.floor(Number(entry.key.slice(1)) / 2)}` }]
            : [],
      })),
    }));

  it('no suppressed cell is determined by any combination of published ones', () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        const results = suppress(plannedCuts(groups));
        const row = (dimension: string, key: string): number[] =>
          groups.map(({ keys }) =>
            Object.entries(keys).some(([d, k]) => d === dimension && k === key) ? 1 : 0,
          );
        const cells = results.cuts.flatMap(({ dimension, cells: list }) =>
          list.map(({ key, figures }) => ({ equation: row(dimension, key), figures })),
        );
        const known = cells.filter(({ figures }) => figures !== null).map(({ equation }) => equation);
        if (results.total !== null) known.push(groups.map(() => 1));
        const rank = rankOf(known);
        for (const { equation, figures } of cells) {
          if (figures === null) expect(rankOf([...known, equation])).toBe(rank + 1);
          else expect(figures.count).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the rest of each published sum is nobody or at least five, also for overlaps by chance', () => {
    fc.assert(
      fc.property(groupsArbitrary, fc.boolean(), (groups, asObserved) => {
        const cuts = asObserved ? cutResponses(groups, dimensions) : plannedCuts(groups);
        const results = suppress(cuts);
        for (const cut of cuts) {
          const shown = visible(results, cut.dimension);
          for (const container of containersOf(cuts, results)) {
            const members = cut.cells.filter((entry) => container.holds(entry));
            if (members.length === 0) continue;
            const rest = members.reduce((sum, { key }) => sum - (shown[key] ?? 0), container.count);
            expect(rest === 0 || rest >= 5).toBe(true);
            const hidden = members.filter(({ key }) => shown[key] === null).length;
            const total = members.reduce((sum, { count }) => sum + count, 0);
            // Hidden alone, with nobody else in the sum, it would be known.
            if (total === container.count) expect(hidden).not.toBe(1);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  function containersOf(
    cuts: readonly Cut[],
    results: PublishedResults,
  ): { count: number; holds: (entry: Cell) => boolean }[] {
    const totals = results.total === null ? [] : [{ count: results.total.count, holds: () => true }];
    const published = cuts.flatMap(({ dimension, cells }) =>
      cells
        .filter(({ key }) => visible(results, dimension)[key] !== null)
        .map(({ key, count }) => ({
          count,
          holds: (entry: Cell) =>
            (entry.inside ?? []).some((name) => name.dimension === dimension && name.key === key),
        })),
    );
    return [...totals, ...published];
  }
});

/** Rank of a matrix of zeros and ones, by elimination. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  let rows = matrix.map((row) => [...row]);
  let rank = 0;
  const width = rows[0]?.length ?? 0;
  for (let column = 0; column < width; column += 1) {
    const pivot = rows.find((row) => Math.abs(row[column] ?? 0) > 1e-9);
    if (pivot === undefined) continue;
    rank += 1;
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) => {
        const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
        return row.map((value, k) => value - factor * (pivot[k] ?? 0));
      });
  }
  return rank;
}
