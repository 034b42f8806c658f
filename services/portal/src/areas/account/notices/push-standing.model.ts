/**
 * How this browser stands: it is told, it can be turned on, or what is in the way. `notSetUp`: the platform pushes to nobody.
 */
export type PushStanding = 'here' | 'off' | 'denied' | 'homeScreenFirst' | 'unsupported' | 'notSetUp';

interface Browser {
  /** Of the platform; null where it pushes to nobody. */
  readonly pushKey: string | null;
  readonly canPush: boolean;
  readonly needsHomeScreen: boolean;
  readonly permission: NotificationPermission;
  /** Where the browser's push service takes messages for it now; null where it takes none. */
  readonly endpoint: string | null;
  /** What this browser was turned on with last. */
  readonly kept: { readonly id: string; readonly endpoint: string } | null;
  /** The addresses of the person who is signed in. */
  readonly addressIds: readonly string[];
}

export function pushStanding(browser: Browser): PushStanding {
  if (browser.pushKey === null) return 'notSetUp';
  if (!browser.canPush) return browser.needsHomeScreen ? 'homeScreenFirst' : 'unsupported';
  if (browser.permission === 'denied') return 'denied';
  return isTold(browser) ? 'here' : 'off';
}

/** An address of somebody else, or one that was removed on another device, does not tell this person here. */
function isTold({ endpoint, kept, addressIds }: Browser): boolean {
  return kept !== null && kept.endpoint === endpoint && addressIds.includes(kept.id);
}
