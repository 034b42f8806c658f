import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { minuteMs } from '@gongxiang/domain';
import { CONFIG } from '@gongxiang/messaging/service';
import type { BridgeName } from '@gongxiang/contracts/membership/access/bridge.contract';
import type { MembershipConfig } from '../../config/config.js';
import type { BridgeAttempt } from './bridge.js';

const validMs = 10 * minuteMs;

/** What a ticket is for: to sign in, or to link an account of a person. */
export type TicketPurpose = 'sign-in' | `link:${string}`;

export interface Ticket {
  readonly ticket: string;
  readonly expiresAt: Date;
}

/**
 * Tickets of sign-ins elsewhere: time, nonce and a MAC over both, the bridge and the purpose. The provider gets only a
 * hash of it, as `state`: who sees the address that it leads back to, or makes somebody else open it, has no ticket.
 * Nothing is stored until it is used.
 */
@Injectable()
export class BridgeTickets {
  private readonly key: Buffer;

  constructor(@Inject(CONFIG) { jwtSecret }: Pick<MembershipConfig, 'jwtSecret'>) {
    this.key = createHmac('sha256', jwtSecret).update('bridge tickets').digest();
  }

  issue(bridge: BridgeName, purpose: TicketPurpose, now: Date): Ticket {
    const expiresAt = new Date(now.getTime() + validMs);
    const head = `${expiresAt.getTime()}.${randomBytes(16).toString('base64url')}`;
    return { ticket: `${head}.${this.mac(`${bridge}:${purpose}:${head}`)}`, expiresAt };
  }

  /** @returns until when it is valid; null if it is not ours, for something else, or over */
  read(bridge: BridgeName, purpose: TicketPurpose, ticket: string, now: Date): Date | null {
    const [time = '', nonce = '', given = ''] = ticket.split('.');
    const expected = Buffer.from(this.mac(`${bridge}:${purpose}:${time}.${nonce}`));
    const bytes = Buffer.from(given);
    if (bytes.length !== expected.length || !timingSafeEqual(bytes, expected)) return null;
    const expiresAt = new Date(Number(time));
    return expiresAt > now ? expiresAt : null;
  }

  /** What the provider is asked with; the verifier has 43 characters, as RFC 7636 asks for. */
  attemptOf(ticket: string): BridgeAttempt {
    return {
      state: createHash('sha256').update(ticket).digest('hex'),
      nonce: this.mac(`nonce:${ticket}`),
      verifier: this.mac(`verifier:${ticket}`),
    };
  }

  private mac(text: string): string {
    return createHmac('sha256', this.key).update(text).digest('base64url');
  }
}
