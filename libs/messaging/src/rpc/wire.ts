import type { Actor, CallContext, FieldProblem, Locale } from '@gongxiang/domain';

/** The context as it travels: a duration instead of a moment, because two machines never agree on the time. */
export interface CallWire {
  readonly actor: Actor | null;
  readonly idempotencyKey: string | null;
  readonly locale: Locale;
  readonly traceparent: string;
  readonly leftMs: number;
  readonly ifMatch: number | null;
  readonly from: string;
}

export interface RequestWire {
  readonly call: CallWire;
  readonly request: unknown;
}

/** What comes back of a command: its view, and how it came about. */
export interface Outcome<T> {
  readonly body: T;
  readonly existing: boolean;
  readonly replayed: boolean;
}

/** A rule's refusal as it travels. Anything that is no refusal travels as `INTERNAL`, without detail. */
export interface ErrorWire {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly errors: readonly FieldProblem[];
  readonly retryAfterSeconds: number | null;
}

export function toWire(call: CallContext): CallWire {
  const { deadline, ...rest } = call;
  return { ...rest, leftMs: Math.max(0, Math.min(deadline - Date.now(), 600_000)) };
}

export function fromWire(wire: CallWire): CallContext {
  const { leftMs, ...rest } = wire;
  return { ...rest, deadline: Date.now() + leftMs };
}
