import type { components } from '../../../api/schema.js';

export type Activity = components['schemas']['ActivityView'];

/** What can be signed up for at this moment, that of one's own union first, then as it came: by its start. */
export function ownFirst(activities: readonly Activity[], unionId: string | null, now: Date): Activity[] {
  const isOwn = (activity: Activity): boolean =>
    activity.unionId === unionId || activity.coHosts.some(({ id }) => id === unionId);
  const open = activities.filter(
    ({ signUpOpensAt, signUpClosesAt, startsAt }) =>
      new Date(signUpOpensAt) <= now && now < new Date(signUpClosesAt) && now < new Date(startsAt),
  );
  return [...open.filter(isOwn), ...open.filter((activity) => !isOwn(activity))];
}
