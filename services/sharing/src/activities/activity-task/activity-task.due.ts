/** Due work: a host's task is due tomorrow. Its key names activity and task. */
export const activityTaskDue = 'activity-task';
const keySeparator = '/';

export function taskKey({ activityId, id }: { readonly activityId: string; readonly id: string }): string {
  return [activityId, id].join(keySeparator);
}

/** @param text the key of due work of the kind {@link activityTaskDue} */
export function taskOfKey(text: string): { readonly activityId: string; readonly id: string } {
  const [activityId = '', id = ''] = text.split(keySeparator);
  return { activityId, id };
}
