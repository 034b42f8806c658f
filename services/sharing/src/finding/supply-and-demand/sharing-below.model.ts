import type {
  SharingBelowLine,
  SharingBelowMonthView,
} from '@gongxiang/contracts/sharing/finding/given-and-received.contract';
import type { BelowSum, BelowUnion } from './sharing-below.repository.js';

/** One line for each union, also where nothing was held or lent. */
export function linesOf(unions: readonly BelowUnion[], sums: readonly BelowSum[]): SharingBelowLine[] {
  return unions.map(({ id, name, path }) => {
    const own = sums.filter(({ branch }) => branch === path);
    return {
      unionId: id,
      unionName: name,
      activities: total(own, 'activities'),
      attendances: total(own, 'attendances'),
      lent: total(own, 'lent'),
      borrowed: total(own, 'borrowed'),
    };
  });
}

/** One line for each month, also where nothing was held or lent. @param months in their order */
export function monthsOfBelow(months: readonly string[], sums: readonly BelowSum[]): SharingBelowMonthView[] {
  return months.map((month) => {
    const then = sums.filter((sum) => sum.month === month);
    return {
      month,
      activities: total(then, 'activities'),
      attendances: total(then, 'attendances'),
      lent: total(then, 'lent'),
    };
  });
}

type Figure = 'activities' | 'attendances' | 'lent' | 'borrowed';

function total(sums: readonly BelowSum[], figure: Figure): number {
  return sums.reduce((sum, one) => sum + one[figure], 0);
}
