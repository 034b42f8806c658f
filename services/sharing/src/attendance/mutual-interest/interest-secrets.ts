import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '@gongxiang/messaging/service';
import { type Cipher, dataCipher } from '@gongxiang/persistence';
import type { SharingConfig } from '../../config/config.js';

/** What somebody says of himself; the contact is for whom he has chosen and by whom he was chosen. */
export interface Profile {
  readonly tag: string;
  readonly introduction: string | null;
  readonly contact: string;
}

/** The other one as one of two sees him. */
export interface MatchedProfile extends Omit<Profile, 'contact'> {
  readonly participantId: string;
  readonly contact: string | null;
}

/** Turns who likes whom into what only this process can read: hashes under a key to be found, sealed texts to be kept. */
@Injectable()
export class InterestSecrets {
  private readonly cipher: Cipher;
  private readonly hashKey: Buffer;

  constructor(@Inject(CONFIG) config: SharingConfig) {
    this.cipher = dataCipher(config);
    // A key of its own: one key must not serve two purposes.
    const key = Buffer.from(config.dataKey, 'base64');
    this.hashKey = Buffer.from(hkdfSync('sha256', key, '', 'gongxiang mutual interest', 32));
  }

  /** One person's yes to another. */
  choice(activityId: string, from: string, to: string): string {
    return this.hash('choice', activityId, from, to);
  }

  /** The two, whoever of them is named first. */
  pair(activityId: string, one: string, other: string): string {
    return this.hash('pair', activityId, ...[one, other].sort());
  }

  /** Whose eyes a match is for. */
  reader(activityId: string, personId: string): string {
    return this.hash('reader', activityId, personId);
  }

  /**
   * The id by which one person knows another in this step, a UUID. It stands in addresses, hence in logs, traces and the
   * hashes of requests: with the person's own id these would say who likes whom.
   */
  participantId(activityId: string, viewerId: string, personId: string): string {
    const bytes = this.digest('participant', activityId, viewerId, personId).subarray(0, 16);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6); // version 8: of the application's own making (RFC 9562)
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  seal(place: string, profile: Profile | MatchedProfile): string {
    return this.cipher.seal(JSON.stringify(profile), place);
  }

  /** @param place where it was sealed for: it opens nowhere else */
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
