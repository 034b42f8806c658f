import { useRead } from '../../../api/use-read.js';

/** How the reader stands in an activity. */
export type OwnSeat =
  { readonly state: 'confirmed' | 'held' } | { readonly state: 'waitlisted'; readonly place: number };

/** The latest registrations: whoever has more that are still to come sees the others on their pages. */
const limit = 200;

/** How the reader stands in the activities of a list, by activity: one request for all of them. */
export function useOwnSeats(): ReadonlyMap<string, OwnSeat> {
  const { data } = useRead('registration', '/me/registrations', { limit });
  const seats = new Map<string, OwnSeat>();
  for (const { activityId, state, waitlistPlace } of data?.items ?? []) {
    if (state === 'confirmed' || state === 'held') seats.set(activityId, { state });
    if (state === 'waitlisted') seats.set(activityId, { state, place: waitlistPlace ?? 1 });
  }
  return seats;
}
