import type { MaintenanceUnit } from '@gongxiang/contracts/sharing/lending/maintenance.contract';
import { DomainError, hourMs, type Period } from '@gongxiang/domain';
import { Temporal } from 'temporal-polyfill';
import { civilInstant, lastYear } from '../resource/civil-time.model.js';

/** In the morning, outside quiet hours. */
const reminderHour = '09:00';

/** How often maintenance is due: by the calendar from a first day on, or by loans. */
interface Rhythm {
  readonly unit: MaintenanceUnit;
  readonly every: number;
  readonly firstOn: string | null;
}

/**
 * The first day of a rhythm after another day. Each is computed from the first one, so that what falls on the 31st
 * falls on the last day of a shorter month, and on the 31st again after it.
 * @param after `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`; null if loans are counted
 */
export function nextDay({ unit, every, firstOn }: Rhythm, after: string): string | null {
  if (unit === 'loan' || firstOn === null) return null;
  if (after < firstOn) return firstOn;
  const first = Temporal.PlainDate.from(firstOn);
  const largestUnit = unit === 'day' ? 'days' : 'months';
  const passed = first.until(after, { largestUnit })[largestUnit];
  const day = (times: number): string => first.add({ [largestUnit]: times * every }).toString();
  const times = Math.floor(passed / every);
  // A month may be counted a day late if its last day comes early.
  return [times, times + 1, times + 2].map(day).find((one) => one > after) ?? day(times + 2);
}

/** Late or moved maintenance does not shift the rhythm; nor is it due twice for one day. */
export function dayAfter(rhythm: Rhythm, task: { plannedOn: string | null }, today: string): string | null {
  const { plannedOn } = task;
  return nextDay(rhythm, plannedOn !== null && plannedOn > today ? plannedOn : today);
}

/** Maintenance due after so many loans: the day after the last of them returned. */
export function dayAfterLoans(today: string): string {
  return shifted(today, 1);
}

/** The number of loans until it is due; never below zero. */
export function loansLeft(every: number, counted: number): number {
  return Math.max(0, every - counted);
}

/** Whether its day has passed. @param today in China */
export function isOverdue(dueOn: string | null, today: string): boolean {
  return dueOn !== null && dueOn < today;
}

/** The time out of service on a day; null if there is none. */
export function blockOn(
  dueOn: string | null,
  { blockFrom, blockHours }: { readonly blockFrom: string; readonly blockHours: number | null },
): Period | null {
  if (dueOn === null || blockHours === null) return null;
  const start = civilInstant(dueOn, blockFrom);
  return { start, end: new Date(start.getTime() + blockHours * hourMs) };
}

/** When the manager is reminded of what is overdue: the morning after the day. */
export function remindAt(dueOn: string): Date {
  return civilInstant(shifted(dueOn, 1), reminderHour);
}

/**
 * @param firstOn as requested @param today in China
 * @throws DomainError `MAINTENANCE_FIRST_DAY_MISSING`, `MAINTENANCE_DAY_NOT_COUNTED`, `MAINTENANCE_DAY_PAST`,  
 * `MAINTENANCE_DAY_TOO_FAR`
 */
export function checkFirstDay(unit: MaintenanceUnit, firstOn: string | null, today: string): void {
  const pointer = '/firstOn';
  if (unit === 'loan') {
    if (firstOn !== null) throw new DomainError('MAINTENANCE_DAY_NOT_COUNTED', { pointer });
    return;
  }
  if (firstOn === null) throw new DomainError('MAINTENANCE_FIRST_DAY_MISSING', { pointer });
  checkDay(firstOn, today, pointer);
}

/** @throws DomainError `MAINTENANCE_DAY_PAST`, `MAINTENANCE_DAY_TOO_FAR` */
export function checkDay(day: string, today: string, pointer: string): void {
  if (day < today) throw new DomainError('MAINTENANCE_DAY_PAST', { pointer });
  if (Number(day.slice(0, 4)) > lastYear)
    throw new DomainError('MAINTENANCE_DAY_TOO_FAR', { pointer, params: { year: lastYear } });
}

function shifted(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
