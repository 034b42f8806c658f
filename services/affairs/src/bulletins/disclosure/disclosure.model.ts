import type {
  DisclosureOccasionState,
  DisclosureOwer,
  DisclosureRhythm,
} from '@gongxiang/contracts/affairs/bulletins/disclosure-item.contract';
import { daysAfter, DomainError, shanghaiDate, shanghaiMidnight, shanghaiMorning } from '@gongxiang/domain';
import { workingDaysAfter, yearOf } from '@gongxiang/domain/holidays';
import type { BulletinRow } from '../bulletin/bulletin.entity.js';

/** When something is to be disclosed. */
export interface DisclosurePlan {
  readonly rhythm: DisclosureRhythm;
  readonly firstDueOn: string;
  /** What is due from this day on is not owed; null while it goes on. */
  readonly endedOn: string | null;
}

/** One time at which it is. */
export interface Occasion {
  /** The day by which it is due. */
  readonly on: string;
  /** In which the day lies: `2026-11`, `2026-Q4`, `2026-H2`, `2026`; null of what is disclosed once. */
  readonly period: string | null;
}

const nearDays = 14;
const reminderDays = 7;
const overdueWorkingDays = 10;

const monthsOf: Readonly<Record<DisclosureRhythm, number>> = {
  once: 0,
  monthly: 1,
  quarterly: 3,
  halfYearly: 6,
  yearly: 12,
};

/** All occasions from a day to a later one, both included. */
export function occasionsOf(
  { rhythm, firstDueOn, endedOn }: DisclosurePlan,
  from: string,
  to: string,
): Occasion[] {
  const last = endedOn !== null && endedOn <= to ? daysAfter(endedOn, -1) : to;
  const step = monthsOf[rhythm];
  if (step === 0) return firstDueOn >= from && firstDueOn <= last ? [{ on: firstDueOn, period: null }] : [];
  const found: Occasion[] = [];
  let count = Math.max(0, Math.floor((monthIndexOf(from) - monthIndexOf(firstDueOn)) / step));
  for (let on = dueAfter(firstDueOn, count * step); on <= last; on = dueAfter(firstDueOn, count * step)) {
    if (on >= from) found.push({ on, period: periodOf(rhythm, on) });
    count += 1;
  }
  return found;
}

export function occasionsOfYear(plan: DisclosurePlan, year: number): Occasion[] {
  return occasionsOf(plan, `${year}-01-01`, `${year}-12-31`);
}

/** Those whose day is over. */
export function pastOccasions(plan: DisclosurePlan, today: string): Occasion[] {
  return occasionsOf(plan, plan.firstDueOn, daysAfter(today, -1));
}

/** Whether something is due on this very day. */
export function isOccasion(plan: DisclosurePlan, on: string): boolean {
  return occasionsOf(plan, on, on).length > 0;
}

/** @param disclosedOn since when a bulletin has shown it; null where none does */
export function occasionStateOf(
  on: string,
  disclosedOn: string | null,
  today: string,
): DisclosureOccasionState {
  if (disclosedOn !== null) return disclosedOn <= on ? 'met' : 'metLate';
  if (on < today) return 'missing';
  return on <= daysAfter(today, nearDays) ? 'near' : 'upcoming';
}

/** What becomes due of an occasion by itself: a reminder, that it is missing, and that the union above is told. */
export type MomentKind = 'near' | 'missing' | 'overdue';

export interface Moment {
  readonly at: Date;
  readonly kind: MomentKind;
  readonly on: string;
}

