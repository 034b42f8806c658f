import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { normaliseName } from '@gongxiang/domain';
import { CONFIG } from '@gongxiang/messaging/service';
import type { MembershipConfig } from '../config.js';
import { aesGcm, type Cipher } from './cipher.js';

export type PersonalField = 'name' | 'residentNumber' | 'phone' | 'intake';

/** Personal values on their way to the database and back: encrypted to be kept, hashed under a key to be found. */
@Injectable()
export class PersonalData {
  private readonly cipher: Cipher;
  private readonly lookupKey: Buffer;

  constructor(@Inject(CONFIG) config: MembershipConfig) {
    this.cipher = aesGcm(Buffer.from(config.dataKey, 'base64'));
    this.lookupKey = Buffer.from(config.lookupKey, 'base64');
  }

  seal(personId: string, field: PersonalField, value: string): string {
    return this.cipher.seal(value, `${personId}:${field}`);
  }

  open(personId: string, field: PersonalField, sealed: string): string {
    return this.cipher.open(sealed, `${personId}:${field}`);
  }

  /** The same for equal values, and worth nothing without the key. Names are compared after normalising dots. */
  hash(field: PersonalField | 'account' | 'request', value: string): string {
    const text = field === 'name' ? normaliseName(value) : value;
    return createHmac('sha256', this.lookupKey).update(`${field}:${text}`).digest('base64url');
  }
}
