import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { thresholdDefault } from '../../surveys/survey/suppression.model.js';
import {
  balancesOf,
  type CountTable,
  freezeReach,
  type FrozenCell,
  type FrozenReach,
  joinQuarters,
  type ReachGroup,
  type ReachUnion,
} from './reach-tree.model.js';
import { rangesOf } from './tree-suppression.model.js';

const city: ReachUnion = { unionId: 'city', path: '1.', name: '市总', sizeClass: null };
const qinglin: ReachUnion = { unionId: 'qinglin', path: '1.1.', name: '青林区', sizeClass: null };

function union(unionId: string, path: string, sizeClass: ReachUnion['sizeClass'] = 'small'): ReachUnion {
  return { unionId, path, name: unionId, sizeClass };
}

function group(unionId: string, served: number, members: number, decade: number | null = 1980): ReachGroup {
  return { unionId, decade, members, served };
}

function servedOf(cells: readonly FrozenCell[], unionId: string, kind = 'all', key = ''): number | null {
  const cell = cells.find((one) => one.unionId === unionId && one.kind === kind && one.key === key);
  if (cell === undefined) throw new Error(`no cell ${unionId} ${kind} ${key}`);
  return cell.served;
}

describe('what is told of a period', () => {
  it('is the same decision for a city and its districts: a total less another one gives nothing away', () => {
    // 161 of the city less 60 less the 106 of the district would be 35 of 37, and 106 less 60 less 25 would be 21 of
    // 24.
    const unions = [
      city,
      qinglin,
      union('a', '1.2.'),
      union('b', '1.1.1.'),
      union('c', '1.1.2.'),
      union('d', '1.1.3.'),
    ];
    const groups = [group('a', 35, 37), group('b', 60, 90), group('c', 25, 80), group('d', 21, 24)];
    groups.push(group('city', 20, 40));
    const cells = freezeReach(unions, groups, []);
    expect([servedOf(cells, 'a'), servedOf(cells, 'd')]).toEqual([null, null]);
    // Held back with them: the smallest of each sum, which would reveal them.
    expect([servedOf(cells, 'c'), servedOf(cells, 'city', 'own')]).toEqual([null, null]);
    expect([servedOf(cells, 'b'), servedOf(cells, 'qinglin'), servedOf(cells, 'city')]).toEqual([
      60, 106, 161,
    ]);
  });

  it('E127: is nothing where fewer than five came, or fewer than five stayed away', () => {
    const unions = [city, union('a', '1.1.'), union('b', '1.2.'), union('c', '1.3.')];
    const few = freezeReach(unions, [group('a', 3, 40), group('b', 20, 40), group('c', 30, 80)], []);
    expect(['a', 'b', 'c', 'city'].map((id) => servedOf(few, id))).toEqual([null, null, 30, 53]);
    const most = freezeReach(unions, [group('a', 38, 40), group('b', 20, 40), group('c', 30, 80)], []);
    expect(['a', 'b', 'c', 'city'].map((id) => servedOf(most, id))).toEqual([null, null, 30, 88]);
  });

  it('is that nobody came of more than five members, and nothing of fewer', () => {
    const unions = [city, union('a', '1.1.'), union('b', '1.2.'), union('c', '1.3.'), union('d', '1.4.')];
    const groups = [group('a', 0, 6), group('b', 0, 5), group('c', 30, 80), group('d', 20, 90)];
    const cells = freezeReach(unions, groups, []);
    expect([servedOf(cells, 'a'), servedOf(cells, 'b')]).toEqual([0, null]);
  });

  it('says nothing of a decade of fewer than five members', () => {
    const unions = [city, union('a', '1.1.')];
    const groups = [
      group('a', 20, 40),
      group('a', 10, 25, 1990),
      group('a', 1, 3, 1950),
      group('a', 30, 60, 1970),
    ];
    const cells = freezeReach(unions, groups, []).filter(({ kind }) => kind === 'decade');
    const told = new Map(cells.map(({ key, members, served }) => [key, [members, served]]));
    expect(told.get('1950')).toEqual([null, null]);
    expect(told.get('1990')).toEqual([null, null]);
    expect(told.get('1970')).toEqual([60, 30]);
  });

  it('is less of a year where its quarters would give it away', () => {
    const unions = [city, union('a', '1.1.'), union('b', '1.2.')];
    const quarter = (a: number, b: number): FrozenReach => ({
      unions,
      cells: freezeReach(unions, [group('a', a, 60), group('b', b, 90)], []),
    });
    // Nobody came in three quarters, so who came in the year came in the first: 3, which is held back there.
    const quarters = [quarter(3, 30), quarter(0, 30), quarter(0, 30), quarter(0, 30)];
    const year = freezeReach(unions, [group('a', 3, 60), group('b', 40, 90)], quarters);
    expect([servedOf(year, 'a'), servedOf(year, 'city') === 43 && servedOf(year, 'b') === 40]).toEqual([
      null,
      false,
    ]);
  });

  it('is nothing of nobody', () => {
    expect(freezeReach([city], [], [])).toEqual([]);
  });
});

