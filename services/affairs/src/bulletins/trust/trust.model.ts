/** A strike counts for so many months. */
export const strikeMonths = 12;
/** From so many strikes that count, what a union publishes waits for the union above. */
const strikesMax = 3;

/** How far a union is trusted to publish by itself. */
export interface Trust {
  /** Strikes that count. */
  readonly strikes: number;
  /** What it publishes waits for the union above. */
  readonly isHeld: boolean;
}

/**
 * Publish first, within trust: with three strikes that count a union publishes nothing by itself.
 * @param strikes the days on which the hiding of one of its bulletins was upheld, `YYYY-MM-DD` in China
 * @param on the day of which it is asked; a strike counts from its own day until the day before that of twelve months later
 */
export function trustOf(strikes: readonly string[], on: string): Trust {
  const live = strikes.filter((day) => day <= on && on < expiryOf(day)).length;
  return { strikes: live, isHeld: live >= strikesMax };
}

/** The first day on which a strike no longer counts. That of 29 February is 28 February, as the next year has no other. */
export function expiryOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + strikeMonths, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + strikeMonths, Math.min(date, last))).toISOString().slice(0, 10);
}
