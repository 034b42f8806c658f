import { useFormat } from '../../../i18n/use-format.js';
import { localTimeOf } from '../../../i18n/format.js';
import type { Span } from './availability.js';

/** Days and hours of the calendar in the language of now. */
export function useSpanText() {
  const { locale, period } = useFormat();
  const dayFormat = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
  });
  const weekdayFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' });
  const shortFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
  return {
    /** `2026-11-20` → `11/20` */
    shortDayText: (day: string): string => shortFormat.format(new Date(`${day}T00:00:00Z`)),
    weekdayText: (day: string): string => weekdayFormat.format(new Date(`${day}T00:00:00Z`)),
    /** `2026-11-20` → `11月20日周五` */
    dayText: (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`)),
    /** Within one day: `09:00–17:00`; the midnight at its end is 24:00. */
    timesText: ({ start, end }: Span): string => `${clock(start)}–${clock(end).replace('00:00', '24:00')}`,
    spanText: ({ start, end }: Span): string =>
      period(new Date(start).toISOString(), new Date(end).toISOString()),
  };
}

function clock(at: number): string {
  return localTimeOf(new Date(at).toISOString()).slice(11);
}
