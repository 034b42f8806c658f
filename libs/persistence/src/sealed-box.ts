import sodium from 'libsodium-wrappers';

/**
 * libsodium's sealed box (X25519, XSalsa20-Poly1305): what one service seals to another, which alone can open it. The public key
 * seals and does not open.
 */

/** @returns base64 */
export async function sealTo(publicKey: Uint8Array, value: object): Promise<string> {
  await sodium.ready;
  return Buffer.from(sodium.crypto_box_seal(JSON.stringify(value), publicKey)).toString('base64');
}

/** The public half of the keys that follow from a seed of 32 bytes. */
export async function publicKeyOf(seed: Uint8Array): Promise<Buffer> {
  await sodium.ready;
  return Buffer.from(sodium.crypto_box_seed_keypair(seed).publicKey);
}

/** @returns null if it was sealed to another key */
export async function openSealed(seed: Uint8Array, sealed: string): Promise<unknown> {
  await sodium.ready;
  const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(seed);
  const plain = unsealed(Buffer.from(sealed, 'base64'), { publicKey, privateKey });
  return plain === null ? null : JSON.parse(Buffer.from(plain).toString());
}

function unsealed(
  sealed: Uint8Array,
  { publicKey, privateKey }: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array },
): Uint8Array | null {
  try {
    return sodium.crypto_box_seal_open(sealed, publicKey, privateKey);
  } catch {
    // It says no more than that the box does not open.
    return null;
  }
}
