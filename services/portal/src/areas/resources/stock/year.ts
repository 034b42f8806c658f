import { addMonths, spanOfDay } from '../resource/availability.js';

/** How many are free from one moment to the next, in milliseconds since 1970. */
interface FreeStep {
  readonly start: number;
  readonly end: number;
  readonly free: number;
}

export interface YearDay {
  readonly day: string;
  /** The share of the day's hours and things that is lent, 0 to 1. */
  readonly share: number;
  /** How many are left at the tightest moment. */
  readonly least: number;
}

export interface YearMonth {
  /** Its first day. */
  readonly first: string;
  readonly days: readonly YearDay[];
  readonly share: number;
  readonly fullDays: number;
}

/** Free, less than half lent, half or more, full. */
type Level = 0 | 1 | 2 | 3;

export function levelOf(share: number): Level {
  if (share <= 0) return 0;
  if (share >= 1) return 3;
  return share < 0.5 ? 1 : 2;
}

/** Twelve months from the first of a day's month. */
export function monthsFrom(day: string): string[] {
  const first = `${day.slice(0, 7)}-01`;
  return Array.from({ length: 12 }, (_one, month) => addMonths(first, month));
}

/** The year month by month. @param steps in order, without gaps */
export function yearOf(firsts: readonly string[], steps: readonly FreeStep[], quantity: number): YearMonth[] {
  let at = 0;
  // The contents of a kit limit how many kits there are.
  const there = steps.reduce((most, { free }) => Math.max(most, free), quantity);
  const dayOf = (day: string): YearDay => {
    const { start, end } = spanOfDay(day);
    while (at < steps.length && (steps[at]?.end ?? 0) <= start) at += 1;
    let freeMs = 0;
    let least = there;
    for (let next = at; next < steps.length; next += 1) {
      const step = steps[next];
      if (step === undefined || step.start >= end) break;
      freeMs += step.free * (Math.min(step.end, end) - Math.max(step.start, start));
      least = Math.min(least, step.free);
    }
    const whole = Math.max(1, there) * (end - start);
    return { day, share: 1 - freeMs / whole, least };
  };
  return firsts.map((first) => {
    const days = daysOfMonth(first).map(dayOf);
    const share = days.reduce((sum, day) => sum + day.share, 0) / days.length;
    return { first, days, share, fullDays: days.filter((day) => levelOf(day.share) === 3).length };
  });
}

function daysOfMonth(first: string): string[] {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from(
    { length: count },
    (_one, index) => `${first.slice(0, 8)}${String(index + 1).padStart(2, '0')}`,
  );
}
