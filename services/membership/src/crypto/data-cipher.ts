import { aesGcm, type Cipher, keyRing } from './cipher.js';
import type { DataKeyConfig } from './data-key.config.js';

/** The cipher of personal values: seals under `dataKey`, and opens what a previous key has sealed. */
export function dataCipher(config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>): Cipher {
  const previous = config.dataKeyPrevious?.split(',') ?? [];
  return keyRing(cipherOf(config.dataKey), previous.map(cipherOf));
}

function cipherOf(key: string): Cipher {
  return aesGcm(Buffer.from(key, 'base64'));
}
