import type { Actor, CallContext, DomainError, FieldProblem, Locale } from '@gongxiang/domain';

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

/** A call in a frame: the caller's number for it, and what is asked. */
export type CallPiece = readonly [id: number, subject: string, asked: RequestWire];

/** What whoever passes an answer on has to know of it. */
export interface AnswerHead {
  readonly existing: boolean;
  readonly replayed: boolean;
  /** Of the thing that it shows; null where that has none. */
  readonly version: number | null;
}

/** An answer in a frame: what came of the call, with so many bytes of content, in JSON; or the refusal. */
export type AnswerPiece =
  | readonly [id: number, status: 'done', head: AnswerHead, bytes: number]
  | readonly [id: number, status: 'refused', refusal: ErrorWire];

/** Where a service is asked; calls that take long have a subject and places of their own. */
export function subjectsOf(service: string): { readonly quick: string; readonly slow: string } {
  return { quick: `rpc.${service}`, slow: `slow.${service}` };
}

/** Where all copies of a service, or one of them, say which calls they hold. */
export function aliveSubjectOf(service: string, copy?: string): string {
  return copy === undefined ? `alive.${service}` : `alive.${service}.${copy}`;
}

/** Which of these calls of one caller does a copy hold? Empty where it is only asked whether it is there. */
export interface HeldQuestion {
  /** Of {@link replyTo}. */
  readonly inbox: string;
  readonly ids: readonly number[];
}

export interface HeldAnswer {
  readonly copy: string;
  readonly ids: readonly number[];
}

/** The status of a frame that nobody listens for, which NATS says itself, or that the service has refused. */
export const notTaken = 503;

const answersToken = '0';

/** Whose a frame is. @param reply an inbox of {@link replyTo} */
export function callerOf(reply: string): string {
  return reply.slice(0, reply.lastIndexOf('.'));
}

/** Where the answers of one copy go to a caller, whichever of its frames they belong to. @param caller of {@link callerOf} */
export function answersTo(caller: string, service: string, copy: string): string {
  return `${caller}.${answersToken}.${service}.${copy}`;
}

/** Which copy of which service answers there. */
export function answererOf(subject: string): { readonly service: string; readonly copy: string } {
  const [copy = '', service = ''] = subject.split('.').reverse();
  return { service, copy };
}

/** The inbox of one frame, from 1: where it is said that nobody takes it. */
export function replyTo(inbox: string, frame: number): string {
  return `${inbox}.${frame}`;
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

/** What came of a call, before it has a number. */
export type Settled = readonly ['done', Outcome<unknown>] | readonly ['refused', ErrorWire];

export function toErrorWire({ code, params, errors, retryAfterSeconds }: DomainError): ErrorWire {
  return { code, params, errors, retryAfterSeconds };
}

export function toWire(call: CallContext): CallWire {
  const { deadline, ...rest } = call;
  return { ...rest, leftMs: Math.max(0, Math.min(deadline - Date.now(), 600_000)) };
}

export function fromWire(wire: CallWire): CallContext {
  const { leftMs, ...rest } = wire;
  return { ...rest, deadline: Date.now() + leftMs };
}
