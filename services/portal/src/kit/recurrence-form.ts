import { localTimeOf } from '../i18n/format.js';

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

export const paces = ['weekly', 'monthlyWeekday', 'monthlyDay', 'daily'] as const;
export type Pace = (typeof paces)[number];

export const ordinals = ['1', '2', '3', '4', '5', '-1'] as const;
export const holidayPolicies = ['skip', 'move', 'keep'] as const;

/** What a person chooses; the text of a rule is nobody's to write. */
export interface SeriesForm {
  readonly pace: Pace;
  readonly interval: string;
  readonly weekdays: readonly Weekday[];
  readonly ordinal: (typeof ordinals)[number];
  readonly weekday: Weekday;
  /** 1 to 31; -1 for the last. */
  readonly monthDay: string;
  readonly ends: 'count' | 'until';
  readonly count: string;
  readonly until: string;
  readonly except: readonly string[];
  readonly holidays: (typeof holidayPolicies)[number];
}

/** The same weekday each week, ten times: what is asked for most. */
export function initialForm({
  startsAt,
  timeZone,
}: {
  readonly startsAt: string;
  readonly timeZone: string;
}): SeriesForm {
  const date = localTimeOf(startsAt, timeZone).slice(0, 10);
  const weekday = weekdayOf(date);
  const day = Number(date.slice(8));
  const ordinal = ordinals[Math.ceil(day / 7) - 1] ?? '1';
  return {
    pace: 'weekly',
    interval: '1',
    weekdays: [weekday],
    ordinal,
    weekday,
    monthDay: String(day),
    ends: 'count',
    count: '10',
    until: '',
    except: [],
    holidays: 'skip',
  };
}

/** The RRULE of RFC 5545 that is meant; null where something is still to be chosen. */
export function ruleOf(form: SeriesForm): string | null {
  const days = daysOf(form);
  const end = endOf(form);
  if (days === null || end === null) return null;
  const interval = form.interval === '1' ? [] : [`INTERVAL=${form.interval}`];
  return [...days.slice(0, 1), ...interval, ...days.slice(1), end].join(';');
}

function daysOf(form: SeriesForm): string[] | null {
  if (form.pace === 'daily') return ['FREQ=DAILY'];
  if (form.pace === 'monthlyDay') return ['FREQ=MONTHLY', `BYMONTHDAY=${form.monthDay}`];
  if (form.pace === 'monthlyWeekday') return ['FREQ=MONTHLY', `BYDAY=${form.ordinal}${form.weekday}`];
  const chosen = weekdays.filter((one) => form.weekdays.includes(one));
  return chosen.length === 0 ? null : ['FREQ=WEEKLY', `BYDAY=${chosen.join()}`];
}

function endOf({ ends, count, until }: SeriesForm): string | null {
  if (ends === 'until') return until === '' ? null : `UNTIL=${until.replaceAll('-', '')}`;
  return /^[1-9]\d{0,2}$/.test(count.trim()) ? `COUNT=${count.trim()}` : null;
}

function weekdayOf(date: string): Weekday {
  return weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
}
