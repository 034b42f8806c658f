import type { components } from '../../../api/schema.js';
import { dropDraft, readDraft, writeDraft } from '../../../kit/draft.js';

type Begun = components['schemas']['WechatAddressView'];

const place = 'wechat-address';

/** Kept in this tab of WeChat alone, while WeChat says whose it is. */
export function keepBegun({ id, url }: Pick<Begun, 'id' | 'url'>): void {
  writeDraft(sessionStorage, place, { addressId: id, state: new URL(url).searchParams.get('state') });
}

/**
 * What this tab has begun; it serves one return.
 * @returns null where it has begun nothing, or something else: then its person has to enter the code themselves
 */
export function takeBegun(state: string): string | null {
  const kept = (readDraft(sessionStorage, place) ?? {}) as { addressId?: unknown; state?: unknown };
  dropDraft(sessionStorage, place);
  return typeof kept.addressId === 'string' && kept.state === state ? kept.addressId : null;
}
