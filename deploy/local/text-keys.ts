import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';

/** What stands before the 32 bytes of a private key of X25519 in PKCS #8 (RFC 8410). */
const pkcs8Head = Buffer.from('302e020100300506032b656e04220420', 'hex');

/**
 * @param textKey `TEXT_KEY` of notification, a seed of 32 bytes, base64
 * @returns `TEXT_PUBLIC_KEY` of membership, as `crypto_box_seed_keypair` of libsodium makes it: 32 bytes, base64
 */
export function textPublicKeyOf(textKey: string): string {
  const secret = createHash('sha512').update(Buffer.from(textKey, 'base64')).digest().subarray(0, 32);
  const key = Buffer.concat([pkcs8Head, secret]);
  const publicKey = createPublicKey(createPrivateKey({ key, format: 'der', type: 'pkcs8' }));
  return publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
}
