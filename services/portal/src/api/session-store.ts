/** What a sign-in or a renewal brings. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

interface SessionClaims {
  readonly sessionId: string;
  readonly personId: string;
}

/** The part of `localStorage` that is needed here. */
export interface TextStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const storageKey = 'gongxiang.refreshToken';
const personKey = 'gongxiang.person';

/**
 * Who is signed in. The access token lives in memory only; the refresh token is kept, so that a reload does not ask for
 * the password again, and is read anew each time, because another tab may have renewed it.
 */
export class SessionStore {
  private accessToken: string | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly storage: TextStorage) {}

  readonly isSignedIn = (): boolean => this.refreshToken() !== null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  access(): string | null {
    return this.isSignedIn() ? this.accessToken : null;
  }

  refreshToken(): string | null {
    return this.storage.getItem(storageKey);
  }

  begin(tokens: Tokens): void {
    this.accessToken = tokens.accessToken;
    // Before the token, of which other tabs hear: they must not take the new session for the person before.
    this.storage.setItem(personKey, this.claims()?.personId ?? '');
    this.storage.setItem(storageKey, tokens.refreshToken);
    this.tell();
  }

  end(): void {
    this.accessToken = null;
    this.storage.removeItem(storageKey);
    this.storage.removeItem(personKey);
    this.tell();
  }

  /**
   * Another tab signed in or out, or renewed the session. After a renewal the token of this tab is as good as before: given up,
   * each tab would renew as well, and take theirs from all others.
   */
  readonly changedElsewhere = (event: { readonly key: string | null }): void => {
    if (event.key !== storageKey && event.key !== null) return;
    if (this.claims()?.sessionId !== this.sessionId()) this.accessToken = null;
    this.tell();
  };

  /** The ids of the session and of the person; null where no access token is at hand. */
  claims(): SessionClaims | null {
    const payload = this.accessToken?.split('.')[1];
    if (payload === undefined) return null;
    try {
      const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as Record<
        string,
        unknown
      >;
      const { sid, sub } = claims;
      return typeof sid === 'string' && typeof sub === 'string' ? { sessionId: sid, personId: sub } : null;
    } catch {
      return null; // a token that is not ours to read is of no use here
    }
  }

  /** Who is signed in, known from the first moment of a reload on; empty where nobody is, or it was never told. */
  personId(): string {
    return this.storage.getItem(personKey) ?? '';
  }

  /** The session, the same in all tabs and through all renewals: its id is what a refresh token begins with. Null where nobody is signed in. */
  sessionId(): string | null {
    return this.refreshToken()?.split('.')[0] ?? null;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
