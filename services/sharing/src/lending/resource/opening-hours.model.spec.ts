import { describe, expect, it } from '@jest/globals';
import { civilInstant, civilText } from './civil-time.model.js';
import {
  alwaysOpen,
  calendarDay,
  checkHours,
  checkOpen,
  closedPeriods,
  nextTime,
  type OpeningHours,
  openMs,
  openTimes,
  spansOn,
} from './opening-hours.model.js';

/** Weekdays 9 to 21, Saturday morning; closed on holidays, open on working weekends. */
const officeHours: OpeningHours = {
  weekly: [
    ...(['MO', 'TU', 'WE', 'TH', 'FR'] as const).map((weekday) => ({ weekday, from: '09:00', to: '21:00' })),
    { weekday: 'SA', from: '09:00', to: '12:00' },
  ],
  exceptions: [{ date: '2026-12-03', spans: [], note: '设备年检' }],
  holidays: 'closed',
  makeUpDays: 'asWorkday',
  overnight: false,
};

function period(from: string, to: string) {
  const at = (text: string): Date => civilInstant(text.slice(0, 10), text.slice(11));
  return { start: at(from), end: at(to) };
}

describe('when it is open on a day', () => {
  it.each([
    ['a Tuesday', '2026-12-01', ['09:00–21:00']],
    ['a Saturday', '2026-12-05', ['09:00–12:00']],
    ['a Sunday', '2026-12-06', []],
    ['a day that is an exception', '2026-12-03', []],
    ['a public holiday, a Thursday', '2026-10-01', []],
    ['a Sunday that is worked (2026-09-20)', '2026-09-20', ['09:00–21:00']],
    ['a day of a year whose holidays nobody knows', '2031-10-08', ['09:00–21:00']],
    ['the national day of such a year', '2031-10-01', []],
    ['the 29th of February, a Thursday', '2024-02-29', ['09:00–21:00']],
  ])('%s', (_name, date, expected) => {
    expect(spansOn(officeHours, calendarDay(date)).map(({ from, to }) => `${from}–${to}`)).toEqual(expected);
  });

  it('holidays and weekends that are worked are as usual where that is said', () => {
    const usual = { ...officeHours, holidays: 'asUsual', makeUpDays: 'asUsual' } as const;
    expect(spansOn(usual, calendarDay('2026-10-01'))).toHaveLength(1);
    expect(spansOn(usual, calendarDay('2026-09-20'))).toHaveLength(0);
  });
});

