import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { NotificationConfig } from '../../config/config.js';

/** Seals addresses for storage, and makes the codes that prove them. */
@Injectable()
export class AddressSecrets {
  private readonly cipher: Cipher;
  private readonly codeKey: Buffer;

  constructor(@Inject(CONFIG) config: Pick<NotificationConfig, 'dataKey' | 'dataKeyPrevious'>) {
    this.cipher = dataCipher(config);
    this.codeKey = Buffer.from(
      hkdfSync('sha256', Buffer.from(config.dataKey, 'base64'), '', 'address codes', 32),
    );
  }

  seal(addressId: string, address: string): string {
    return this.cipher.seal(address, contextOf(addressId));
  }

  open(addressId: string, sealed: string): string {
    return this.cipher.open(sealed, contextOf(addressId));
  }

  /** Six digits, which depend on the address and on the end of their time: they are stored nowhere. */
  code(addressId: string, until: Date): string {
    const hash = createHmac('sha256', this.codeKey).update(`${addressId}:${until.toISOString()}`).digest();
    return String(hash.readUInt32BE(0) % 1_000_000).padStart(6, '0');
  }
}

/** Sealed for one address; it does not open for another. `sealed-places.ts` repeats it in SQL. */
function contextOf(addressId: string): string {
  return `notice-address:${addressId}`;
}

/** Of the address that a browser's push service gave: so long and random that its hash tells nothing. */
export function fingerprintOf(endpoint: string): string {
  return createHash('sha256').update(endpoint).digest('hex');
}
