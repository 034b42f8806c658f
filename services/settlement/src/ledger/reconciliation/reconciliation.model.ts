import { dayMs, hourMs } from '@gongxiang/domain';

/** 02:30 in China, when nobody works on the books: 18:30 UTC all year round. */
const nightMs = 18.5 * hourMs;

/** The next nightly run after an instant. */
export function nextNight(now: Date): Date {
  const midnight = Math.floor(now.getTime() / dayMs) * dayMs;
  const tonight = midnight + nightMs;
  return new Date(tonight > now.getTime() ? tonight : tonight + dayMs);
}
