import { describe, expect, it } from '@jest/globals';
import { civilInstant, civilText } from '../resource/civil-time.model.js';
import { effectOf, effectWindow, type HadTime, shareStretches } from './lending-effect.model.js';

const window = effectWindow(civilInstant('2027-03-07', '23:59'));

describe('the days that an effect is told of', () => {
  it('are the 90 before today, in China', () => {
    expect([civilText(window.start), civilText(window.end)]).toEqual([
      '2026-12-07 00:00',
      '2027-03-07 00:00',
    ]);
  });

  it.each([
    ['week', '2026-11-20', '2026-12-07', '2027-03-01', 12], // 7 December is a Monday, 7 March a Sunday
    ['week', '2026-12-07 00:01', '2026-12-14', '2027-03-01', 11],
    ['month', '2026-11-20', '2027-01-01', '2027-03-01', 2],
  ] as const)('hold whole stretches by the %s since %s', (per, changedAt, from, until, count) => {
    const stretches = shareStretches(per, window, civilInstant(changedAt.slice(0, 10), changedAt.slice(11)));
    expect(stretches).toHaveLength(count);
    expect([stretches[0]?.start, stretches.at(-1)?.end]).toEqual([civilInstant(from), civilInstant(until)]);
  });

  it('hold none where the rule was changed a moment ago', () => {
    expect(shareStretches('week', window, civilInstant('2027-03-07', '12:00'))).toEqual([]);
  });
});

describe('E65: the effect of the reserved share', () => {
  const [first, second] = shareStretches('week', window, window.start);
  const weeks = [first, second].flatMap((week) => (week ? [{ ...week, openHours: 40 }] : []));
  const share = { percent: 50, stretches: weeks };
  const had = (place: number, isSmall: boolean, hours: number): HadTime => ({
    place,
    isSmall,
    loans: 1,
    hours,
  });

  it.each([
    // 20 of 40 hours of each of two weeks
    ['nothing is lent', [], { used: 0, released: 40, releasedUsed: 0 }],
    ['small unions had 10 hours of a week', [had(1, true, 10)], { used: 10, released: 30, releasedUsed: 0 }],
    ['small unions had more than the share', [had(1, true, 25)], { used: 20, released: 20, releasedUsed: 0 }],
    ['others had what was theirs', [had(1, false, 20)], { used: 0, released: 40, releasedUsed: 0 }],
    [
      'others had 4 hours more than that',
      [had(1, true, 10), had(1, false, 24)], // 24 − (40 − 20)
      { used: 10, released: 30, releasedUsed: 4 },
    ],
    [
      'each week is counted by itself',
      [had(1, false, 30), had(2, true, 15), had(2, false, 25)], // 30 − 20, and 25 − 20
      { used: 15, released: 25, releasedUsed: 15 },
    ],
    [
      'of a count several are out at once',
      [had(1, true, 15), had(1, false, 60)], // no more than 20 − 15 were released
      { used: 15, released: 25, releasedUsed: 5 },
    ],
    [
      'sums are rounded once',
      [had(1, true, 0.4), had(2, true, 0.4)],
      { used: 1, released: 39, releasedUsed: 0 },
    ],
  ])('%s', (_name, times, expected) => {
    expect(effectOf(window, share, times).reserved).toEqual({
      from: '2026-12-07',
      until: '2026-12-21',
      hours: 40,
      ...expected,
    });
  });

  it('is not told before a whole week has passed, and not where nothing is reserved', () => {
    expect(effectOf(window, { percent: 50, stretches: [] }, []).reserved).toBeNull();
    expect(effectOf(window, null, [had(0, true, 2.5), had(0, false, 1.2)])).toEqual({
      from: '2026-12-07',
      until: '2027-03-07',
      reserved: null,
      small: { loans: 1, hours: 3 },
      others: { loans: 1, hours: 1 },
    });
  });
});
