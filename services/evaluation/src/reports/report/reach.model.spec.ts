import { describe, expect, it } from '@jest/globals';
import { type CountedUnion, periodName, periodsOver, reachOf, reachSoFar } from './reach.model.js';
import { daysOf, frozenFrom } from '../../reference/subject/reach-period.model.js';
import type { FrozenCell } from './reach-tree.model.js';

function union(unionId: string, path: string, ownMembers: number): CountedUnion {
  return { unionId, path, name: `工会${unionId}`, sizeClass: 'small', ownMembers };
}

function cell(
  unionId: string,
  served: number | null,
  members: number,
  kind: FrozenCell['kind'] = 'all',
  key = '',
): FrozenCell {
  return { unionId, kind, key, members, membersMax: members, served };
}

describe('what was frozen', () => {
  const unions = [union('a', '1.', 30), union('b', '1.1.', 40), union('c', '1.2.', 7), union('d', '1.3.', 0)];
  const cells = [
    cell('a', 20, 77),
    cell('a', null, 30, 'own'),
    cell('a', 20, 77, 'sizeClass', 'small'),
    cell('a', 12, 50, 'decade', '1990'),
    cell('a', 8, 27, 'decade', '1980'),
    cell('b', null, 40),
    cell('c', 0, 7),
  ];

  it('is the total, sizes and ages, unions that were reached, and unions that were not', () => {
    const reach = reachOf('a', unions, cells);
    expect(reach.total).toEqual({ key: 'all', name: null, members: 77, served: 20 });
    expect(reach.bySizeClass).toEqual([{ key: 'small', name: null, members: 77, served: 20 }]);
    expect(reach.byDecade.map(({ key, served }) => [key, served])).toEqual([
      ['1980', 8],
      ['1990', 12],
    ]);
    expect(reach.byUnion.map(({ key, members, served }) => [key, members, served])).toEqual([
      ['b', 40, null],
      ['a', 30, null],
    ]);
    expect(reach.unreached).toEqual([{ id: 'c', name: '工会c', sizeClass: 'small', members: 7 }]);
  });

  it('is the union alone where there is none below it', () => {
    const reach = reachOf('b', [union('b', '1.1.', 40)], [cell('b', null, 40)]);
    expect(reach.bySizeClass).toEqual([{ key: 'small', name: null, members: 40, served: null }]);
    expect([reach.byDecade, reach.byUnion.length]).toEqual([[], 1]);
  });
});

it('of a period that is not frozen only that nobody came is told, and not of five or fewer', () => {
  const unions = [{ ...union('a', '1.', 30), served: 12 }, { ...union('b', '1.1.', 6), served: 0 }, { ...union('c', '1.2.', 5), served: 0 }]; // prettier-ignore
  expect(reachSoFar(unions)).toEqual({
    total: { key: 'all', name: null, members: 41, served: null },
    unreached: [{ id: 'b', name: '工会b', sizeClass: 'small', members: 6 }],
  });
});

it.each([
  [{ year: 2026 }, '2026-01-01', '2026-12-31', '2027-01-08'],
  [{ year: 2024, quarter: 1 }, '2024-01-01', '2024-03-31', '2024-04-08'],
  [{ year: 2026, quarter: 2 }, '2026-04-01', '2026-06-30', '2026-07-08'],
  [{ year: 2026, quarter: 4 }, '2026-10-01', '2026-12-31', '2027-01-08'],
])('%p goes from %s to %s and is frozen on %s', (period, from, to, on) => {
  expect([daysOf(period), frozenFrom(period)]).toEqual([{ from, to }, on]);
});

it('the quarters of a year are frozen before it', () => {
  const names = (today: string): string[] => periodsOver(2026, today).map(periodName);
  expect(names('2026-07-07')).toEqual(['2026-Q1']);
  expect(names('2027-01-08')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2026']);
});
