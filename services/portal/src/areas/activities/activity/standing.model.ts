import type { Activity } from './use-activities.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long is left, in words as one says it: days, in the last day hours, in the last hour nothing finer. */
type Left = { readonly unit: 'days' | 'hours'; readonly count: number } | { readonly unit: 'soon' };

/** What somebody who thinks of coming wants to know first. */
export interface Standing {
  readonly seatsFree: number | null;
  /** Until one can sign up, or enter the draw; null where one cannot now. */
  readonly left: Left | null;
  /** When sign-up opens; null once it has. */
  readonly opensAt: string | null;
}

export function standingOf(activity: Activity, now: Date): Standing {
  const { phase, draw, signUpOpensAt, signUpClosesAt, seatsFree } = activity;
  if (draw?.decides === true) {
    // Nobody is sooner than another: what is free now says little, and one can enter before sign-up opens, too.
    const isAhead = now < new Date(draw.opensAt);
    return {
      seatsFree: null,
      left: isAhead ? null : leftUntil(draw.closesAt, now),
      opensAt: isAhead ? draw.opensAt : null,
    };
  }
  const isOpen = phase === 'signUpOpen' || phase === 'full';
  return {
    seatsFree,
    left: isOpen ? leftUntil(signUpClosesAt, now) : null,
    opensAt: phase === 'published' ? signUpOpensAt : null,
  };
}

function leftUntil(closesAt: string, now: Date): Left | null {
  const ms = Date.parse(closesAt) - now.getTime();
  if (ms <= 0) return null;
  if (ms >= dayMs) return { unit: 'days', count: Math.floor(ms / dayMs) };
  return ms >= hourMs ? { unit: 'hours', count: Math.floor(ms / hourMs) } : { unit: 'soon' };
}
