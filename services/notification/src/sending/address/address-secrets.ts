import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { NotificationConfig } from '../../config/config.js';
import type { NoticeAddressRow } from './notice-address.entity.js';

/** Seals addresses for storage, and makes the codes that prove them. */
@Injectable()
export class AddressSecrets {
  private readonly cipher: Cipher;
  private readonly codeKey: Buffer;
  private readonly stateKey: Buffer;

  constructor(@Inject(CONFIG) config: Pick<NotificationConfig, 'dataKey' | 'dataKeyPrevious'>) {
    this.cipher = dataCipher(config);
    const keyFor = (purpose: string): Buffer =>
      Buffer.from(hkdfSync('sha256', Buffer.from(config.dataKey, 'base64'), '', purpose, 32));
    this.codeKey = keyFor('address codes');
    this.stateKey = keyFor('wechat states');
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

  /** What WeChat leads back with: 96 hexadecimal digits, good for one address of one person until its time is over. */
  state(row: Pick<NoticeAddressRow, 'id' | 'personId'>, until: Date): string {
    return row.id.replaceAll('-', '') + this.stateMac(row, until).toString('hex');
  }

  isStateOf(state: string, row: Pick<NoticeAddressRow, 'id' | 'personId'>, until: Date): boolean {
    return timingSafeEqual(Buffer.from(state.slice(idDigits), 'hex'), this.stateMac(row, until));
  }

  private stateMac({ id, personId }: Pick<NoticeAddressRow, 'id' | 'personId'>, until: Date): Buffer {
    return createHmac('sha256', this.stateKey).update(`${id}:${personId}:${until.toISOString()}`).digest();
  }
}

/** Of an address in a state. */
const idDigits = 32;

/** The address that a state says it is for, whether or not that is true. */
export function addressIdIn(state: string): string {
  return state.slice(0, idDigits).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Sealed for one address; it does not open for another. `sealed-places.ts` repeats it in SQL. */
function contextOf(addressId: string): string {
  return `notice-address:${addressId}`;
}

/** Of the address that a browser's push service gave: so long and random that its hash tells nothing. */
export function fingerprintOf(endpoint: string): string {
  return createHash('sha256').update(endpoint).digest('hex');
}
