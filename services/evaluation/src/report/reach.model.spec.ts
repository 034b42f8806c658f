import { describe, expect, it } from '@jest/globals';
import { daysOf, type ReachGroup, reachOf } from './reach.model.js';

function group(
  unionId: string,
  served: number,
  members: number,
  change: Partial<ReachGroup> = {},
): ReachGroup {
  return { unionId, name: `工会${unionId}`, sizeClass: 'small', decade: 1980, members, served, ...change };
}

describe('who was reached', () => {
  it('is told by union, size class and decade, where five and more came and stayed away', () => {
    const reach = reachOf([
      group('a', 10, 40),
      group('a', 12, 20, { decade: 1990 }),
      group('b', 30, 90, { sizeClass: 'large' }),
    ]);
    expect(reach.total).toEqual({ key: 'all', name: null, members: 150, served: 52 });
    expect(reach.byUnion).toEqual([
      { key: 'b', name: '工会b', members: 90, served: 30 },
      { key: 'a', name: '工会a', members: 60, served: 22 },
    ]);
    expect(reach.bySizeClass.map(({ key, served }) => [key, served])).toEqual([
      ['small', 22],
      ['large', 30],
    ]);
    expect(reach.byDecade.map(({ key, members, served }) => [key, members, served])).toEqual([
      ['1980', 130, 40],
      ['1990', 20, 12],
    ]);
    expect(reach.unreached).toEqual([]);
  });

  it('E127: holds back fewer than five, and what would reveal them', () => {
    const reach = reachOf([group('a', 3, 40), group('b', 20, 40), group('c', 30, 80)]);
    // 3 would follow from the total of 53 less 20 and 30: the smaller of the others is held back, too.
    expect(reach.byUnion.map(({ key, served }) => [key, served])).toEqual([
      ['c', 30],
      ['a', null],
      ['b', null],
    ]);
    expect(reach.total.served).toBe(53);
  });

  it('E127: holds back all but fewer than five, as the few who stayed away would be known', () => {
    const reach = reachOf([group('a', 38, 40), group('b', 20, 40), group('c', 30, 80)]);
    expect(reach.byUnion.find(({ key }) => key === 'a')?.served).toBeNull();
    expect(reach.byUnion.filter(({ served }) => served === null)).toHaveLength(2);
  });

  it('E127: tells no decade of fewer than five members, nor the one beside it', () => {
    const reach = reachOf([
      group('a', 20, 40),
      group('a', 10, 25, { decade: 1990 }),
      group('a', 1, 3, { decade: 1950 }),
    ]);
    const hidden = reach.byDecade.filter(({ members }) => members === null);
    expect(hidden.map(({ key, served }) => [key, served])).toEqual([
      ['1950', null],
      ['1990', null],
    ]);
  });

  it('lists the unions of whom nobody came, the largest first, and holds nothing back for them', () => {
    const reach = reachOf([
      group('a', 20, 40),
      group('b', 0, 7, { sizeClass: 'micro' }),
      group('c', 0, 90, { sizeClass: 'micro' }),
    ]);
    expect(reach.unreached.map(({ id, members }) => [id, members])).toEqual([
      ['c', 90],
      ['b', 7],
    ]);
    expect(reach.byUnion).toEqual([{ key: 'a', name: '工会a', members: 40, served: 20 }]);
    expect(reach.bySizeClass.find(({ key }) => key === 'micro')).toMatchObject({ members: 97, served: 0 });
    expect(reach.total).toMatchObject({ members: 137, served: 20 });
  });

  it('is nobody of nobody', () => {
    const nothing = { bySizeClass: [], byDecade: [], byUnion: [], unreached: [] };
    expect(reachOf([])).toEqual({ total: { key: 'all', name: null, members: 0, served: 0 }, ...nothing });
  });
});

it.each([
  [{ year: 2026 }, '2026-01-01', '2026-12-31'],
  [{ year: 2024, quarter: 1 }, '2024-01-01', '2024-03-31'],
  [{ year: 2026, quarter: 2 }, '2026-04-01', '2026-06-30'],
  [{ year: 2026, quarter: 4 }, '2026-10-01', '2026-12-31'],
])('%p goes from %s to %s', (period, from, to) => {
  expect(daysOf(period)).toEqual({ from, to });
});
