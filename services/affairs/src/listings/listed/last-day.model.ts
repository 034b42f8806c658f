import { daysAfter, shanghaiDate, shanghaiMidnight } from '@gongxiang/domain';

/** The moment from which a last day is over in China. */
export function overFrom(until: string): Date {
  return shanghaiMidnight(daysAfter(until, 1));
}

export function isOver(until: string, now: Date): boolean {
  return until < shanghaiDate(now);
}
