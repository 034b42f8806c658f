import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { SharingConfig } from '../../config/config.js';

/** A person's profile; the contact is only for mutual choices. */
export interface Profile {
  readonly tag: string;
  readonly introduction: string | null;
  readonly contact: string;
}

/** The other person as one of the two sees them. */
export interface MatchedProfile extends Omit<Profile, 'contact'> {
  readonly participantId: string;
  readonly contact: string | null;
}

/** Makes choices readable for this process only: keyed hashes for look-up, sealed texts for storage. */
@Injectable()
export class InterestSecrets {
  private readonly cipher: Cipher;
  private readonly hashKey: Buffer;

  constructor(@Inject(CONFIG) config: SharingConfig) {
    this.cipher = dataCipher(config);
    // A separate key: one key must not serve two purposes.
    const key = Buffer.from(config.dataKey, 'base64');
    this.hashKey = Buffer.from(hkdfSync('sha256', key, '', 'gongxiang mutual interest', 32));
  }

  /** A person's yes to another. */
  choice(activityId: string, from: string, to: string): string {
    return this.hash('choice', activityId, from, to);
  }

  /** The two, in either order. */
  pair(activityId: string, one: string, other: string): string {
    return this.hash('pair', activityId, ...[one, other].sort());
  }

  /** The reader of a match. */
  reader(activityId: string, personId: string): string {
    return this.hash('reader', activityId, personId);
  }

  /**
   * The id by which one person knows another here, a UUID. It occurs in addresses, hence in logs, traces and request
   * hashes: the person's own id there would disclose who likes whom.
   */
  participantId(activityId: string, viewerId: string, personId: string): string {
    const bytes = this.digest('participant', activityId, viewerId, personId).subarray(0, 16);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6); // version 8: application-defined (RFC 9562)
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  seal(place: string, profile: Profile | MatchedProfile): string {
    return this.cipher.seal(JSON.stringify(profile), place);
  }

  /** @param place the sealing context: it opens nowhere else */
  open<T extends Profile | MatchedProfile>(place: string, sealed: string): T {
    return JSON.parse(this.cipher.open(sealed, place)) as T;
  }

  private hash(...parts: readonly string[]): string {
    return this.digest(...parts).toString('base64url');
  }

  private digest(...parts: readonly string[]): Buffer {
    return createHmac('sha256', this.hashKey).update(JSON.stringify(parts)).digest();
  }
}
