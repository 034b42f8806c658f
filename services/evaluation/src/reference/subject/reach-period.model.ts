import { daysAfter } from '@gongxiang/domain';

/** A year, or a quarter of it. */
export interface ReachPeriod {
  readonly year: number;
  readonly quarter?: number;
}

/** An inclusive range of days, YYYY-MM-DD. */
interface ReachDays {
  readonly from: string;
  readonly to: string;
}

const monthsOfYear = 12;
const monthsOfQuarter = 3;
export const quartersOfYear = [1, 2, 3, 4] as const;
/**
 * The number of days after the end of a period in which attendance may be corrected; then its published reach is
 * frozen.
 */
const graceDays = 7;

/** The days of a year or of a quarter of it. */
export function daysOf({ year, quarter }: ReachPeriod): ReachDays {
  const first = quarter === undefined ? 1 : (quarter - 1) * monthsOfQuarter + 1;
  const last = quarter === undefined ? monthsOfYear : first + monthsOfQuarter - 1;
  const two = (number: number): string => String(number).padStart(2, '0');
  // Day 0 of the next month is the last of this one.
  const day = new Date(Date.UTC(year, last, 0)).getUTCDate();
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(day)}` };
}

/** The day from which the published reach of a period is frozen. */
export function frozenFrom(period: ReachPeriod): string {
  return daysAfter(daysOf(period).to, graceDays + 1);
}

/**
 * Whether reach may be published for these days: for a single activity, whose days nobody can choose, else only for a
 * whole year or quarter that is over. With arbitrary days, comparing results would reveal who attended on each of
 * them.
 * @param today in Shanghai
 */
export function isReachPublished(
  { from, to }: { from: string | null; to: string | null },
  today: string,
): boolean {
  if (from === null || to === null) return true;
  const year = Number(from.slice(0, 4));
  const periods: ReachPeriod[] = [{ year }, ...quartersOfYear.map((quarter) => ({ year, quarter }))];
  return periods.some((period) => {
    const days = daysOf(period);
    return days.from === from && days.to === to && frozenFrom(period) <= today;
  });
}
