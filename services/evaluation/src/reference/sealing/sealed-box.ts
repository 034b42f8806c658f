import sodium from 'libsodium-wrappers';

/** X25519, 32 bytes each. Whoever has the public key alone can seal, and open nothing. */
export interface SealingKeyPair {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

export async function generateSealingKey(): Promise<SealingKeyPair> {
  await sodium.ready;
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  return { publicKey: Buffer.from(publicKey), privateKey: Buffer.from(privateKey) };
}

/**
 * libsodium's sealed box (X25519, XSalsa20-Poly1305): under a key pair of its own that is thrown away, so that the sender
 * cannot open it either. It is 48 bytes longer than what is in it.
 */
export async function seal(plain: Buffer, publicKey: Buffer): Promise<Buffer> {
  await sodium.ready;
  return Buffer.from(sodium.crypto_box_seal(plain, publicKey));
}
