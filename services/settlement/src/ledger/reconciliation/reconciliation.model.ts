const dayMs = 86_400_000;
/** Half past two at night in China, when nobody works at the books: 18:30 in UTC, all the year round. */
const nightMs = 18.5 * 3_600_000;

/** The next night after a moment. */
export function nextNight(now: Date): Date {
  const midnight = Math.floor(now.getTime() / dayMs) * dayMs;
  const tonight = midnight + nightMs;
  return new Date(tonight > now.getTime() ? tonight : tonight + dayMs);
}
