const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

export function isLocale(text: string | null): text is Locale {
  return locales.some((locale) => locale === text);
}

/** The zone in which times are read aloud where nothing else is said. */
export const defaultTimeZone = 'Asia/Shanghai';

/** Years are left out where it is the present one. */
interface Moment {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly now: Date;
}

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** `'186550'` fen → `¥1,865.50`; from the text of the wire, whose digits a float would lose. */
export function formatFen(amountFen: string, locale: Locale): string {
  const isNegative = amountFen.startsWith('-');
  const digits = amountFen.replace('-', '').padStart(3, '0');
  const yuan = new Intl.NumberFormat(locale).format(BigInt(digits.slice(0, -2)));
  return `${isNegative ? '−' : ''}¥${yuan}.${digits.slice(-2)}`;
}

/** `'1,865.5'` 元 → `'186550'` fen; null for what is no amount with at most two decimals. */
export function fenOf(yuanText: string): string | null {
  const match = /^(\d{1,15})(?:\.(\d{1,2}))?$/.exec(yuanText.trim().replaceAll(/[,，\s]/g, ''));
  if (match === null) return null;
  return String(BigInt(match[1] ?? '') * 100n + BigInt((match[2] ?? '').padEnd(2, '0')));
}

/** `'186550'` fen → `1865.50`, as it stands in a field to be edited. */
export function yuanOf(amountFen: string): string {
  const digits = amountFen.replace('-', '').padStart(3, '0');
  return `${amountFen.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 0.1234 → `12.3%`. */
export function formatShare(share: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** A calendar day `2026-11-20` → `2026年11月20日`; it has no zone. */
export function formatDate(date: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'long' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** From one day to another: the year is said once where it is the same. */
export function formatDays(from: string, to: string, locale: Locale): string {
  if (locale === 'en') {
    const shortDay = new Intl.DateTimeFormat('en', { timeZone: 'UTC', dateStyle: 'medium' });
    return shortDay.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
  }
  const isSameYear = from.slice(0, 4) === to.slice(0, 4);
  return `${formatDate(from, locale)}–${isSameYear ? formatMonthDay(to.slice(5), locale) : formatDate(to, locale)}`;
}

/** A day of every year `08-24` → `8月24日`, `August 24`. */
export function formatMonthDay(monthDay: string, locale: Locale): string {
  // 2000 had a 29 February.
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', day: 'numeric' }).format(
    new Date(`2000-${monthDay}T00:00:00Z`),
  );
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** A day of the week → `周一`, `Mon`. */
export function formatWeekday(weekday: (typeof weekdays)[number], locale: Locale): string {
  // 1 January 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday)));
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(day);
}

/** What a field of type `datetime-local` shows for an instant: `2026-11-20T09:00`, in the zone of the activity. */
export function localTimeOf(instant: string, timeZone: string = defaultTimeZone): string {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(instant));
  return text.replace(' ', 'T');
}

/**
 * The instant that a field of type `datetime-local` means in a zone.
 * @param local such as `2026-11-20T09:00`
 */
export function instantOf(local: string, timeZone: string = defaultTimeZone): string {
  const asUtc = Date.parse(`${local}:00Z`);
  // The offset is taken at the guess and once more where that lands: enough but for the hour that a zone skips.
  const offsetAt = (ms: number): number =>
    Date.parse(`${localTimeOf(new Date(ms).toISOString(), timeZone)}:00Z`) - ms;
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess)).toISOString();
}

/** `2026-11-20T01:00:00Z` → `11月20日周五 09:00`, in the zone of the activity. */
export function formatInstant(instant: string, { locale, timeZone, now }: Moment): string {
  return format(new Date(instant), { locale, timeZone, now });
}

/** A month, as 2026年11月 or November 2026. @param month YYYY-MM */
export function formatMonth(month: string, locale: Locale): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' }).format(first);
}

/** From–to; the day is said once where both fall on the same. */
export function formatPeriod(from: string, to: string, moment: Moment): string {
  const [start, end] = [new Date(from), new Date(to)];
  const isSameDay = dayOf(start, moment.timeZone) === dayOf(end, moment.timeZone);
  const endText = isSameDay ? timeOf(end, moment) : format(end, moment);
  return `${format(start, moment)} – ${endText}`;
}

function format(date: Date, moment: Moment): string {
  const { locale, timeZone, now } = moment;
  const isThisYear = dayOf(date, timeZone).slice(0, 4) === dayOf(now, timeZone).slice(0, 4);
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    ...(isThisYear ? {} : { year: 'numeric' }),
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
  }).format(date);
  return `${day} ${timeOf(date, moment)}`;
}

function timeOf(date: Date, { locale, timeZone }: Moment): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date);
}

/** `YYYY-MM-DD` in the zone; Swedish writes dates so. */
function dayOf(date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(date);
}
