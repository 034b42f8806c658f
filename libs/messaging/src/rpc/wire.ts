import type { Actor, CallContext, DomainError, FieldProblem, Locale } from '@gongxiang/domain';

/**
 * The call context on the wire: a duration instead of a point in time, because two machines never agree on the time.
 */
export interface CallWire {
  readonly actor: Actor | null;
  readonly idempotencyKey: string | null;
  readonly locale: Locale;
  readonly traceparent: string;
  readonly leftMs: number;
  readonly ifMatch: number | null;
  readonly from: string;
  readonly device?: string;
}

export interface RequestWire {
  readonly call: CallWire;
  readonly request: unknown;
}

/** A call in a frame: the caller's number for it, its subject and the request. */
export type CallPiece = readonly [id: number, subject: string, asked: RequestWire];

/** The part of a reply that a proxy needs without parsing the body. */
export interface AnswerHead {
  readonly existing: boolean;
  readonly replayed: boolean;
  /** The version of the resource in the body; null if it has none. */
  readonly version: number | null;
  /** Whether the content is compressed. */
  readonly isGzipped: boolean;
}

/** A reply in a frame: the outcome with the length of its content in bytes (JSON, compressed or not), or the refusal. */
export type AnswerPiece =
  | readonly [id: number, status: 'done', head: AnswerHead, bytes: number]
  | readonly [id: number, status: 'refused', refusal: ErrorWire];

/** The request subjects of a service; slow calls have a subject and slots of their own. */
export function subjectsOf(service: string): { readonly quick: string; readonly slow: string } {
  return { quick: `rpc.${service}`, slow: `slow.${service}` };
}

/** The subject on which all replicas of a service, or one of them, report which calls they hold. */
export function aliveSubjectOf(service: string, copy?: string): string {
  return copy === undefined ? `alive.${service}` : `alive.${service}.${copy}`;
}

/** Asks which of one caller's calls a replica holds. An empty message only asks whether the replica is alive. */
export interface HeldCallsQuery {
  /** See {@link replyTo}. */
  readonly inbox: string;
  readonly ids: readonly number[];
}

export interface HeldCallsReply {
  readonly copy: string;
  readonly ids: readonly number[];
}

/** The status of a frame without a responder, sent by NATS itself, or of one that the service refused. */
export const noRespondersStatus = 503;

const answersToken = '0';

/** The caller who sent a frame. @param reply an inbox of {@link replyTo} */
export function callerOf(reply: string): string {
  return reply.slice(0, reply.lastIndexOf('.'));
}

/** The subject on which one replica replies to a caller, for all of its frames. @param caller of {@link callerOf} */
export function answersTo(caller: string, service: string, copy: string): string {
  return `${caller}.${answersToken}.${service}.${copy}`;
}

/** The service and replica that reply on a subject. */
export function responderOf(subject: string): { readonly service: string; readonly copy: string } {
  const [copy = '', service = ''] = subject.split('.').reverse();
  return { service, copy };
}

/** The inbox of one frame, numbered from 1: NATS or the service reports there that nobody accepts the frame. */
export function replyTo(inbox: string, frame: number): string {
  return `${inbox}.${frame}`;
}

/** The result of a command: its view, and how it came about. */
export interface Outcome<T> {
  readonly body: T;
  readonly existing: boolean;
  readonly replayed: boolean;
}

/** A rule's refusal on the wire. Any other error travels as `INTERNAL`, without detail. */
export interface ErrorWire {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly errors: readonly FieldProblem[];
  readonly retryAfterSeconds: number | null;
}

/** The result of a call, before it is assigned to its number. */
export type CallResult = readonly ['done', Outcome<unknown>] | readonly ['refused', ErrorWire];

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
