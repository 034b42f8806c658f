import { defaultTimeZone } from '../../../i18n/format.js';

interface ReachPeriod {
  readonly year: number;
  readonly quarter?: number;
}

/** The year and quarter that stand in the address; without them, this year. */
export function reachScopeOf(search: URLSearchParams, now: Date): ReachPeriod {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: defaultTimeZone }).format(now);
  const asked = search.get('year') ?? '';
  const year = Number(/^20\d\d$/.test(asked) ? asked : today.slice(0, 4));
  const quarter = search.get('quarter') ?? '';
  return /^[1-4]$/.test(quarter) ? { year, quarter: Number(quarter) } : { year };
}
