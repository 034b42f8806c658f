import { dayMs, shanghaiDate } from '@gongxiang/domain';

/** The moment from which a last day is over in China. */
export function overFrom(until: string): Date {
  return new Date(new Date(`${until}T00:00:00+08:00`).getTime() + dayMs);
}

export function isOver(until: string, now: Date): boolean {
  return until < shanghaiDate(now);
}
