import { dayMs } from '@gongxiang/domain';

/** A season of calendar days, both included, as the half-open time that it is in Beijing. */
export function seasonOf(days: { readonly periodFrom: string; readonly periodTo: string }): {
  readonly start: Date;
  readonly end: Date;
} {
  const midnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
  return { start: midnight(days.periodFrom), end: new Date(midnight(days.periodTo).getTime() + dayMs) };
}
