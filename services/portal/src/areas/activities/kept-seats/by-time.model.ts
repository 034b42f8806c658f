interface Registered {
  readonly state: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What is to come, the soonest first, and what is over, cancelled or run out, the latest first. */
export function splitByTime<One extends Registered>(
  items: readonly One[],
  now: Date,
): { readonly ahead: readonly One[]; readonly past: readonly One[] } {
  const isToCome = (one: One): boolean =>
    one.state !== 'cancelled' && one.state !== 'expired' && isAhead(one, now);
  const byStart = (one: One, other: One): number => Date.parse(one.startsAt) - Date.parse(other.startsAt);
  return {
    ahead: items.filter(isToCome).sort(byStart),
    past: items.filter((one) => !isToCome(one)).sort((one, other) => byStart(other, one)),
  };
}

/** Is it still to come, or going on? */
export function isAhead({ endsAt }: { readonly endsAt: string }, now: Date): boolean {
  return now < new Date(endsAt);
}
