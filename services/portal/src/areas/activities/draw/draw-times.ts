import { instantOf, localTimeOf } from '../../../i18n/format.js';
import type { Draw, NewDraw } from './use-draw.js';

/** The phase of a draw, for the reader. */
export type DrawPhase = 'ahead' | 'open' | 'closing' | 'drawn' | 'cancelled';

/** By the clock of the reader: between the close and the draw there is a moment. */
export function phaseOf({ state, opensAt, closesAt }: Draw, now: Date): DrawPhase {
  if (state === 'drawn' || state === 'cancelled') return state;
  if (state === 'frozen' || now >= new Date(closesAt)) return 'closing';
  return now < new Date(opensAt) ? 'ahead' : 'open';
}

interface TimeLeft {
  readonly unit: 'days' | 'hours' | 'minutes' | 'seconds';
  readonly count: number;
}

const units = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
] as const;

/** The largest unit of which two are left, rounded down: “2 hours” means at least 2. */
export function timeLeft(until: string, now: Date): TimeLeft {
  const seconds = Math.max(0, Math.floor((Date.parse(until) - now.getTime()) / 1_000));
  for (const [unit, length] of units)
    if (seconds >= 2 * length) return { unit, count: Math.floor(seconds / length) };
  return { unit: 'seconds', count: seconds };
}

/** As it is typed: moments are what `datetime-local` shows. The names are those of the request. */
export interface DrawForm {
  readonly opensAt: string;
  readonly closesAt: string;
  readonly isFair: boolean;
  readonly fairShareDays: string;
}

const fairShareDefault = 365;
const quarterMs = 900_000;

interface Planned {
  readonly timeZone: string;
  readonly startsAt: string;
  readonly signUpClosesAt: string;
}

/** Initial values: from the next quarter of an hour to the end of sign-up, though not beyond the start. */
export function drawFormOf(activity: Planned, draw: Draw | null, now: Date): DrawForm {
  const local = (instant: string): string => localTimeOf(instant, activity.timeZone);
  const soon = new Date(Math.ceil((now.getTime() + 60_000) / quarterMs) * quarterMs).toISOString();
  const { signUpClosesAt, startsAt } = activity;
  const until = Date.parse(signUpClosesAt) < Date.parse(startsAt) ? signUpClosesAt : startsAt;
  return {
    opensAt: local(draw?.opensAt ?? soon),
    closesAt: local(draw?.closesAt ?? until),
    isFair: draw === null || draw.fairShareDays !== null,
    fairShareDays: String(draw?.fairShareDays ?? fairShareDefault),
  };
}

export function drawOf(form: DrawForm, timeZone: string): NewDraw {
  return {
    opensAt: instantOf(form.opensAt, timeZone),
    closesAt: instantOf(form.closesAt, timeZone),
    fairShareDays: form.isFair ? Number(form.fairShareDays.trim()) : null,
  };
}
