import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Bridge = Schemas['BridgeView'];
export type BridgeName = Bridge['bridge'];

/** In the browser of which app the page is open; WeCom's also says that it is WeChat's. */
export function appOf(userAgent: string): BridgeName | null {
  if (/wxwork/i.test(userAgent)) return 'wecom';
  return /MicroMessenger/i.test(userAgent) ? 'wechat' : null;
}

/** Those that work here, that of the app first. */
export function offered(bridges: readonly Bridge[], app: BridgeName | null): readonly Bridge[] {
  const here = bridges.filter(({ bridge, inAppOnly }) => bridge === app || !inAppOnly);
  return [...here.filter(({ bridge }) => bridge === app), ...here.filter(({ bridge }) => bridge !== app)];
}

/** What the browser keeps while the person is at the provider. */
export interface Started {
  readonly ticket: string;
  readonly purpose: 'signIn' | 'link';
  /** The page that the person wanted to see. */
  readonly next: string | null;
}

/** Reads what was kept; null if it was written by hand, or by another version. */
export function startedOf(kept: unknown): Started | null {
  const { ticket, purpose, next } = (kept ?? {}) as Partial<Record<keyof Started, unknown>>;
  if (typeof ticket !== 'string' || (purpose !== 'signIn' && purpose !== 'link')) return null;
  return { ticket, purpose, next: typeof next === 'string' ? next : null };
}

/** What the provider led back with: a code, or the person has not agreed. */
export type Return =
  | { readonly kind: 'code'; readonly code: string; readonly state: string; readonly iss?: string }
  | { readonly kind: 'declined' }
  | { readonly kind: 'nothing' };

/** WeChat leads back without a code to say that the person has declined; OpenID Connect says it as an error. */
export function returnOf(search: URLSearchParams): Return {
  const [code, state, iss] = ['code', 'state', 'iss'].map((name) => search.get(name) ?? '');
  if (code && state) return { kind: 'code', code, state, ...(iss && { iss }) };
  return state || search.has('error') ? { kind: 'declined' } : { kind: 'nothing' };
}
