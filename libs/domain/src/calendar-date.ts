import { dayMs } from './durations.js';

/** The time zone of the network: deadlines, quiet hours and months follow it unless an activity has a zone of its own. */
export const networkTimeZone = 'Asia/Shanghai';

/**
 * Dates of the calendar are text `YYYY-MM-DD` from end to end. Turning them into instants loses a day where a
 * clock was moved, as in Asia/Shanghai from 1986 to 1991; as text they also compare in the right order.
 */
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const shanghaiParts = new Intl.DateTimeFormat('en-US', {
  timeZone: networkTimeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Is it a day that exists in the Gregorian calendar, written `YYYY-MM-DD`? */
export function isCalendarDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Of the moment that was asked for last: hundreds of rows are compared with one, and formatting takes longer than their other checks. */
let last = { at: Number.NaN, day: '' };

/** The day `YYYY-MM-DD` that it is in China at an instant. */
export function shanghaiDate(instant: Date): string {
  const at = instant.getTime();
  if (at !== last.at) last = { at, day: dateBy(shanghaiParts, instant) };
  return last.day;
}

/**
 * The day `YYYY-MM-DD` that it is at an instant in a zone, such as `Asia/Urumqi`.
 * @throws RangeError where there is no such zone
 */
export function dateIn(timeZone: string, instant: Date): string {
  const parts = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return dateBy(new Intl.DateTimeFormat('en-US', parts), instant);
}

/** The day so many days after another, or before it for a negative number. @param date `YYYY-MM-DD` */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The instant at which a day begins in China, for days since 1992: until then its clock was moved in summer. */
export function shanghaiMidnight(date: string): Date {
  return new Date(`${date}T00:00:00+08:00`);
}

/** The last second of a day in China: a deadline that is shown as midnight would be read as the day after. */
export function endOfShanghaiDay(date: string): Date {
  return new Date(`${date}T23:59:59+08:00`);
}

/** When people are told what a day brings: at nine in the morning in China. */
export function shanghaiMorning(date: string): Date {
  return new Date(`${date}T09:00:00+08:00`);
}

/** Completed years of life on a day; who was born on 29 February completes one on 1 March where there is no 29th. */
export function ageOn(day: string, birthDate: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function dateBy(format: Intl.DateTimeFormat, instant: Date): string {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const year = (parts.get('year') ?? '').padStart(4, '0');
  return `${year}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
