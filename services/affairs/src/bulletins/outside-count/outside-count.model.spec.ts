import { describe, expect, it } from '@jest/globals';
import { reachOf, requirePastDay, requireTakenOutside } from './outside-count.model.js';

type Count = Parameters<typeof reachOf>[0][number];

const count = (changes: Partial<Count>): Count => ({
  channel: 'officialAccount',
  name: '',
  day: '2026-11-20',
  readers: 0,
  likes: null,
  shares: null,
  ...changes,
});

describe('how far a bulletin has come outside', () => {
  it.each<[string, Partial<Count>[], [number, number, number]]>([
    ['no channel', [], [0, 0, 0]],
    ['one', [{ readers: 100, likes: 3, shares: 2 }], [100, 3, 2]],
    [
      'one on two days: what it said last',
      [
        { day: '2026-11-22', readers: 180, likes: 9 },
        { day: '2026-11-20', readers: 100, likes: 3, shares: 2 },
      ],
      [180, 9, 0],
    ],
    // 180 + 40 + 25
    [
      'two of a sort and one of another',
      [
        { name: '职工之家', day: '2026-11-20', readers: 100 },
        { name: '职工之家', day: '2026-11-22', readers: 180 },
        { name: '江城工会', readers: 40, shares: 1 },
        { channel: 'website', readers: 25, shares: 4 },
      ],
      [245, 0, 5],
    ],
    [
      'two whose sort and name read the same together',
      [
        { channel: 'press', name: '/a', readers: 1 },
        { channel: 'press', name: 'a', readers: 2 },
      ],
      [3, 0, 0],
    ],
  ])('by %s', (_name, counts, [readers, likes, shares]) => {
    expect(reachOf(counts.map(count))).toEqual({ readers, likes, shares });
    expect(reachOf([...counts].reverse().map(count))).toEqual({ readers, likes, shares });
  });
});

describe('what is counted outside', () => {
  const now = new Date('2026-11-27T08:00:00Z');
  const before = new Date('2026-11-27T07:00:00Z');
  const after = new Date('2026-11-27T09:00:00Z');

  it.each([
    ['public', 'published', before, true],
    ['public', 'published', now, true],
    ['public', 'withdrawn', before, true],
    ['public', 'published', after, false],
    ['public', 'draft', before, false],
    ['public', 'waiting', null, false],
    ['members', 'published', before, false],
  ] as const)('of what is for %s, %s since %s: %s', (audience, state, shownFrom, isTaken) => {
    const require = () => requireTakenOutside({ audience, state, shownFrom }, now);
    if (isTaken) expect(require).not.toThrow();
    else expect(require).toThrow('BULLETIN_NOT_OUTSIDE');
  });

  it('was on a day that has come', () => {
    expect(() => requirePastDay('2026-11-27', '2026-11-27')).not.toThrow();
    expect(() => requirePastDay('2026-11-28', '2026-11-27')).toThrow('BULLETIN_OUTSIDE_DAY_AHEAD');
  });
});
