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

/** `2026-11-20T01:00:00Z` → `11月20日周五 09:00`, in the zone of the activity. */
export function formatInstant(instant: string, { locale, timeZone, now }: Moment): string {
  return format(new Date(instant), { locale, timeZone, now });
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
