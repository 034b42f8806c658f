import { describe, expect, it } from '@jest/globals';
import { lastTwelveMonths, linesOf, ordered, tellingFigure } from './overview.model.js';

const none = { activities: 0, attendances: 0, lent: 0, borrowed: 0 };
const shared = [
  { unionId: 'root', unionName: 'Root', ...none },
  { unionId: 'a', unionName: 'A', ...none, activities: 3 },
  { unionId: 'b', unionName: 'B', ...none, lent: 2 },
];

describe('the lines of a branch', () => {
  it('take what is known from three services, and nothing waits where nothing is said to', () => {
    const lines = linesOf({
      unionId: 'root',
      shared,
      members: [{ unionId: 'a', members: 12 }],
      waiting: [{ unionId: 'b', waiting: 4, overdue: 1 }],
    });
    expect(
      lines.map(({ unionId, isItself, members, waiting, overdue }) => ({
        unionId,
        isItself,
        members,
        waiting,
        overdue,
      })),
    ).toEqual([
      { unionId: 'root', isItself: true, members: null, waiting: 0, overdue: 0 },
      { unionId: 'a', isItself: false, members: 12, waiting: 0, overdue: 0 },
      { unionId: 'b', isItself: false, members: null, waiting: 4, overdue: 1 },
    ]);
  });

  it('say that nothing is known while a service does not answer', () => {
    const [line] = linesOf({ unionId: 'root', shared, members: undefined, waiting: undefined });
    expect(line).toMatchObject({ members: null, waiting: null, overdue: null });
  });

  it.each([
    [[0, 2], 'overdue'],
    [[0, null], 'overdue'],
    [[0, 0], 'members'],
  ])('are first shown by what is overdue, where anything is or may be: %j by %s', (overdue, figure) => {
    expect(tellingFigure(overdue.map((count) => ({ overdue: count })))).toBe(figure);
  });

  it('begin with the largest; what is not known comes last', () => {
    const lines = linesOf({
      unionId: 'root',
      shared,
      members: [
        { unionId: 'root', members: 0 },
        { unionId: 'b', members: 7 },
      ],
      waiting: [],
    });
    expect(ordered(lines, 'members').map(({ unionId }) => unionId)).toEqual(['b', 'root', 'a']);
    expect(ordered(lines, 'activities').map(({ unionId }) => unionId)).toEqual(['a', 'root', 'b']);
  });
});

describe('the last twelve months', () => {
  it.each([
    ['2026-11-27T16:00:00Z', '2025-12-01T00:00:00+08:00', '2026-12-01T00:00:00+08:00'],
    ['2026-12-31T15:59:59Z', '2026-01-01T00:00:00+08:00', '2027-01-01T00:00:00+08:00'],
    // A new year in China.
    ['2026-12-31T16:00:00Z', '2026-02-01T00:00:00+08:00', '2027-02-01T00:00:00+08:00'],
  ])('of %s begin and end with a month in China', (now, from, to) => {
    expect(lastTwelveMonths(new Date(now))).toEqual({ from, to });
  });
});
