import { useTranslation } from 'react-i18next';
import {
  defaultTimeZone,
  formatDate,
  formatDays,
  formatFen,
  formatInstant,
  formatMonth,
  formatMonthDay,
  formatNumber,
  formatPeriod,
  formatShare,
  formatWeekday,
  type Locale,
} from './format.js';

/** Numbers and times in the language that is chosen now. */
export function useFormat(timeZone: string = defaultTimeZone) {
  const { i18n } = useTranslation();
  const locale: Locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const moment = { locale, timeZone, now: new Date() };
  return {
    locale,
    number: (value: number) => formatNumber(value, locale),
    money: ({ amount }: { readonly amount: string }) => formatFen(amount, locale),
    share: (share: number) => formatShare(share, locale),
    date: (date: string) => formatDate(date, locale),
    days: (from: string, to: string) => formatDays(from, to, locale),
    month: (month: string) => formatMonth(month, locale),
    monthDay: (monthDay: string) => formatMonthDay(monthDay, locale),
    weekday: (weekday: Parameters<typeof formatWeekday>[0]) => formatWeekday(weekday, locale),
    instant: (instant: string) => formatInstant(instant, moment),
    period: (from: string, to: string) => formatPeriod(from, to, moment),
  };
}
