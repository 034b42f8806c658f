import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { weekdayOf } from '@gongxiang/domain/holidays';
import { parseRule, ruleText } from './rule-text.js';
import { planSeries, type SeriesPlan, type SeriesWish } from './series-plan.js';

const now = new Date('2026-01-05T09:00:00+08:00');

/** From 19:00 to 21:00, with sign-up from ten days before at 8:00 until the day before at 18:00. */
function patternOn(day: string, timeZone = 'Asia/Shanghai', offset = '+08:00', hours = 2) {
  const at = (time: string, daysBefore = 0): Date =>
    new Date(Date.parse(`${day}T${time}:00${offset}`) - daysBefore * 86_400_000);
  const startsAt = at('19:00');
  const endsAt = new Date(startsAt.getTime() + hours * 3_600_000);
  return { startsAt, endsAt, signUpOpensAt: at('08:00', 10), signUpClosesAt: at('18:00', 1), timeZone };
}

type Pattern = ReturnType<typeof patternOn>;

function planOf(pattern: Pattern, rule: string, wish: Partial<SeriesWish> = {}): SeriesPlan {
  return planSeries(pattern, { rule: parseRule(rule, pattern), except: [], holidays: 'keep', ...wish }, now);
}

const tuesday = patternOn('2026-01-13');
const datesOf = ({ occurrences }: SeriesPlan): string[] => occurrences.map(({ date }) => date);
const skippedOf = ({ skipped }: SeriesPlan): string[] =>
  skipped.map(({ date, reason }) => `${date} ${reason}`);

/** Local time in a zone. */
function shown(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    instant,
  );
}

