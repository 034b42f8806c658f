import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { minuteMs } from '@gongxiang/domain';
import { CONFIG } from '@gongxiang/messaging/service';
import type { MembershipConfig } from '../../config/config.js';

export const challengeMs = 5 * minuteMs;

/** What a challenge is for: to use a passkey, or to make one for a person. */
export type ChallengePurpose = 'use' | `make:${string}`;

export interface Challenge {
  readonly nonce: string;
  readonly expiresAt: Date;
}

/**
 * Challenges of passkeys: time, nonce and a MAC. Only answered ones are stored, so that whoever asks for thousands
 * without signing in writes nothing.
 */
@Injectable()
export class Challenges {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) { jwtSecret }: Pick<MembershipConfig, 'jwtSecret'>) {
    this.key = createHmac('sha256', jwtSecret).update('passkey challenges').digest();
  }

  /** @returns the bytes that the authenticator signs */
  issue(purpose: ChallengePurpose, now: Date): Uint8Array<ArrayBuffer> {
    const head = `${now.getTime() + challengeMs}.${randomBytes(16).toString('base64url')}`;
    return new Uint8Array(Buffer.from(`${head}.${this.mac(purpose, head).toString('base64url')}`));
  }

  /** @param signed base64url, as it stands in what was signed @returns null if it is not ours, for something else, or over */
  read(purpose: ChallengePurpose, signed: string, now: Date): Challenge | null {
    const [time = '', nonce = '', given = ''] = Buffer.from(signed, 'base64url')
      .toString('latin1')
      .split('.');
    const expected = this.mac(purpose, `${time}.${nonce}`);
    const bytes = Buffer.from(given, 'base64url');
    if (bytes.length !== expected.length || !timingSafeEqual(bytes, expected)) return null;
    const expiresAt = new Date(Number(time));
    return expiresAt > now ? { nonce, expiresAt } : null;
  }

  private mac(purpose: ChallengePurpose, head: string): Buffer {
    return createHmac('sha256', this.key).update(`${purpose}:${head}`).digest();
  }
}