/** What becomes due after one moment and up to another, in order. */
export function momentsBetween(plan: DisclosurePlan, after: Date, until: Date): Moment[] {
  // An occasion has its first moment a week before its day, and its last one within some weeks of it, holidays included.
  const from = daysAfter(shanghaiDate(after), -40);
  const to = daysAfter(shanghaiDate(until), reminderDays);
  return occasionsOf(plan, from, to)
    .flatMap(({ on }) => momentsOf(on))
    .filter(({ at }) => at > after && at <= until)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** The next moment after one; null where nothing comes any more. */
export function nextMomentAt(plan: DisclosurePlan, after: Date): Date | null {
  const start = plan.firstDueOn > shanghaiDate(after) ? shanghaiMidnight(plan.firstDueOn) : after;
  // More than a year ahead there is one of every rhythm.
  return momentsBetween(plan, after, shanghaiMidnight(daysAfter(shanghaiDate(start), 400)))[0]?.at ?? null;
}

function momentsOf(on: string): Moment[] {
  return [
    { kind: 'near', on, at: shanghaiMorning(daysAfter(on, -reminderDays)) },
    { kind: 'missing', on, at: shanghaiMidnight(daysAfter(on, 1)) },
    { kind: 'overdue', on, at: shanghaiMidnight(daysAfter(workingDaysAfter(on, overdueWorkingDays), 1)) },
  ];
}

/** @throws DomainError `DISCLOSURE_DEPARTMENT_MISSING` */
export function requireDepartment({
  owedBy,
  department,
}: {
  readonly owedBy: DisclosureOwer;
  readonly department: string | null;
}): void {
  if (owedBy === 'enterprise' && department === null)
    throw new DomainError('DISCLOSURE_DEPARTMENT_MISSING', { pointer: '/department' });
}

/** @throws DomainError `DISCLOSURE_FIRST_DAY_EARLY` before the last year: nothing earlier is counted */
export function requireFirstDay(firstDueOn: string, today: string): void {
  const from = `${yearOf(today) - 1}-01-01`;
  if (firstDueOn < from)
    throw new DomainError('DISCLOSURE_FIRST_DAY_EARLY', { pointer: '/firstDueOn', params: { from } });
}

/** A department answers for what the enterprise owes alone. */
export function departmentOf(owedBy: DisclosureOwer, department: string | null | undefined): string | null {
  return owedBy === 'enterprise' ? (department ?? null) : null;
}

/** Whether a bulletin shows now what a union discloses. */
export function isDisclosure(
  { unionId, kind, state, shownFrom }: Pick<BulletinRow, 'unionId' | 'kind' | 'state' | 'shownFrom'>,
  of: { readonly unionId: string; readonly now: Date },
): boolean {
  return (
    unionId === of.unionId &&
    kind === 'disclosure' &&
    state === 'published' &&
    shownFrom !== null &&
    shownFrom <= of.now
  );
}

/** Since when a bulletin has shown it; null where it is not published any more. */
export function disclosedOnOf({ state, shownFrom }: Pick<BulletinRow, 'state' | 'shownFrom'>): string | null {
  return state === 'published' && shownFrom !== null ? shanghaiDate(shownFrom) : null;
}

/** Months since year 0. */
function monthIndexOf(day: string): number {
  return yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The day some months after the first: the same of its month, its last where there is none; of the last of a month always the last. */
function dueAfter(first: string, months: number): string {
  const index = monthIndexOf(first) + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const last = lastOfMonth(year, month);
  const wanted = Number(first.slice(8));
  const isLast = wanted === lastOfMonth(yearOf(first), Number(first.slice(5, 7)));
  return `${year}-${twoDigits(month)}-${twoDigits(isLast ? last : Math.min(wanted, last))}`;
}

function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function periodOf(rhythm: DisclosureRhythm, on: string): string | null {
  const [year, month] = [on.slice(0, 4), Number(on.slice(5, 7))];
  if (rhythm === 'monthly') return on.slice(0, 7);
  if (rhythm === 'quarterly') return `${year}-Q${Math.ceil(month / 3)}`;
  if (rhythm === 'halfYearly') return `${year}-H${month <= 6 ? 1 : 2}`;
  return rhythm === 'yearly' ? year : null;
}
