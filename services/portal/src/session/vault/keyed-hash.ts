/** 32 random bytes in base64url. */
export function newRosterKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return toBase64Url(bytes);
}

/**
 * The hash by which a code, or a person's id, is found in a roster: HMAC-SHA-256 in base64url.
 * @returns null where the browser does not offer it, because the page came over plain http
 */
export async function keyedHash(key: string, text: string): Promise<string | null> {
  if (!('subtle' in crypto)) return null;
  const bytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (one) =>
    one.charCodeAt(0),
  );
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text));
  return toBase64Url(new Uint8Array(mac));
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
