import { isCalendarDate } from '@gongxiang/domain';

/** Days, both within it. */
export interface FigurePeriod {
  readonly from: string;
  readonly to: string;
}

const dayPattern = String.raw`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?`;
const forms = {
  year: /^(\d{4})年?$/,
  quarter: /^(\d{4})(?:年?-?第?|-)[Qq]?([1-4])(?:季度?)?$/,
  month: /^(\d{4})[-/.年](\d{1,2})月?$/,
  day: new RegExp(`^${dayPattern}$`),
  days: new RegExp(String.raw`^${dayPattern}(?:~|至|到|—|–)${dayPattern}$`),
} as const;

/**
 * Reads the period of a figure as people write it: `2026`, `2026年`, `2026Q3`, `2026年第3季度`, `2026-10`, `2026年10月`,
 * `2026-10-01`, `2026-07-01~2026-09-30`. @returns null for anything else, and where it ends before it begins
 */
export function readPeriod(written: string): FigurePeriod | null {
  const text = written.normalize('NFKC').replaceAll(/\s/g, '');
  const [, year = ''] = forms.year.exec(text) ?? [];
  if (year !== '') return { from: `${year}-01-01`, to: `${year}-12-31` };
  return readQuarter(text) ?? readMonth(text) ?? readDays(text);
}

/** `2026-3` is a month: a quarter says that it is one. */
function readQuarter(text: string): FigurePeriod | null {
  if (!/[Qq季]/.test(text)) return null;
  const [, year = '', quarter = ''] = forms.quarter.exec(text) ?? [];
  if (year === '') return null;
  const last = Number(quarter) * 3;
  return { from: firstDay(year, last - 2), to: lastDay(year, last) };
}

function readMonth(text: string): FigurePeriod | null {
  const [, year = '', month = ''] = forms.month.exec(text) ?? [];
  const number = Number(month);
  if (year === '' || number < 1 || number > 12) return null;
  return { from: firstDay(year, number), to: lastDay(year, number) };
}

function readDays(text: string): FigurePeriod | null {
  const one = forms.day.exec(text);
  const [, ...parts] = one ? [...one, ...one.slice(1)] : (forms.days.exec(text) ?? []);
  const [from, to] = [dayOf(parts.slice(0, 3)), dayOf(parts.slice(3))];
  return isCalendarDate(from) && isCalendarDate(to) && from <= to ? { from, to } : null;
}

function dayOf([year = '', month = '', day = '']: readonly string[]): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function firstDay(year: string, month: number): string {
  return dayOf([year, String(month), '1']);
}

function lastDay(year: string, month: number): string {
  // The day before the first of the next month.
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
}
