import type { TFunction } from 'i18next';
import type { Locale } from '../i18n/format.js';
import type { components } from '../api/schema.js';

type SeriesRule = components['schemas']['SeriesRuleView'];

interface Speaker {
  readonly t: TFunction;
  readonly locale: Locale;
}

/** A rule as a sentence: "every month on the last Friday, 10 times". */
export function ruleWords(rule: SeriesRule, speaker: Speaker): string {
  const { t } = speaker;
  return t('series.rule.whole', { base: narrowed(rule, speaker), end: endOf(rule, speaker) });
}

/** `2027-02-16` → `2027年2月16日周二`; a month `2027-02` → `2027年2月`. */
export function dayWords(date: string, locale: Locale): string {
  const isDay = date.length > 'YYYY-MM'.length;
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(isDay ? ({ day: 'numeric', weekday: 'short' } as const) : {}),
  }).format(new Date(`${date}${isDay ? '' : '-01'}T00:00:00Z`));
}

function narrowed(rule: SeriesRule, speaker: Speaker): string {
  const { t } = speaker;
  const { frequency, interval, weekStart } = rule;
  const days = daysOf(rule, speaker);
  const said = t(`series.rule.${frequency}.${interval === 1 ? 'each' : 'every'}`, { interval, days });
  const isDaily = frequency === 'DAILY' && rule.weekdays.length > 0;
  const onDays = isDaily ? t('series.rule.onlyOn', { base: said, days }) : said;
  const base =
    rule.months.length === 0 || frequency === 'YEARLY'
      ? onDays
      : t('series.rule.onlyIn', { base: onDays, months: monthsOf(rule, speaker) });
  // Only where weeks are left out does it matter where they begin.
  if (frequency !== 'WEEKLY' || interval === 1 || weekStart === 'MO') return base;
  return t('series.rule.weekFrom', { base, day: t(`series.weekday.${weekStart}`) });
}

function endOf({ count, until }: SeriesRule, { t, locale }: Speaker): string {
  if (count !== null) return t('series.rule.count', { times: count });
  return t('series.rule.until', { date: dayWords(until ?? '', locale) });
}

function daysOf(rule: SeriesRule, speaker: Speaker): string {
  const { t } = speaker;
  const { frequency, monthDays, months, positions } = rule;
  const join = (words: readonly string[]): string => words.join(t('common.separator'));
  const named = namedDays(rule, speaker);
  if (named.length === 0 && monthDays.length === 0) {
    const same = t(frequency === 'WEEKLY' ? 'series.rule.sameWeekday' : 'series.rule.sameDay');
    return inMonths(same);
  }
  const days = join([...named, ...monthDays.map((day) => monthDayWords(day, speaker))]);
  if (positions.length === 0) return inMonths(days);
  const ordinal = join(positions.map((position) => ordinalWords(position, speaker)));
  return t('series.rule.nthOf', { ordinal, days });

  function inMonths(words: string): string {
    if (frequency !== 'YEARLY' || months.length === 0) return words;
    return t('series.rule.onlyIn', { base: words, months: monthsOf(rule, speaker) });
  }
}

function namedDays({ weekdays }: SeriesRule, speaker: Speaker): string[] {
  const { t } = speaker;
  return weekdays.map(({ weekday, ordinal }) => {
    const name = t(`series.weekday.${weekday}`);
    return ordinal === null
      ? name
      : t('series.rule.nth', { ordinal: ordinalWords(ordinal, speaker), weekday: name });
  });
}

/** "Fifth" and "last" are two things, and each is said (E44). */
export function ordinalWords(ordinal: number, { t }: Pick<Speaker, 't'>): string {
  if (ordinal === -1) return t('series.ordinal.last');
  if (ordinal < 0) return t('series.ordinal.fromEnd', { number: -ordinal });
  const names = ['n1', 'n2', 'n3', 'n4', 'n5'] as const;
  const name = names[ordinal - 1];
  return name === undefined ? t('series.ordinal.number', { number: ordinal }) : t(`series.ordinal.${name}`);
}

function monthDayWords(day: number, { t }: Speaker): string {
  if (day === -1) return t('series.rule.lastDay');
  return t(day < 0 ? 'series.rule.monthDayFromEnd' : 'series.rule.monthDay', { day: Math.abs(day) });
}

function monthsOf({ months }: SeriesRule, { t, locale }: Speaker): string {
  const nameOf = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long' });
  return months
    .map((month) => nameOf.format(new Date(Date.UTC(2000, month - 1, 1))))
    .join(t('common.separator'));
}
