import type { Actor } from './authorise.js';

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The context that every call carries besides its request. */
export interface CallContext {
  /** Null without a sign-in: sign-in itself, public pages, anonymous answers. */
  readonly actor: Actor | null;
  readonly idempotencyKey: string | null;
  readonly locale: Locale;
  /** W3C trace context. */
  readonly traceparent: string;
  /** The time, by this process's clock, after which nobody waits for the reply any more. */
  readonly deadline: number;
  /** The version that the caller last saw (`If-Match`). */
  readonly ifMatch: number | null;
  /** The network address that the request came from, for the audit trail and for limits. */
  readonly from: string;
  /** The browser and system, as a person tells their devices apart; only of calls that may sign somebody in. */
  readonly device?: string;
}

/** The context of work without a caller: events and due work. */
export function systemCall(traceparent: string): CallContext {
  return {
    actor: null,
    idempotencyKey: null,
    locale: 'zh-CN',
    traceparent,
    deadline: Number.POSITIVE_INFINITY,
    ifMatch: null,
    from: 'system',
  };
}
