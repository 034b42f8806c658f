import type { components } from '../../../api/schema.js';
import { splitByTime } from './by-time.model.js';

type MyRegistration = components['schemas']['MyRegistrationView'];

/** Only what a door needs. */
export type KeptSeat = Pick<
  MyRegistration,
  'id' | 'activityId' | 'activityTitle' | 'venue' | 'startsAt' | 'endsAt' | 'heads' | 'checkInCode'
>;

export interface KeptSeats {
  /** When the platform sent it. */
  readonly asOf: string;
  readonly seats: readonly KeptSeat[];
}

/** Nobody needs more before there is a network again. */
const seatsMax = 20;
const dayMs = 86_400_000;

/** My seats in activities that are still to come, the soonest first. */
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

/** Everything is deleted a day after the last of them is over. */
export function keptUntil(seats: readonly KeptSeat[]): string {
  return new Date(Math.max(...seats.map(({ endsAt }) => Date.parse(endsAt))) + dayMs).toISOString();
}
