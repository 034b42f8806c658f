import sodium from 'libsodium-wrappers';

/** X25519, 32 bytes each. The public key alone can seal but not open. */
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
 * libsodium's sealed box (X25519, XSalsa20-Poly1305): it uses an ephemeral key pair, so that the sender cannot open
 * it either. It is 48 bytes longer than its content.
 */
export async function seal(plain: Buffer, publicKey: Buffer): Promise<Buffer> {
  await sodium.ready;
  return Buffer.from(sodium.crypto_box_seal(plain, publicKey));
}
