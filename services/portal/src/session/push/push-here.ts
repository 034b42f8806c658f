/** Where the platform pushes to this browser: the address of the account, and that of the browser's push service. */
interface KeptAddress {
  readonly id: string;
  readonly endpoint: string;
}

const storageKey = 'gongxiang.push-address';

/** The platform tells nobody the addresses of push services again, so this browser keeps which one is its own. */
export function keepAddress({ id, endpoint }: KeptAddress): void {
  localStorage.setItem(storageKey, `${id} ${endpoint}`);
}

export function keptAddress(): KeptAddress | null {
  const [id, endpoint] = (localStorage.getItem(storageKey) ?? '').split(' ');
  return id && endpoint ? { id, endpoint } : null;
}

/** Can messages be pushed to this browser at all? An iPhone can do so from its home screen alone, WeChat never. */
export function canPush(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** Could this browser be asked, and has it not been asked yet? */
export function mayBeAsked(): boolean {
  return canPush() && Notification.permission === 'default';
}

export async function subscriptionHere(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Has nothing pushed to this browser any more; its push service then refuses what the platform still sends. */
export async function endPush(): Promise<void> {
  localStorage.removeItem(storageKey);
  if (canPush()) await (await subscriptionHere())?.unsubscribe();
}

/** The same, which a push service that does not answer holds up no longer than this. */
export async function endPushWithin(ms: number): Promise<void> {
  const patience = new Promise<void>((resolve) => setTimeout(resolve, ms));
  await Promise.race([endPush(), patience]);
}
