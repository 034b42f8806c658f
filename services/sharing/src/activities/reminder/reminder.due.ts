/** Due work: send a reminder of an activity. Its key names the activity and the round. */
export const reminderDue = 'activity-reminder';
const keySeparator = '/';

export function reminderKey({
  activityId,
  key,
}: {
  readonly activityId: string;
  readonly key: string;
}): string {
  return [activityId, key].join(keySeparator);
}

/** @param text the key of due work of the kind {@link reminderDue} */
export function roundOfKey(text: string): { readonly activityId: string; readonly key: string } {
  const [activityId = '', ...rest] = text.split(keySeparator);
  return { activityId, key: rest.join(keySeparator) };
}