const sizeClasses = ['large', 'small', 'micro', null] as const;

/** Trees of up to 10 unions, each below one before it. */
const trees = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom(...sizeClasses)), { minLength: 1, maxLength: 9 })
  .map((rest) => {
    const unions: ReachUnion[] = [city];
    for (const [above, sizeClass] of rest) {
      const parent = unions[above % unions.length] ?? city;
      unions.push(union(`u${unions.length}`, `${parent.path}${unions.length}.`, sizeClass));
    }
    return unions;
  });

/** Members by union and decade, and for each quarter how many came; in the year at least as many as in any quarter. */
const years = trees.chain((unions) =>
  fc
    .array(
      fc.record({
        union: fc.nat(unions.length - 1),
        decade: fc.constantFrom(1970, 1980, 1990, null),
        members: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 90 })),
        came: fc.array(fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 4,
          maxLength: 4,
        }),
        overlap: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 16 },
    )
    .map((drawn) => {
      const people = [...new Map(drawn.map((one) => [`${one.union} ${one.decade}`, one])).values()];
      const groupsBy = (countOf: (one: (typeof people)[number]) => number): ReachGroup[] =>
        people.map((one) => group(unions[one.union]?.unionId ?? '', countOf(one), one.members, one.decade));
      const cameIn = (one: (typeof people)[number], index: number): number =>
        Math.floor((one.came[index] ?? 0) * one.members);
      const inYear = (one: (typeof people)[number]): number => {
        const all = [0, 1, 2, 3].map((index) => cameIn(one, index));
        const [least, most] = [
          Math.max(...all),
          Math.min(
            one.members,
            all.reduce((sum, count) => sum + count, 0),
          ),
        ];
        return least + Math.floor(one.overlap * (most - least));
      };
      return {
        unions,
        quarters: [0, 1, 2, 3].map((index) => groupsBy((one) => cameIn(one, index))),
        year: groupsBy(inYear),
      };
    }),
);

const prime = 10_007;

/** The cells that follow exactly from sums and differences: unit vectors in the row space, computed modulo a prime. */
function solvedBy(table: CountTable): readonly number[] {
  const unknown = table.counts.flatMap(({ value }, place) => (value === null ? [place] : []));
  const columns = new Map(unknown.map((place, column) => [place, column]));
  const modulo = (value: number): number => ((value % prime) + prime) % prime;
  const rows = table.balances.map(({ wholes, parts }) => {
    const row = unknown.map(() => 0);
    const add = (place: number, sign: number): void => {
      const column = columns.get(place);
      if (column !== undefined) row[column] = modulo((row[column] ?? 0) + sign);
    };
    for (const place of wholes) add(place, 1);
    for (const place of parts) add(place, -1);
    return row;
  });
  let rank = 0;
  for (let column = 0; column < unknown.length && rank < rows.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= rank && row[column] !== 0);
    const pivot = rows[found];
    if (pivot === undefined) continue;
    rows[found] = rows[rank] ?? [];
    const inverse = power(pivot[column] ?? 1, prime - 2);
    rows[rank] = pivot.map((value) => modulo(value * inverse));
    for (const [index, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (index === rank || factor === 0) continue;
      rows[index] = row.map((value, at) => modulo(value - factor * (rows[rank]?.[at] ?? 0)));
    }
    rank += 1;
  }
  return rows.flatMap((row) => {
    const places = unknown.filter((_place, column) => row[column] !== 0);
    return places.length === 1 ? places.filter((place) => table.counts[place]?.state === 'suppressed') : [];
  });
}

function power(base: number, exponent: number): number {
  if (exponent === 0) return 1;
  const half = power((base * base) % prime, Math.floor(exponent / 2));
  return exponent % 2 === 0 ? half : (half * base) % prime;
}

it('E127: whoever has all cells of all subtrees and periods finds none that is held back, nor less than five around it', () => {
  fc.assert(
    fc.property(years, ({ unions, quarters, year }) => {
      const frozen = quarters.map((groups) => ({ unions, cells: freezeReach(unions, groups, []) }));
      const cells = freezeReach(unions, year, frozen);
      const counts = cells.map(({ served, membersMax }) => ({
        value: served,
        min: 0,
        max: membersMax,
        isSensitive: false,
        rank: 0,
        state: served === null ? ('suppressed' as const) : ('published' as const),
      }));
      const known = joinQuarters(cells, { counts, balances: balancesOf(unions, cells) }, frozen);
      const told = new Set(known.counts.flatMap(({ value }, place) => (value === null ? [] : [place])));
      expect(solvedBy(known)).toEqual([]);
      const ranges = rangesOf(known.counts, known.balances, told);
      if (ranges === null) throw new Error('what is told contradicts itself');
      known.counts.forEach(({ state, max }, place) => {
        if (state !== 'suppressed') return;
        const width = (ranges.high[place] ?? 0) - (ranges.low[place] ?? 0);
        expect(width).toBeGreaterThanOrEqual(Math.min(thresholdDefault, max));
      });
    }),
    { numRuns: 30 },
  );
});
