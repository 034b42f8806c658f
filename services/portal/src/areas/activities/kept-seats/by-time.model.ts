import type { components } from '../../../api/schema.js';

interface Registered {
  readonly state: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly activityState?: string;
}

/** What is to come, the soonest first, and what is over, cancelled or run out, the latest first. */
export function splitByTime<One extends Registered>(
  items: readonly One[],
  now: Date,
): { readonly ahead: readonly One[]; readonly past: readonly One[] } {
  const isToCome = (one: One): boolean => isHeldOn(one) && isAhead(one, now);
  const byStart = (one: One, other: One): number => Date.parse(one.startsAt) - Date.parse(other.startsAt);
  return {
    ahead: items.filter(isToCome).sort(byStart),
    past: items.filter((one) => !isToCome(one)).sort((one, other) => byStart(other, one)),
  };
}

/** Is it still to come, or going on? It may be over, and closed, sooner than was planned. */
export function isAhead(
  { endsAt, activityState }: Pick<Registered, 'endsAt' | 'activityState'>,
  now: Date,
): boolean {
  return activityState !== 'closed' && now < new Date(endsAt);
}

/** Is it a seat, or a place on the waitlist? */
export function isHeldOn({ state }: { readonly state: string }): boolean {
  return state !== 'cancelled' && state !== 'expired';
}

/** Is the draw still to come, with the person in it? */
export function isInDraw({
  state,
  drawState,
}: Pick<components['schemas']['MyDrawEntryView'], 'state' | 'drawState'>): boolean {
  return state === 'entered' && (drawState === 'open' || drawState === 'frozen');
}

/** Is a place in a queue still of use? It is until sign-up closes. */
export function isWaitingStill(
  {
    activityState,
    signUpClosesAt,
  }: Pick<components['schemas']['MyQueuePlaceView'], 'activityState' | 'signUpClosesAt'>,
  now: Date,
): boolean {
  return activityState === 'published' && now < new Date(signUpClosesAt);
}
