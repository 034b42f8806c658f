import type { components } from '../../../api/schema.js';

/** What the phone of a helper keeps of its link: without it the phone is a stranger again. */
export interface KeptDoorLink {
  /** Drawn here, and kept before it is sent: an answer may be lost on the way. */
  readonly deviceKey: string;
  /** Null until the platform has said that this phone works there. */
  readonly door: components['schemas']['DoorDeviceView'] | null;
}

const storageKeyOf = (linkToken: string): string => `gongxiang.door-link.${linkToken}`;

export function keptDoorLink(linkToken: string): KeptDoorLink | null {
  try {
    const kept = JSON.parse(
      localStorage.getItem(storageKeyOf(linkToken)) ?? 'null',
    ) as Partial<KeptDoorLink> | null;
    return typeof kept?.deviceKey === 'string'
      ? { deviceKey: kept.deviceKey, door: kept.door ?? null }
      : null;
  } catch {
    return null; // written by another version, or by hand
  }
}

export function keepDoorLink(linkToken: string, kept: KeptDoorLink): void {
  localStorage.setItem(storageKeyOf(linkToken), JSON.stringify(kept));
}
