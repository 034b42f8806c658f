import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';

const name = 'aes-256-gcm';
const keyBytes = 32;
const nonceBytes = 12;

/** A file that only whoever has its opening can read. */
export interface SealedFile {
  readonly bytes: Buffer;
  /** Key, nonce and tag in base64url: to be kept sealed, apart from the file. */
  readonly opening: string;
}

/** Seals a file under a key of its own (AES-256-GCM): once its opening is forgotten, nobody reads it any more. */
export function sealFile(plain: Buffer): SealedFile {
  const key = randomBytes(keyBytes);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(name, key, nonce);
  const bytes = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { bytes, opening: Buffer.concat([key, nonce, cipher.getAuthTag()]).toString('base64url') };
}

/**
 * Opens a sealed file as it is read.
 * @param sealed from `FileStore.get`; the caller must not read it otherwise
 * @returns a stream that ends with an error if the file is not the one that was sealed
 */
export function openedStream(sealed: Readable, opening: string): Readable {
  const parts = Buffer.from(opening, 'base64url');
  const nonce = parts.subarray(keyBytes, keyBytes + nonceBytes);
  const decipher = createDecipheriv(name, parts.subarray(0, keyBytes), nonce);
  decipher.setAuthTag(parts.subarray(keyBytes + nonceBytes));
  // Whoever reads hears of a failure by the stream itself.
  return pipeline(sealed, decipher, () => undefined);
}
