import type { components } from '../../../api/schema.js';
import { isAhead, isHeldOn, isInDraw, isWaitingStill } from '../../activities/kept-seats/by-time.model.js';

type Views = components['schemas'];
export type MyRegistration = Views['MyRegistrationView'];
export type MyDrawEntry = Views['MyDrawEntryView'];
export type MyQueuePlace = Views['MyQueuePlaceView'];

/** One thing that a person has arranged to take part in: a seat or a place on its waitlist, an entry in its draw, a place in its queue. */
export type Arrangement =
  | { readonly kind: 'registration'; readonly id: string; readonly one: MyRegistration }
  | { readonly kind: 'drawEntry'; readonly id: string; readonly one: MyDrawEntry }
  | { readonly kind: 'queuePlace'; readonly id: string; readonly one: MyQueuePlace };

export interface Arranged {
  readonly registrations: readonly MyRegistration[];
  readonly drawEntries: readonly MyDrawEntry[];
  readonly queuePlaces: readonly MyQueuePlace[];
}

/** What is to come, the soonest first, and what is over, was cancelled or came to nothing, the latest first. */
export function arrangementsOf(
  { registrations, drawEntries, queuePlaces }: Arranged,
  now: Date,
): { readonly ahead: readonly Arrangement[]; readonly past: readonly Arrangement[] } {
  const seated = new Set(registrations.filter(isHeldOn).map(({ activityId }) => activityId));
  const all: Arrangement[] = [
    ...registrations.map((one) => ({ kind: 'registration', id: one.id, one }) as const),
    ...drawEntries
      .filter((entry) => saysMore(entry, seated))
      .map((one) => ({ kind: 'drawEntry', id: one.drawId, one }) as const),
    ...queuePlaces
      .filter((place) => isWaitingStill(place, now) && !seated.has(place.activityId))
      .map((one) => ({ kind: 'queuePlace', id: `queue-${one.activityId}`, one }) as const),
  ];
  const byStart = (left: Arrangement, right: Arrangement): number =>
    Date.parse(left.one.startsAt) - Date.parse(right.one.startsAt);
  return {
    ahead: all.filter((one) => isToCome(one, now)).sort(byStart),
    past: all.filter((one) => !isToCome(one, now)).sort((left, right) => byStart(right, left)),
  };
}

/** What was drawn stands in the registration that came of it, and an entry that was taken out is nothing to come back to. */
function saysMore({ state, drawState, activityId }: MyDrawEntry, seated: ReadonlySet<string>): boolean {
  if (state === 'withdrawn' || seated.has(activityId)) return false;
  return state === 'out' || drawState !== 'drawn';
}

function isToCome(arrangement: Arrangement, now: Date): boolean {
  if (!isAhead(arrangement.one, now)) return false;
  if (arrangement.kind === 'registration') return isHeldOn(arrangement.one);
  return arrangement.kind === 'queuePlace' || isInDraw(arrangement.one);
}
