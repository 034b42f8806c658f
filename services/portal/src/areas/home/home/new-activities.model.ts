import type { components } from '../../../api/schema.js';

export type Activity = components['schemas']['ActivityView'];

/** How many are asked about, so that as many as the page shows are left. */
const candidatesMax = 12;

/** Without those in which the reader is already: they stand among what lies ahead. */
export function candidatesOf(
  open: readonly Activity[],
  own: { readonly has: (activityId: string) => boolean },
): Activity[] {
  return open.filter(({ id }) => !own.has(id)).slice(0, candidatesMax);
}

/** The activities that are open for sign-up now, those of the own union first, otherwise in the given order, which is by start. */
export function ownFirst(activities: readonly Activity[], unionId: string | null, now: Date): Activity[] {
  const isOwn = (activity: Activity): boolean =>
    activity.unionId === unionId || activity.coHosts.some(({ id }) => id === unionId);
  const open = activities.filter(
    ({ signUpOpensAt, signUpClosesAt, startsAt }) =>
      new Date(signUpOpensAt) <= now && now < new Date(signUpClosesAt) && now < new Date(startsAt),
  );
  return [...open.filter(isOwn), ...open.filter((activity) => !isOwn(activity))];
}