describe('the days of a rule', () => {
  it.each([
    ['FREQ=WEEKLY;COUNT=3', ['2026-01-13', '2026-01-20', '2026-01-27']],
    ['RRULE:freq=weekly;byday=tu;until=20260127;', ['2026-01-13', '2026-01-20', '2026-01-27']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=3', ['2026-01-13', '2026-01-15', '2026-01-27']],
    ['FREQ=MONTHLY;BYDAY=3TU;COUNT=3', ['2026-01-20', '2026-02-17', '2026-03-17']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2', ['2026-01-30', '2026-02-27']],
    ['FREQ=YEARLY;BYMONTH=3,9;BYDAY=1SA;COUNT=2', ['2026-03-07', '2026-09-05']],
    ['FREQ=DAILY;INTERVAL=3;COUNT=2', ['2026-01-13', '2026-01-16']],
    // Occurrences begin at 19:00 in Shanghai, which is 11:00 in UTC: the second instant is too early for the 27th.
    ['FREQ=WEEKLY;UNTIL=20260127T110000Z', ['2026-01-13', '2026-01-20', '2026-01-27']],
    ['FREQ=WEEKLY;UNTIL=20260127T105900Z', ['2026-01-13', '2026-01-20']],
  ])('are those of RFC 5545: %s', (rule, expected) => {
    expect(datesOf(planOf(tuesday, rule))).toEqual(expected);
  });

  it.each([
    ['FREQ=WEEKLY;BYDAY=TU', 'SERIES_WITHOUT_END'],
    ['FREQ=WEEKLY;COUNT=3;UNTIL=20260301', 'SERIES_TWO_ENDS'],
    ['FREQ=DAILY;COUNT=201', 'SERIES_TOO_LONG'],
    ['FREQ=DAILY;UNTIL=20270101', 'SERIES_TOO_LONG'], // 353 days
    ['FREQ=YEARLY;COUNT=7', 'SERIES_TOO_LONG'], // the sixth is five years later, the seventh six
    ['FREQ=MONTHLY;UNTIL=20310114', 'SERIES_TOO_LONG'], // one day more than five years
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2', 'SERIES_EMPTY'],
    ['FREQ=WEEKLY;UNTIL=20260101', 'SERIES_EMPTY'],
  ])('E45: come to an end: %s is refused with %s', (rule, code) => {
    expect(() => planOf(tuesday, rule)).toThrow(expect.objectContaining({ code }));
  });

  it('E45: may be 200 within 5 years', () => {
    expect(datesOf(planOf(tuesday, 'FREQ=DAILY;COUNT=200'))).toHaveLength(200);
    expect(datesOf(planOf(tuesday, 'FREQ=YEARLY;COUNT=6'))).toHaveLength(6);
  });

  it.each([
    ['', 'SERIES_RULE_INVALID', ''],
    ['COUNT=3', 'SERIES_RULE_INVALID', 'FREQ'],
    ['FREQ=FORTNIGHTLY;COUNT=3', 'SERIES_RULE_INVALID', 'FREQ=FORTNIGHTLY'],
    ['FREQ=WEEKLY;BYDAY=TU,XX;COUNT=3', 'SERIES_RULE_INVALID', 'BYDAY=TU,XX'],
    ['FREQ=WEEKLY;COUNT=0', 'SERIES_RULE_INVALID', 'COUNT=0'],
    ['FREQ=WEEKLY;INTERVAL=-1;COUNT=2', 'SERIES_RULE_INVALID', 'INTERVAL=-1'],
    ['FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2', 'SERIES_RULE_INVALID', 'BYMONTHDAY=32'],
    ['FREQ=WEEKLY;UNTIL=20260231', 'SERIES_RULE_INVALID', 'UNTIL=20260231'],
    ['FREQ=WEEKLY;COUNT=2;COUNT=3', 'SERIES_RULE_INVALID', 'COUNT=3'],
    ['DTSTART=20260113;FREQ=WEEKLY;COUNT=2', 'SERIES_RULE_INVALID', 'DTSTART=20260113'],
    ['FREQ=HOURLY;COUNT=3', 'SERIES_RULE_UNSUPPORTED', 'FREQ=HOURLY'],
    ['FREQ=WEEKLY;BYHOUR=9;COUNT=3', 'SERIES_RULE_UNSUPPORTED', 'BYHOUR=9'],
    ['FREQ=WEEKLY;BYDAY=2TU;COUNT=3', 'SERIES_RULE_UNSUPPORTED', 'BYDAY'],
    ['FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR;COUNT=3', 'SERIES_RULE_UNSUPPORTED', 'BYMONTHDAY'],
    ['FREQ=YEARLY;BYDAY=1SA;COUNT=3', 'SERIES_RULE_UNSUPPORTED', 'FREQ=YEARLY'],
  ])('are refused where the text is no rule: %s', (text, code, part) => {
    const errors = [{ pointer: '/rule', code, params: { part } }];
    expect(() => planOf(tuesday, text)).toThrow(expect.objectContaining({ code, errors }));
  });

  it.each([
    ['FREQ=MONTHLY;BYDAY=5TU;COUNT=2', ['2026-03-31', '2026-06-30'], ['01', '02', '04', '05']],
    ['FREQ=MONTHLY;BYDAY=-1TU;COUNT=3', ['2026-01-27', '2026-02-24', '2026-03-31'], []],
    ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', ['2026-01-31', '2026-03-31', '2026-05-31'], ['02', '04']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2', ['2026-01-31', '2026-02-28'], []],
    ['FREQ=MONTHLY;BYDAY=MO;BYSETPOS=5;UNTIL=20260430', ['2026-03-30'], ['01', '02', '04']],
    // Every second month from January on: February is none of them.
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=31;UNTIL=20260630', ['2026-01-31', '2026-03-31', '2026-05-31'], []],
  ])('E44: months without such a day are named: %s', (rule, dates, months) => {
    const plan = planOf(tuesday, rule);
    expect(datesOf(plan)).toEqual(dates);
    expect(skippedOf(plan)).toEqual(months.map((month) => `2026-${month} NO_SUCH_DAY`));
  });

  it('E44: a 29 February is named for each year that has none', () => {
    const plan = planOf(patternOn('2028-02-29'), 'FREQ=YEARLY;UNTIL=20320301');
    expect([datesOf(plan), skippedOf(plan)]).toEqual([
      ['2028-02-29', '2032-02-29'],
      ['2029', '2030', '2031'].map((year) => `${year}-02 NO_SUCH_DAY`),
    ]);
  });
});

describe('the times of an occurrence', () => {
  it('E36–E38: stay the same on the clock when the offset changes, sign-up at the same civil distance', () => {
    const zone = 'America/New_York';
    const pattern = patternOn('2026-03-03', zone, '-05:00'); // the clocks go forward on 8 March
    const { occurrences } = planOf(pattern, 'FREQ=WEEKLY;COUNT=2');
    const { startsAt, endsAt, signUpOpensAt, signUpClosesAt } = occurrences[1]?.times ?? pattern;
    expect([startsAt, endsAt, signUpOpensAt, signUpClosesAt].map((one) => shown(one, zone))).toEqual([
      '2026-03-10 19:00',
      '2026-03-10 21:00',
      '2026-02-28 08:00', // ten days before
      '2026-03-09 18:00',
    ]);
    expect(startsAt.toISOString()).toBe('2026-03-10T23:00:00.000Z'); // 4 hours behind, no longer 5
  });

  it('E38: a day is one of the zone of the activity, not of UTC', () => {
    // 7:00 on Tuesday in Shanghai is still Monday in UTC.
    const pattern = { ...tuesday, startsAt: new Date('2026-01-12T23:00:00Z') };
    expect(datesOf(planOf(pattern, 'FREQ=WEEKLY;BYDAY=TU;COUNT=2'))).toEqual(['2026-01-13', '2026-01-20']);
  });

  it('E36: an hour that the zone skips is the one after it; where nothing is left of the period, that is said', () => {
    const zone = 'America/New_York';
    const at = (time: string): Date => new Date(`2026-03-07T${time}:00-05:00`);
    const short = { ...tuesday, startsAt: at('02:30'), endsAt: at('03:00'), timeZone: zone };
    const plan = planOf(short, 'FREQ=DAILY;COUNT=3'); // on the 8th 2:30 is 3:30, which is after the end
    expect([datesOf(plan), skippedOf(plan)]).toEqual([
      ['2026-03-07', '2026-03-09'],
      ['2026-03-08 NO_SUCH_TIME'],
    ]);
  });
});

describe('what becomes of a day', () => {
  it('E43: left out by the request, or past, it is skipped with the reason; it counts all the same', () => {
    const begun = patternOn('2025-12-30'); // a week before now
    const except = ['2026-01-20', '2026-01-21'];
    const plan = planOf(begun, 'FREQ=WEEKLY;COUNT=5', { except });
    expect(datesOf(plan)).toEqual(['2025-12-30', '2026-01-06', '2026-01-13', '2026-01-27']);
    expect(skippedOf(plan)).toEqual(['2026-01-20 EXCEPTED']);
    expect(plan.exceptUnmatched).toEqual(['2026-01-21']);
    expect(plan.occurrences.map(({ isPattern }) => isPattern)).toEqual([true, false, false, false]);
    expect(skippedOf(planOf(patternOn('2025-12-16'), 'FREQ=WEEKLY;COUNT=5'))).toEqual([
      '2025-12-23 PAST',
      '2025-12-30 PAST',
    ]);
  });

  it('the pattern is no occurrence where its own day does not fit the rule', () => {
    const plan = planOf(tuesday, 'FREQ=WEEKLY;BYDAY=WE;COUNT=2');
    expect([datesOf(plan), plan.occurrences.some(({ isPattern }) => isPattern)]).toEqual([
      ['2026-01-14', '2026-01-21'],
      false,
    ]);
  });

  it.each([
    ['keep', ['2026-02-10', '2026-02-17', '2026-02-24'], [], []],
    ['skip', ['2026-02-10', '2026-02-24'], ['2026-02-17 HOLIDAY'], []],
    // Spring Festival is off from 15 to 23 February and the 14th is worked: Friday the 13th is four days away.
    ['move', ['2026-02-10', '2026-02-17', '2026-02-24'], [], ['2026-02-17 2026-02-13 publicHoliday']],
  ] as const)('E43: on a public holiday with %s', (holidays, dates, skipped, moved) => {
    const plan = planOf(patternOn('2026-02-10'), 'FREQ=WEEKLY;COUNT=3', { holidays });
    expect(datesOf(plan)).toEqual(dates);
    expect(skippedOf(plan)).toEqual(skipped);
    expect(plan.moved.map(({ date, to, reason }) => `${date} ${to} ${reason}`)).toEqual(moved);
    expect(plan.holidaysUnknown).toEqual([]);
  });

  it('a weekend that is worked is no free Saturday; one of a pattern on a holiday means the weekday', () => {
    // Saturday 3 October 2026 is a holiday; the 10th is worked.
    const plan = planOf(patternOn('2026-10-03'), 'FREQ=WEEKLY;COUNT=3', { holidays: 'skip' });
    expect([datesOf(plan), skippedOf(plan)]).toEqual([['2026-10-03', '2026-10-17'], ['2026-10-10 HOLIDAY']]);
  });

  it('a year whose holidays are not known is named, and its days stay', () => {
    const plan = planOf(patternOn('2026-12-29'), 'FREQ=WEEKLY;COUNT=3', { holidays: 'move' });
    expect(datesOf(plan)).toEqual(['2026-12-29', '2027-01-05', '2027-01-12']);
    expect(plan.holidaysUnknown).toEqual([2027]);
  });

  it('E41: of two that would overlap the later one is skipped; one begins when another ends', () => {
    const long = patternOn('2026-01-13', 'Asia/Shanghai', '+08:00', 8 * 24); // eight days, every seven
    const plan = planOf(long, 'FREQ=WEEKLY;COUNT=4');
    expect([datesOf(plan), skippedOf(plan)]).toEqual([
      ['2026-01-13', '2026-01-27'],
      ['2026-01-20 OVERLAPS_ITSELF', '2026-02-03 OVERLAPS_ITSELF'],
    ]);
    const whole = patternOn('2026-01-13', 'Asia/Shanghai', '+08:00', 24);
    expect(datesOf(planOf(whole, 'FREQ=DAILY;COUNT=3'))).toHaveLength(3);
  });

  it('E41: one that a holiday has moved gives way to one that stands on its day', () => {
    // Tuesday 17 February would move to Friday the 13th, which is a day of the rule itself.
    const rule = 'FREQ=WEEKLY;BYDAY=TU,FR;COUNT=4'; // 10, 13, 17, 20 (a holiday too: Tuesday the 24th is the nearest)
    const plan = planOf(patternOn('2026-02-10'), rule, { holidays: 'move' });
    expect(datesOf(plan)).toEqual(['2026-02-10', '2026-02-13', '2026-02-20']);
    expect(skippedOf(plan)).toEqual(['2026-02-17 OVERLAPS_ITSELF']);
    expect(plan.skipped[0]?.holiday).toBe('springFestival');
  });

  const rules = fc.record({
    frequency: fc.constantFrom('DAILY', 'WEEKLY'),
    interval: fc.integer({ min: 1, max: 4 }),
    weekday: fc.integer({ min: 0, max: 6 }),
    count: fc.integer({ min: 1, max: 40 }),
    holidays: fc.constantFrom('keep', 'skip', 'move'),
    hours: fc.integer({ min: 1, max: 60 }),
  });

  it('E43: is an occurrence or skipped, never both and never lost; each fits the rule, and none overlaps another', () => {
    const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
    fc.assert(
      fc.property(rules, ({ frequency, interval, weekday, count, holidays, hours }) => {
        const text = `FREQ=${frequency};INTERVAL=${interval};BYDAY=${codes[weekday] ?? ''};COUNT=${count}`;
        const pattern = patternOn('2026-01-13', 'Asia/Shanghai', '+08:00', hours);
        const plan = planOf(pattern, text, { holidays });
        const dates = [...datesOf(plan), ...plan.skipped.map(({ date }) => date)];
        expect(new Set(dates).size).toBe(count);
        expect(dates).toHaveLength(count);
        expect(dates.every((date) => weekdayOf(date) === weekday)).toBe(true);
        const times = plan.occurrences.map((one) => one.times);
        const overlapping = times.filter((one, at) => (times[at - 1]?.endsAt ?? 0) > one.startsAt);
        expect(overlapping).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('a rule is the same when its own text is read again', () => {
    for (const text of [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU;COUNT=9',
      'FREQ=MONTHLY;BYMONTH=3;BYDAY=-1FR;UNTIL=20270101',
    ])
      expect(ruleText(parseRule(text, tuesday))).toBe(text);
  });
});