describe('a loan', () => {
  it.each([
    ['within the hours', '2026-12-01 09:00', '2026-12-01 21:00', null, null],
    ['that begins a minute early', '2026-12-01 08:59', '2026-12-01 10:00', '/startsAt', '2026-12-01 09:00'],
    ['that ends a minute late', '2026-12-01 20:00', '2026-12-01 21:01', '/endsAt', '2026-12-02 09:00'],
    ['over night', '2026-12-01 20:00', '2026-12-02 10:00', '/endsAt', 'none'],
    ['on a Sunday', '2026-12-06 10:00', '2026-12-06 12:00', '/startsAt', '2026-12-07 09:00'],
    ['before an exception', '2026-12-03 10:00', '2026-12-03 12:00', '/startsAt', '2026-12-04 09:00'],
  ])('%s', (_name, from, to, pointer, next) => {
    const check = (): void => checkOpen(officeHours, period(from, to));
    if (pointer === null) return expect(check).not.toThrow();
    const code = next === 'none' ? 'OPENING_HOURS_TOO_SHORT' : 'OUTSIDE_OPENING_HOURS';
    const expected = { code, errors: [{ pointer }] };
    let refusal: unknown;
    try {
      check();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject(expected);
    if (next !== 'none') {
      expect((refusal as { params: { next: string } }).params.next.startsWith(next ?? '')).toBe(true);
    }
  });

  it('runs through midnight where the hours meet there', () => {
    const night: OpeningHours = {
      ...alwaysOpen,
      weekly: [
        { weekday: 'FR', from: '18:00', to: '24:00' },
        { weekday: 'SA', from: '00:00', to: '02:00' },
      ],
    };
    expect(() => checkOpen(night, period('2026-12-04 22:00', '2026-12-05 02:00'))).not.toThrow();
    expect(() => checkOpen(night, period('2026-12-04 22:00', '2026-12-05 02:01'))).toThrow();
  });

  it('of what may be kept overnight only begins and ends within the hours', () => {
    const stored = { ...officeHours, overnight: true };
    expect(() => checkOpen(stored, period('2026-12-01 20:00', '2026-12-02 09:30'))).not.toThrow();
    // A return at the very end is in time; a hand-over at the very end is not.
    expect(() => checkOpen(stored, period('2026-12-01 20:00', '2026-12-02 21:00'))).not.toThrow();
    expect(() => checkOpen(stored, period('2026-12-01 21:00', '2026-12-02 10:00'))).toThrow();
    // Three days from Saturday 11:00 end on Tuesday 11:00.
    expect(() => checkOpen(stored, period('2026-12-05 11:00', '2026-12-08 11:00'))).not.toThrow();
    // 36 hours from Saturday 10:00 end on Sunday 22:00. From Monday 9:00 they end on Tuesday 21:00, at closing time.
    const next = nextTime(stored, period('2026-12-05 10:00', '2026-12-06 22:00'));
    expect(next && civilText(next.start)).toBe('2026-12-07 09:00');
  });

  it('is never outside where nothing is said', () => {
    expect(() => checkOpen(alwaysOpen, period('2026-10-01 03:00', '2026-10-02 04:00'))).not.toThrow();
  });
});

describe('of a window', () => {
  it('what is closed is what is not open', () => {
    const window = period('2026-12-05 00:00', '2026-12-07 10:00');
    expect(
      closedPeriods(officeHours, window).map(({ start, end }) => [civilText(start), civilText(end)]),
    ).toEqual([
      ['2026-12-05 00:00', '2026-12-05 09:00'],
      ['2026-12-05 12:00', '2026-12-07 09:00'],
    ]);
    expect(openMs(officeHours, window) / 3_600_000).toBe(4); // Saturday 9–12 and Monday 9–10
    expect(closedPeriods(alwaysOpen, window)).toEqual([]);
  });

  it('nothing is known of the far future', () => {
    const far = { start: new Date('9999-12-31T00:00:00Z'), end: new Date('9999-12-31T23:59:59Z') };
    expect(closedPeriods(officeHours, far)).toEqual([]);
  });

  it('a leap day has its hours, and a week with it has 7 days of 24', () => {
    const leap = period('2028-02-28 00:00', '2028-03-06 00:00');
    expect(openMs({ ...alwaysOpen, holidays: 'closed' }, leap) / 3_600_000).toBe(7 * 24);
  });
});

describe('hours that cannot be meant', () => {
  it.each([
    ['a span that ends before it begins', { from: '12:00', to: '09:00' }, 'OPENING_SPAN_EMPTY'],
    ['a span without length', { from: '09:00', to: '09:00' }, 'OPENING_SPAN_EMPTY'],
    ['a span that overlaps another', { from: '20:59', to: '22:00' }, 'OPENING_SPANS_OVERLAP'],
    ['a span that touches another', { from: '21:00', to: '22:00' }, null],
  ])('%s', (_name, span, code) => {
    const weekly = [...(officeHours.weekly ?? []), { weekday: 'MO' as const, ...span }];
    const check = (): void => checkHours({ weekly, exceptions: [] });
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(code);
  });

  it('a date that is named twice', () => {
    const exceptions = [...officeHours.exceptions, ...officeHours.exceptions];
    expect(() => checkHours({ weekly: null, exceptions })).toThrow('OPENING_DATE_TWICE');
  });
});

describe('the times at which it is open', () => {
  const period = { start: civilInstant('2026-12-07', '10:00'), end: civilInstant('2026-12-09') };
  const weekly = (['MO', 'TU'] as const).map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));

  it('are cut to the period', () => {
    expect(openTimes({ ...alwaysOpen, weekly }, period)).toBe(
      '{[2026-12-07T02:00:00.000Z,2026-12-07T09:00:00.000Z),[2026-12-08T01:00:00.000Z,2026-12-08T09:00:00.000Z)}',
    );
  });

  it('are none where it is closed on all of its days', () => {
    expect(openTimes({ ...alwaysOpen, weekly: [] }, period)).toBe('{}');
  });
});
