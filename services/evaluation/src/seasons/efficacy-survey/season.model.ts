import { daysAfter, shanghaiMidnight } from '@gongxiang/domain';

/** A season of calendar days, both included, as the half-open time that it is in Beijing. */
export function seasonOf(days: { readonly periodFrom: string; readonly periodTo: string }): {
  readonly start: Date;
  readonly end: Date;
} {
  return { start: shanghaiMidnight(days.periodFrom), end: shanghaiMidnight(daysAfter(days.periodTo, 1)) };
}
