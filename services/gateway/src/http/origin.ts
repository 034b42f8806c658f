import type { EdgeRequest } from './edge-request.js';

/**
 * The public origin of the platform, such as `https://union.example`. The `Host` header can be forged, and a cache or
 * a forwarded link would spread it: it is used only if no address is configured, as on a developer's machine. An
 * invalid host is not repeated.
 */
export function originOf({
  publicUrl,
  protocol,
  host,
}: Pick<EdgeRequest, 'publicUrl' | 'protocol' | 'host'>): string {
  if (publicUrl !== null) return publicUrl;
  return /^[\w.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(host) ? `${protocol}://${host}` : '';
}
