import { describe, expect, it } from '@jest/globals';
import { type SeriesUntil, type LaterEnd, planExtension } from './series-extension.js';
import { parseRule } from './rule-text.js';
import { planSeries } from './series-plan.js';

const now = new Date('2026-01-05T09:00:00+08:00');
const timeZone = 'Asia/Shanghai';
const pattern = {
  startsAt: new Date('2026-01-13T19:00:00+08:00'),
  endsAt: new Date('2026-01-13T21:00:00+08:00'),
  signUpOpensAt: now,
  signUpClosesAt: new Date('2026-01-12T18:00:00+08:00'),
  timeZone,
};

/** A series created by a rule and then extended. */
function goneOn(text: string, end: LaterEnd, except: readonly string[] = []) {
  const rule = parseRule(text, pattern);
  const holidays = 'skip' as const;
  const made = planSeries(pattern, { rule, except, holidays }, now);
  const occurrences = made.occurrences.map(({ times }): SeriesUntil => ({
    ...times,
    timeZone,
    state: 'published',
    seriesOwn: [],
  }));
  const series = { rule, startsOn: made.startsOn, holidays, skipped: made.skipped };
  const { plan } = planExtension(series, occurrences, end, now);
  return { made, plan };
}

describe('a series that goes on', () => {
  it.each<[string, LaterEnd, string]>([
    ['FREQ=WEEKLY;COUNT=3', { count: 10 }, 'FREQ=WEEKLY;COUNT=10'],
    ['FREQ=WEEKLY;COUNT=3', { until: '2026-04-01' }, 'FREQ=WEEKLY;UNTIL=20260401'],
    ['FREQ=WEEKLY;UNTIL=20260203', { count: 9 }, 'FREQ=WEEKLY;COUNT=9'],
    // Every other week continues from the first day, not from the last.
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=3',
      { count: 8 },
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=8',
    ],
    ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2', { count: 5 }, 'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=5'],
    ['FREQ=MONTHLY;BYDAY=-1TU;COUNT=2', { until: '2027-01-31' }, 'FREQ=MONTHLY;BYDAY=-1TU;UNTIL=20270131'],
  ])('E43, E44: has the days that it would have had at once: %s to %j', (text, end, whole) => {
    const { made, plan } = goneOn(text, end, ['2026-01-20']);
    const atOnce = planSeries(
      pattern,
      { rule: parseRule(whole, pattern), except: ['2026-01-20'], holidays: 'skip' },
      now,
    );
    expect([...made.occurrences, ...plan.occurrences].map(({ date, times }) => [date, times])).toEqual(
      atOnce.occurrences.map(({ date, times }) => [date, times]),
    );
    const skipped = [...made.skipped, ...plan.skipped].map(({ date, reason }) => `${date} ${reason}`);
    expect(skipped.sort()).toEqual(atOnce.skipped.map(({ date, reason }) => `${date} ${reason}`).sort());
  });

  it('keeps its exceptions, and leaves out further days', () => {
    const { plan } = goneOn('FREQ=WEEKLY;COUNT=2', { count: 4, except: ['2026-02-03'] }, ['2026-01-20']);
    expect(plan.skipped).toMatchObject([{ date: '2026-02-03', reason: 'EXCEPTED' }]);
    expect(plan.occurrences.map(({ date }) => date)).toEqual(['2026-01-27']);
  });

  it.each<[LaterEnd, string]>([
    [{}, 'SERIES_WITHOUT_END'],
    [{ count: 9, until: '2026-05-01' }, 'SERIES_TWO_ENDS'],
    [{ count: 3 }, 'SERIES_NOT_LONGER'],
    [{ until: '2026-01-31' }, 'SERIES_NOT_LONGER'],
    [{ until: '2025-01-31' }, 'SERIES_EMPTY'],
    [{ until: '2031-02-01' }, 'SERIES_TOO_LONG'],
  ])('E45: ends later than before, within its bounds: %j', (end, code) => {
    expect(() => goneOn('FREQ=WEEKLY;COUNT=3', end)).toThrow(expect.objectContaining({ code }));
  });
});
