import type { DataKeyConfig } from '@gongxiang/observability';
import { aesGcm, type Cipher, keyRing } from './cipher.js';

/** The cipher of what a service keeps sealed: seals under `dataKey`, and opens what a previous key has sealed. */
export function dataCipher(config: Pick<DataKeyConfig, 'dataKey' | 'dataKeyPrevious'>): Cipher {
  const previous = config.dataKeyPrevious?.split(',') ?? [];
  return keyRing(cipherOf(config.dataKey), previous.map(cipherOf));
}

function cipherOf(key: string): Cipher {
  return aesGcm(Buffer.from(key, 'base64'));
}
