import { describe, expect, it } from '@jest/globals';
import {
  awaitsOfNoShow,
  blockedUntil,
  countedSince,
  requireAppealable,
  requireUndecided,
} from './no-show.model.js';

const policy = { effect: 'blocked', countFrom: 2, withinDays: 90, blockedDays: 30 } as const;
const now = new Date('2026-11-20T00:00:00Z');

describe('E35: no-shows', () => {
  it('count for the days that the policy names', () => {
    // 90 days before 20 November: 20 in November, 31 in October, 30 in September are 81, so 9 more in August.
    expect(countedSince(policy, now)).toEqual(new Date('2026-08-22T00:00:00Z'));
  });

  it.each([
    [null, null],
    [[1, '2026-11-19T00:00:00Z'], null], // one is not two
    [[2, '2026-11-19T00:00:00Z'], '2026-12-19T00:00:00Z'], // the last, and 30 days
    [[5, '2026-10-22T00:00:00Z'], '2026-11-21T00:00:00Z'],
    [[5, '2026-10-21T00:00:00Z'], null], // its 30 days are over this very moment
  ] as const)('%j block until %s', (record, until) => {
    const known = record && { count: record[0], lastAt: new Date(record[1]) };
    expect(blockedUntil(policy, known, now)).toEqual(until && new Date(until));
  });

  it.each([
    ['counted', true, true],
    ['appealed', false, true],
    ['excused', false, false],
    ['upheld', false, false],
    ['attended', false, false],
  ] as const)('that are %s can be appealed: %s, decided: %s', (state, appealable, decidable) => {
    const runs = (work: () => void): boolean => {
      try {
        work();
        return true;
      } catch {
        return false; // the test only asks whether it is refused
      }
    };
    expect([runs(() => requireAppealable(state)), runs(() => requireUndecided(state))]).toEqual([
      appealable,
      decidable,
    ]);
  });
});

describe('whom a no-show waits for', () => {
  const activity = { id: 'activity', unionId: 'union', title: '羽毛球赛', timeZone: 'Asia/Shanghai' };

  it.each([
    ['counted', []],
    ['appealed', ['noShowAppealed']],
    ['excused', []],
    ['upheld', []],
    ['attended', []],
  ] as const)('%s', (state, kinds) => {
    const awaits = awaitsOfNoShow({ state, personId: 'person' }, activity, ['officer']);
    expect(awaits.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('never is the person', () => {
    const [awaited] = awaitsOfNoShow({ state: 'appealed', personId: 'person' }, activity, ['officer']);
    expect(awaited?.offices).toEqual({
      roles: ['officer'],
      unionIds: ['union'],
      isNearest: true,
      matters: [],
      exceptIds: ['person'],
    });
  });
});
