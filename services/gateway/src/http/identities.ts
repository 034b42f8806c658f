import { createHash } from 'node:crypto';
import { createVerifier } from 'fast-jwt';
import type { Identity } from './edge-request.js';

/** Beyond this many the oldest token is evicted. */
const tokensMax = 20_000;

interface VerifiedToken {
  readonly identity: Identity;
  readonly endsAt: number;
}

/**
 * Reads the identity from a token or key. A verified token is cached until it expires, as people send several
 * requests with the same one. Whether the session is still active is checked elsewhere.
 */
export class Identities {
  private readonly verified = new Map<string, VerifiedToken>();
  private readonly verify: (token: string) => unknown;

  constructor(
    jwtSecret: string,
    private readonly entriesMax = tokensMax,
  ) {
    // Not the library's own cache: it also stores refused tokens, of any length.
    this.verify = createVerifier({ key: jwtSecret, algorithms: ['HS256'] });
  }

  /** @param header `Authorization`, as `Bearer …`; undefined if absent */
  of(header: string | undefined): Identity {
    const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) return { kind: 'nobody', reason: 'NOT_SIGNED_IN' };
    if (token.startsWith('gx_'))
      return { kind: 'apiKey', hash: createHash('sha256').update(token).digest('hex') };
    const cached = this.verified.get(token);
    if (cached !== undefined && Date.now() < cached.endsAt) return cached.identity;
    return this.verifyAndStore(token);
  }

  private verifyAndStore(token: string): Identity {
    this.verified.delete(token);
    try {
      const { sub, sid, exp } = this.verify(token) as { sub?: unknown; sid?: unknown; exp?: unknown };
      // A token without expiry would be valid for as long as its session is renewed; membership issues none.
      if (typeof sub === 'string' && typeof sid === 'string' && typeof exp === 'number') {
        const endsAt = exp * 1_000;
        const identity = { kind: 'session', personId: sub, sessionId: sid, endsAt } as const;
        this.store(token, { identity, endsAt });
        return identity;
      }
    } catch {
      // Expired, forged or garbled: the response must not tell the caller which.
    }
    return { kind: 'nobody', reason: 'SESSION_ENDED' };
  }

  private store(token: string, verified: VerifiedToken): void {
    this.verified.set(token, verified);
    const oldest = this.verified.keys().next();
    if (this.verified.size > this.entriesMax && !oldest.done) this.verified.delete(oldest.value);
  }
}
