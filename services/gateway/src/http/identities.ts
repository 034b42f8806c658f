import { createHash } from 'node:crypto';
import { createVerifier } from 'fast-jwt';
import { LRUCache } from 'lru-cache';
import type { Identity } from './edge-request.js';

/** Beyond this many the token that was used longest ago is evicted. */
const tokensMax = 20_000;

/**
 * Reads the identity from a token or key. A verified token is cached until it expires, as people send several
 * requests with the same one. Whether the session is still active is checked elsewhere.
 */
export class Identities {
  private readonly verified: LRUCache<string, Identity>;
  private readonly verify: (token: string) => unknown;

  constructor(jwtSecret: string, entriesMax = tokensMax) {
    // By the clock on the wall, as tokens end by it.
    this.verified = new LRUCache({ max: entriesMax, perf: Date });
    // Not the library's own cache: it also stores refused tokens, of any length.
    this.verify = createVerifier({ key: jwtSecret, algorithms: ['HS256'] });
  }

  /** @param header `Authorization`, as `Bearer …`; undefined if absent */
  of(header: string | undefined): Identity {
    const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) return { kind: 'nobody', reason: 'NOT_SIGNED_IN' };
    if (token.startsWith('gx_'))
      return { kind: 'apiKey', hash: createHash('sha256').update(token).digest('hex') };
    return this.verified.get(token) ?? this.verifyAndStore(token);
  }

  private verifyAndStore(token: string): Identity {
    try {
      const { sub, sid, exp } = this.verify(token) as { sub?: unknown; sid?: unknown; exp?: unknown };
      // A token without expiry would be valid for as long as its session is renewed; membership issues none.
      if (typeof sub === 'string' && typeof sid === 'string' && typeof exp === 'number') {
        const endsAt = exp * 1_000;
        const identity = { kind: 'session', personId: sub, sessionId: sid, endsAt } as const;
        this.verified.set(token, identity, { ttl: endsAt - Date.now() });
        return identity;
      }
    } catch {
      // Expired, forged or garbled: the response must not tell the caller which.
    }
    return { kind: 'nobody', reason: 'SESSION_ENDED' };
  }
}
