import { createHash } from 'node:crypto';
import { createVerifier } from 'fast-jwt';
import type { Identity } from './edge-request.js';

/** Beyond so many the token that was read first is read anew. */
const tokensMax = 20_000;

interface Read {
  readonly identity: Identity;
  readonly endsAt: number;
}

/**
 * Says whose a token or key is. A token that was found good is remembered until it ends: whoever presses the button has
 * looked at the page just before. Whether his session still lives is asked elsewhere.
 */
export class Identities {
  private readonly read = new Map<string, Read>();
  private readonly verify: (token: string) => unknown;

  constructor(
    jwtSecret: string,
    private readonly bound = tokensMax,
  ) {
    // Not the library's own memory: it keeps the tokens that it refuses as well, whatever their length.
    this.verify = createVerifier({ key: jwtSecret, algorithms: ['HS256'] });
  }

  /** @param header of the request, `Bearer …`; undefined where there is none */
  of(header: string | undefined): Identity {
    const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
    if (token === undefined) return { kind: 'nobody', reason: 'NOT_SIGNED_IN' };
    if (token.startsWith('gx_'))
      return { kind: 'apiKey', hash: createHash('sha256').update(token).digest('hex') };
    const known = this.read.get(token);
    if (known !== undefined && Date.now() < known.endsAt) return known.identity;
    return this.readAnew(token);
  }

  private readAnew(token: string): Identity {
    this.read.delete(token);
    try {
      const { sub, sid, exp } = this.verify(token) as { sub?: unknown; sid?: unknown; exp?: unknown };
      // One without an end would be good for as long as its session is renewed; membership makes none.
      if (typeof sub === 'string' && typeof sid === 'string' && typeof exp === 'number') {
        const endsAt = exp * 1_000;
        const identity = { kind: 'session', personId: sub, sessionId: sid, endsAt } as const;
        this.remember(token, { identity, endsAt });
        return identity;
      }
    } catch {
      // Expired, forged or garbled: to the caller it is all the same, and the answer must not say which.
    }
    return { kind: 'nobody', reason: 'SESSION_ENDED' };
  }

  private remember(token: string, read: Read): void {
    this.read.set(token, read);
    const oldest = this.read.keys().next();
    if (this.read.size > this.bound && !oldest.done) this.read.delete(oldest.value);
  }
}
