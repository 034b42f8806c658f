import type { DataKeyConfig } from '@gongxiang/observability';
import { aesGcm, type Cipher, keyRing } from './cipher.js';

/**
 * The cipher of a service's sealed values: seals under `dataKey`, and also opens values sealed under a previous key.
 */
export function dataCipher(config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>): Cipher {
  const previous = config.dataKeyPrevious?.split(',') ?? [];
  return keyRing(cipherOf(config.dataKey), previous.map(cipherOf));
}

function cipherOf(key: string): Cipher {
  return aesGcm(Buffer.from(key, 'base64'));
}
