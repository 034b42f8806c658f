import { dayMs, DomainError, newPeriod, type Period } from '@gongxiang/domain';

const daysMax = 731;
const chinaMs = 8 * 3_600_000;

/** @throws DomainError `PERIOD_EMPTY`, `SHARING_PERIOD_TOO_LONG` */
export function periodOf({ from, to }: { readonly from: string; readonly to: string }): Period {
  const period = newPeriod(new Date(from), new Date(to), '/to');
  if (period.end.getTime() - period.start.getTime() > daysMax * dayMs)
    throw new DomainError('SHARING_PERIOD_TOO_LONG', { pointer: '/to', params: { days: daysMax } });
  return period;
}

/** Every month of a period in China, `2026-11`, in order. */
export function monthsOf({ start, end }: Period): string[] {
  const months: string[] = [];
  // China has had one zone without summer time since 1991.
  const at = new Date(start.getTime() + chinaMs);
  const last = new Date(end.getTime() + chinaMs - 1).toISOString().slice(0, 7);
  for (let month = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth())); ;) {
    const name = month.toISOString().slice(0, 7);
    months.push(name);
    if (name >= last) return months;
    month = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1));
  }
}
