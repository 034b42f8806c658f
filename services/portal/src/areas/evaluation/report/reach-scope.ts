import { defaultTimeZone } from '../../../i18n/format.js';

interface ReachPeriod {
  readonly year: number;
  readonly quarter?: number;
}

/** The year and quarter that stand in the address; without them, the last quarter that has ended: a running one has no numbers. */
export function reachScopeOf(search: URLSearchParams, now: Date): ReachPeriod {
  const asked = search.get('year') ?? '';
  if (!/^20\d\d$/.test(asked)) return endedQuarters(now, 1)[0] as ReachPeriod;
  const year = Number(asked);
  const quarter = search.get('quarter') ?? '';
  return /^[1-4]$/.test(quarter) ? { year, quarter: Number(quarter) } : { year };
}

/** The last quarters that have ended, earliest first. */
export function endedQuarters(now: Date, count: number): Required<ReachPeriod>[] {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: defaultTimeZone }).format(now);
  const running = Number(today.slice(0, 4)) * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return Array.from({ length: count }, (_, index) => running - count + index).map((quarter) => ({
    year: Math.floor(quarter / 4),
    quarter: (quarter % 4) + 1,
  }));
}
