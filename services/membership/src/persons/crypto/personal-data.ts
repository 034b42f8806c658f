import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { normaliseName } from '@gongxiang/domain';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { MembershipConfig } from '../../config/config.js';

export type PersonalField =
  | 'name'
  | 'residentNumber'
  | 'phone'
  | 'intake'
  | 'clubMember'
  | 'pendingChange'
  | 'correction'
  | 'cardIssuer'
  | 'application'
  | 'founding'
  | 'committee'
  | 'totp'
  | 'transfer'
  | 'lapse'
  | 'memberMerge'
  | 'erasure';

/** The context of a sealed value: sealed for one person and field, it does not open for another. */
export function contextOf(personId: string, field: PersonalField): string {
  return `${personId}:${field}`;
}

/** Encrypts personal values for storage, and hashes them under a key for look-ups. */
@Injectable()
export class PersonalData {
  private readonly cipher: Cipher;
  private readonly lookupKey: Buffer;

  constructor(@Inject(CONFIG) config: Pick<MembershipConfig, 'dataKey' | 'dataKeyPrevious' | 'lookupKey'>) {
    this.cipher = dataCipher(config);
    this.lookupKey = Buffer.from(config.lookupKey, 'base64');
  }

  seal(personId: string, field: PersonalField, value: string): string {
    return this.cipher.seal(value, contextOf(personId, field));
  }

  open(personId: string, field: PersonalField, sealed: string): string {
    return this.cipher.open(sealed, contextOf(personId, field));
  }

  /** A keyed hash that is equal for equal values. Names are compared after normalising dots. */
  hash(
    field:
      | PersonalField
      | 'account'
      | 'admitter'
      | 'entryCode'
      | 'identity'
      | 'request'
      | 'namePinyin'
      | 'network'
      | 'phoneCode'
      | 'phoneStop'
      | 'recoveryCode'
      | 'ticket',
    value: string,
  ): string {
    const text = field === 'name' ? normaliseName(value) : value;
    return createHmac('sha256', this.lookupKey).update(`${field}:${text}`).digest('base64url');
  }
}
