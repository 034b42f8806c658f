import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '@gongxiang/domain';
import { CONFIG } from '@gongxiang/messaging/service';
import { createSigner } from 'fast-jwt';
import type { MembershipConfig } from '../../config/config.js';
import { accessTokenSeconds } from './session.model.js';

export interface RefreshToken {
  readonly sessionId: string;
  readonly generation: number;
}

/**
 * Issues and verifies tokens. A refresh token consists of the session's id, the number of the token within the
 * session, and a MAC over both: the database stores only the number, so that it holds nothing to sign in with, and a
 * lost response can be repeated.
 */
@Injectable()
export class Tokens {
  private readonly sign: (claims: object) => string;
  private readonly refreshKey: Buffer;

  constructor(@Inject(CONFIG) config: MembershipConfig) {
    this.sign = createSigner({ key: config.jwtSecret, algorithm: 'HS256' });
    this.refreshKey = createHmac('sha256', config.jwtSecret).update('refresh tokens').digest();
  }

  access(personId: string, sessionId: string, now: Date): string {
    const issuedAt = Math.floor(now.getTime() / 1_000);
    return this.sign({ sub: personId, sid: sessionId, iat: issuedAt, exp: issuedAt + accessTokenSeconds });
  }

  refresh({ sessionId, generation }: RefreshToken): string {
    return `${sessionId}.${generation}.${this.mac(sessionId, generation).toString('base64url')}`;
  }

  /** The content of a refresh token, or null if it is not ours. */
  readRefresh(text: string): RefreshToken | null {
    const [sessionId = '', number = '', given = ''] = text.split('.');
    if (!isUuid(sessionId) || !/^\d{1,9}$/.test(number)) return null;
    const generation = Number(number);
    const expected = this.mac(sessionId, generation);
    const bytes = Buffer.from(given, 'base64url');
    if (bytes.length !== expected.length || !timingSafeEqual(bytes, expected)) return null;
    return { sessionId, generation };
  }

  private mac(sessionId: string, generation: number): Buffer {
    return createHmac('sha256', this.refreshKey).update(`${sessionId}.${generation}`).digest();
  }
}
