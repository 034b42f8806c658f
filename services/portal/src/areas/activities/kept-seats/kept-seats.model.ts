import type { components } from '../../../api/schema.js';
import { splitByTime } from './by-time.model.js';

type MyRegistration = components['schemas']['MyRegistrationView'];

/** What is needed at a door, and no more. */
export type KeptSeat = Pick<
  MyRegistration,
  'id' | 'activityId' | 'activityTitle' | 'venue' | 'startsAt' | 'endsAt' | 'heads' | 'checkInCode'
>;

export interface KeptSeats {
  /** When the platform said so. */
  readonly asOf: string;
  readonly seats: readonly KeptSeat[];
}

/** Those of the next activities: more nobody shows before there is a network again. */
const seatsMax = 20;
const dayMs = 86_400_000;

/** The seats that are mine and lie ahead, the soonest first. */
export function seatsToKeep(items: readonly MyRegistration[], now: Date): KeptSeat[] {
  return splitByTime(items, now)
    .ahead.filter(({ state, activityState }) => state === 'confirmed' && activityState !== 'cancelled')
    .slice(0, seatsMax)
    .map(({ id, activityId, activityTitle, venue, startsAt, endsAt, heads, checkInCode }) => ({
      id,
      activityId,
      activityTitle,
      venue,
      startsAt,
      endsAt,
      heads,
      checkInCode,
    }));
}

/** A day after the last of them is over nothing is kept any more. */
export function keptUntil(seats: readonly KeptSeat[]): string {
  return new Date(Math.max(...seats.map(({ endsAt }) => Date.parse(endsAt))) + dayMs).toISOString();
}
