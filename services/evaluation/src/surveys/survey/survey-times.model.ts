const dayMs = 86_400_000;

/**
 * When those who came are reminded: a day before the survey ends; where it is open for less than two days, half-way.
 * Quiet hours are kept where it is told.
 */
export function reminderAt(opensAt: Date, closesAt: Date): Date {
  const openMs = closesAt.getTime() - opensAt.getTime();
  return new Date(closesAt.getTime() - Math.min(dayMs, openMs / 2));
}

/** When a survey ends that is open for so many days. */
export function endAfter(opensAt: Date, days: number): Date {
  return new Date(opensAt.getTime() + days * dayMs);
}
