/** Due work: deliver a message to the next recipients. Its key names the activity and the message. */
export const messageDue = 'message-sending';
const keySeparator = '/';

export function messageKey({ activityId, id }: { readonly activityId: string; readonly id: string }): string {
  return [activityId, id].join(keySeparator);
}

/** @param key of due work of the kind {@link messageDue} */
export function messageOfKey(key: string): { readonly activityId: string; readonly id: string } {
  const [activityId = '', id = ''] = key.split(keySeparator);
  return { activityId, id };
}
