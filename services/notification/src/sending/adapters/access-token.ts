import { fieldOf } from './provider-call.js';

/** What messages are sent with at WeCom and WeChat. */
export interface AccessToken {
  readonly value: string;
  /** By `performance.now()`. */
  readonly until: number;
}

/** So much earlier than the provider says a token is replaced. */
const marginSeconds = 120;

/** Both want a token to be kept while it is valid, and give the same one until then. */
export class AccessTokens {
  private kept: AccessToken | null = null;
  /** Asked for once, however many messages wait for it. */
  private asking: Promise<AccessToken> | null = null;

  /** @param ask gets what the provider answers to whoever wants one */
  constructor(private readonly ask: (signal: AbortSignal) => Promise<unknown>) {}

  /** @throws NoToken, or what `askProvider` throws */
  async get(signal: AbortSignal): Promise<AccessToken> {
    if (this.kept !== null && this.kept.until > performance.now()) return this.kept;
    this.asking ??= this.fresh(signal).finally(() => (this.asking = null));
    this.kept = await this.asking;
    return this.kept;
  }

  /** The provider has ended it, unless another message has asked for a new one already. */
  forget(token: AccessToken): void {
    if (this.kept === token) this.kept = null;
  }

  private async fresh(signal: AbortSignal): Promise<AccessToken> {
    const answer = await this.ask(signal);
    const value = fieldOf(answer, 'access_token');
    if (typeof value !== 'string' || value === '') throw new NoToken(errcodeOf(answer));
    const seconds = Number(fieldOf(answer, 'expires_in') ?? 0) - marginSeconds;
    return { value, until: performance.now() + Math.max(1, seconds) * 1_000 };
  }
}

export class NoToken extends Error {
  constructor(readonly errcode: number) {
    super();
  }
}

/** -1, which means that the provider is busy, where it is none of its answers. */
export function errcodeOf(answer: unknown): number {
  const errcode = fieldOf(answer, 'errcode');
  return typeof errcode === 'number' ? errcode : -1;
}
