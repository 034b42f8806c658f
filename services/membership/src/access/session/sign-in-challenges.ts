import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isUuid, minuteMs } from '@gongxiang/domain';
import { CONFIG } from '@gongxiang/messaging/service';
import type { MembershipConfig } from '../../config/config.js';
import type { PersonRow } from '../../persons/person/person.entity.js';

const validMs = 5 * minuteMs;

/** What a challenge says of itself; whether it is genuine is known with the person. */
export interface ClaimedChallenge {
  readonly personId: string;
  readonly endsAt: number;
  readonly mac: Buffer;
}

/**
 * Carries a right password from the first step of a sign-in to the second: person, end and a MAC over both and the
 * stored password hash, so that a new password ends it. Nothing is stored; a factor that completes it works once.
 */
@Injectable()
export class SignInChallenges {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) { jwtSecret }: Pick<MembershipConfig, 'jwtSecret'>) {
    this.key = createHmac('sha256', jwtSecret).update('sign-in challenges').digest();
  }

  issue(person: PersonRow, now: Date): { readonly challenge: string; readonly expiresAt: string } {
    const endsAt = now.getTime() + validMs;
    const mac = this.mac(person, endsAt).toString('base64url');
    return { challenge: `${person.id}.${endsAt}.${mac}`, expiresAt: new Date(endsAt).toISOString() };
  }

  /** @returns null if it cannot be one */
  read(challenge: string): ClaimedChallenge | null {
    const [personId = '', endsAt = '', mac = ''] = challenge.split('.');
    if (!isUuid(personId) || !/^\d{1,15}$/.test(endsAt)) return null;
    return { personId, endsAt: Number(endsAt), mac: Buffer.from(mac, 'base64url') };
  }

  isValid({ endsAt, mac }: ClaimedChallenge, person: PersonRow, now: Date): boolean {
    const expected = this.mac(person, endsAt);
    return mac.length === expected.length && timingSafeEqual(mac, expected) && endsAt > now.getTime();
  }

  private mac({ id, passwordHash }: PersonRow, endsAt: number): Buffer {
    return createHmac('sha256', this.key).update(`${id}.${endsAt}.${passwordHash}`).digest();
  }
}
