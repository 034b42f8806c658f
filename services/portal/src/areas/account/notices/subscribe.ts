import type { components } from '../../../api/schema.js';
import { subscriptionHere } from '../../../session/push/push-here.js';

type Subscription = Omit<components['schemas']['AddPushAddress'], 'label'>;

/**
 * Has this browser take messages of the platform. The browser's own question comes first, while it still knows of the click.
 * @returns null where the person did not allow it
 * @throws what the browser says where its push service does not answer
 */
export async function subscribeHere(pushKey: string): Promise<Subscription | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: pushKey };
  try {
    return bodyOf(await pushManager.subscribe(options));
  } catch (error) {
    if (!isOfAnotherKey(error)) throw error;
    await (await subscriptionHere())?.unsubscribe();
    return bodyOf(await pushManager.subscribe(options));
  }
}

/** A browser is subscribed with one key at a time; the platform's may have changed. */
function isOfAnotherKey(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError';
}

function bodyOf(subscription: PushSubscription): Subscription {
  const { endpoint, keys } = subscription.toJSON();
  const { p256dh, auth } = keys ?? {};
  if (!endpoint || !p256dh || !auth) throw new TypeError('the browser gave no keys to seal messages with');
  return { endpoint, keys: { p256dh, auth } };
}
