import {
  occurrencesMax,
  seriesFrequencies,
  type SeriesFrequency,
  seriesYearsMax,
} from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { type RuleWeekday, ruleWeekdays } from '@gongxiang/contracts/sharing/lending/series-fields';
import { DomainError } from '@gongxiang/domain';
import { Temporal } from 'temporal-polyfill';

export interface RuleDay {
  readonly weekday: RuleWeekday;
  /** The position within its month, from the end if negative; null for each. */
  readonly ordinal: number | null;
}

/** A rule with an end that can be expressed in a sentence. */
export interface SeriesRule {
  readonly frequency: SeriesFrequency;
  readonly interval: number;
  readonly weekdays: readonly RuleDay[];
  readonly monthDays: readonly number[];
  readonly months: readonly number[];
  /** Which of the weekdays of a month, from the end if negative. */
  readonly positions: readonly number[];
  readonly weekStart: RuleWeekday;
  readonly count: number | null;
  /** The last possible day, `YYYY-MM-DD`. */
  readonly until: string | null;
}

/** Where and when the pattern begins: the DTSTART of the rule. */
interface RuleStart {
  readonly startsAt: Date;
  readonly timeZone: string;
}

type Draft = { -readonly [Key in keyof SeriesRule]?: SeriesRule[Key] };
/** Reads the value of one part into the draft. @returns false if it is invalid */
type ReadPart = (draft: Draft, value: string, start: RuleStart) => boolean;

/**
 * Parses an RRULE strictly: an unsupported part is refused by name, never ignored.
 * @throws DomainError `SERIES_RULE_INVALID`, `SERIES_RULE_UNSUPPORTED` (also a frequency below a day, and the parts
 * that name a time: that is the pattern's), `SERIES_WITHOUT_END`, `SERIES_TWO_ENDS`, `SERIES_TOO_LONG`; each points
 * to `/rule`
 */
export function parseRule(text: string, start: RuleStart): SeriesRule {
  const draft: Draft = {};
  const seen = new Set<string>();
  for (const part of partsOf(text)) {
    const [name = '', value = ''] = part.split('=', 2);
    if (seen.has(name) || !/^[A-Z]+=[^=]+$/.test(part)) refuse('SERIES_RULE_INVALID', part);
    seen.add(name);
    if (unsupported.has(name)) refuse('SERIES_RULE_UNSUPPORTED', part);
    if (!readers.get(name)?.(draft, value, start)) refuse('SERIES_RULE_INVALID', part);
  }
  return checked(draft);
}

function partsOf(text: string): string[] {
  return text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .replace(/;$/, '')
    .split(';');
}

const unsupported = new Set(['BYHOUR', 'BYMINUTE', 'BYSECOND', 'BYYEARDAY', 'BYWEEKNO', 'RSCALE', 'SKIP']);

const readers: ReadonlyMap<string, ReadPart> = new Map<string, ReadPart>([
  ['FREQ', readFrequency],
  ['INTERVAL', (draft, value) => (draft.interval = wholeOf(value, 1, 1_000) ?? undefined) !== undefined],
  ['COUNT', (draft, value) => (draft.count = wholeOf(value, 1, 1_000_000_000)) !== null],
  ['UNTIL', (draft, value, start) => (draft.until = dayOf(value, start)) !== null],
  ['BYDAY', readWeekdays],
  ['BYMONTHDAY', (draft, value) => (draft.monthDays = numbersOf(value, -31, 31)).length > 0],
  ['BYMONTH', (draft, value) => (draft.months = numbersOf(value, 1, 12)).length > 0],
  ['BYSETPOS', (draft, value) => (draft.positions = numbersOf(value, -31, 31)).length > 0],
  ['WKST', (draft, value) => (draft.weekStart = ruleWeekdays.find((one) => one === value)) !== undefined],
]);

function readFrequency(draft: Draft, value: string): boolean {
  if (/^(HOURLY|MINUTELY|SECONDLY)$/.test(value)) refuse('SERIES_RULE_UNSUPPORTED', `FREQ=${value}`);
  draft.frequency = seriesFrequencies.find((one) => one === value);
  return draft.frequency !== undefined;
}

/** A month has at most five of a weekday. */
function readWeekdays(draft: Draft, value: string): boolean {
  const days = [...new Set(value.split(','))].map((one) => /^([+-]?[1-5])?([A-Z]{2})$/.exec(one));
  draft.weekdays = days.flatMap((match) => {
    const weekday = ruleWeekdays.find((one) => one === match?.[2]);
    return weekday === undefined ? [] : [{ weekday, ordinal: match?.[1] ? Number(match[1]) : null }];
  });
  return draft.weekdays.length === days.length;
}

/** Distinct whole numbers within the range, without 0; empty if one of them is invalid. */
function numbersOf(value: string, min: number, max: number): number[] {
  const numbers = [...new Set(value.split(','))].map((one) => wholeOf(one, min, max));
  return numbers.every((one) => one !== null && one !== 0) ? numbers.filter((one) => one !== null) : [];
}

function wholeOf(text: string, min: number, max: number): number | null {
  const number = /^[+-]?\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return number >= min && number <= max ? number : null;
}

