import { createHmac } from 'node:crypto';

/** The block length of SHA-256, in bytes. */
const blockLength = 64;

/** The sort key of a person who joined before the opening. @param secret in hex @returns in hex */
export function placeKeyOf(secret: string, personId: string): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(personId).digest('hex');
}

/**
 * The two keys of RFC 2104: HMAC is SHA-256(outer ‖ SHA-256(inner ‖ text)), which PostgreSQL computes without an extension.
 * @param secret in hex, no longer than a block
 */
export function hmacPads(secret: string): { readonly inner: Buffer; readonly outer: Buffer } {
  const block = Buffer.alloc(blockLength);
  Buffer.from(secret, 'hex').copy(block);
  const padded = (pad: number): Buffer => Buffer.from(block.map((byte) => byte ^ pad));
  return { inner: padded(0x36), outer: padded(0x5c) };
}
