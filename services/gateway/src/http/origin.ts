import type { EdgeRequest } from './edge-request.js';

/**
 * Where people reach the platform, such as `https://union.example`. Anybody can write any `Host`, and a cache or a forwarded link
 * would carry it on: it is believed only where no address is configured, as on a machine of one's own. A host that is no
 * host's name is not repeated.
 */
export function originOf({
  publicUrl,
  protocol,
  host,
}: Pick<EdgeRequest, 'publicUrl' | 'protocol' | 'host'>): string {
  if (publicUrl !== null) return publicUrl;
  return /^[\w.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(host) ? `${protocol}://${host}` : '';
}