/**
 * The last day on which an occurrence may begin. A UTC instant is converted to the zone: if it is before the start
 * time of occurrences, its own day is too late.
 */
function dayOf(value: string, { startsAt, timeZone }: RuleStart): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(value);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zulu] = match;
  try {
    const date = Temporal.PlainDate.from(`${year}-${month}-${day}`, { overflow: 'reject' });
    if (hour === undefined) return date.toString();
    const clock = Temporal.PlainDateTime.from(`${date.toString()}T${hour}:${minute}:${second}`);
    const local =
      zulu === 'Z' ? clock.toZonedDateTime('UTC').withTimeZone(timeZone).toPlainDateTime() : clock;
    const begins = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime()).toZonedDateTimeISO(timeZone);
    const isTooEarly = Temporal.PlainTime.compare(local.toPlainTime(), begins.toPlainTime()) < 0;
    return local
      .toPlainDate()
      .subtract({ days: isTooEarly ? 1 : 0 })
      .toString();
  } catch (error) {
    if (error instanceof RangeError) return null; // Temporal throws a RangeError for an invalid day or time
    throw error;
  }
}

function checked({ frequency, ...named }: Draft): SeriesRule {
  if (frequency === undefined) return refuse('SERIES_RULE_INVALID', 'FREQ');
  // Named parts have values: an unreadable part was refused.
  const rule = { ...unnamed, ...named, frequency } as SeriesRule;
  requireOneEnd(rule);
  const part = limits.find(([, isUnsayable]) => isUnsayable(rule))?.[0];
  return part === undefined ? rule : refuse('SERIES_RULE_UNSUPPORTED', part);
}

const unnamed: Omit<SeriesRule, 'frequency'> = {
  interval: 1,
  weekdays: [],
  monthDays: [],
  months: [],
  positions: [],
  weekStart: 'MO',
  count: null,
  until: null,
};

function requireOneEnd({ count, until }: SeriesRule): void {
  if (count === null && until === null) throw new DomainError('SERIES_WITHOUT_END', { pointer: '/rule' });
  if (count !== null && until !== null) throw new DomainError('SERIES_TWO_ENDS', { pointer: '/rule' });
  if ((count ?? 0) > occurrencesMax) throw tooLong();
}

const isByMonth = ({ frequency }: SeriesRule): boolean => frequency === 'MONTHLY' || frequency === 'YEARLY';
const hasOrdinals = ({ weekdays }: SeriesRule): boolean => weekdays.some(({ ordinal }) => ordinal !== null);

/** Parts that make a rule inexpressible in a sentence, or meaningless beside the others. */
const limits: readonly (readonly [part: string, isUnsayable: (rule: SeriesRule) => boolean])[] = [
  ['BYDAY', (rule) => hasOrdinals(rule) && !isByMonth(rule)],
  ['BYMONTHDAY', (rule) => rule.monthDays.length > 0 && !(isByMonth(rule) && rule.weekdays.length === 0)],
  ['BYSETPOS', (rule) => rule.positions.length > 0 && !picksWeekdays(rule)],
  // Without months, a day of a yearly rule would mean every month, or every week of the year.
  ['FREQ=YEARLY', (rule) => rule.frequency === 'YEARLY' && namesDays(rule) && rule.months.length === 0],
];

function picksWeekdays(rule: SeriesRule): boolean {
  return rule.frequency === 'MONTHLY' && rule.weekdays.length > 0 && !hasOrdinals(rule);
}

function namesDays({ weekdays, monthDays }: SeriesRule): boolean {
  return weekdays.length + monthDays.length > 0;
}

/** The rule in RFC 5545 notation. */
export function ruleText(rule: SeriesRule): string {
  const days = rule.weekdays.map(({ weekday, ordinal }) => `${ordinal ?? ''}${weekday}`);
  const parts: readonly (readonly [string, string])[] = [
    ['FREQ', rule.frequency],
    ['INTERVAL', rule.interval === 1 ? '' : String(rule.interval)],
    ['BYMONTH', rule.months.join()],
    ['BYMONTHDAY', rule.monthDays.join()],
    ['BYDAY', days.join()],
    ['BYSETPOS', rule.positions.join()],
    ['WKST', rule.weekStart === 'MO' ? '' : rule.weekStart],
    ['COUNT', rule.count === null ? '' : String(rule.count)],
    ['UNTIL', (rule.until ?? '').replaceAll('-', '')],
  ];
  return parts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

export function tooLong(pointer = '/rule'): DomainError {
  return new DomainError('SERIES_TOO_LONG', {
    pointer,
    params: { max: occurrencesMax, years: seriesYearsMax },
  });
}

const partCharactersMax = 60;

function refuse(code: 'SERIES_RULE_INVALID' | 'SERIES_RULE_UNSUPPORTED', part: string): never {
  const params = { part: part.slice(0, partCharactersMax) };
  throw code === 'SERIES_RULE_INVALID'
    ? new DomainError('SERIES_RULE_INVALID', { pointer: '/rule', params })
    : new DomainError('SERIES_RULE_UNSUPPORTED', { pointer: '/rule', params });
}
