import type { KeyObject } from 'node:crypto';
import { validateInSteps } from '@gongxiang/contracts/core/validate';
import { type CallContext, DomainError } from '@gongxiang/domain';
import type { KnownAliases } from '@gongxiang/persistence';
import { type Logger, within } from '@gongxiang/observability';
import {
  connect,
  headers,
  type Msg,
  type NatsConnection,
  nuid,
  type Subscription,
} from '@nats-io/transport-node';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { taskRequesterOf, type FairTurns, fairTurns } from '../threads/fair-turns.js';
import { packAnswer } from './answer.js';
import { Frames, unpack } from './frames.js';
import type { Handler } from './handles.js';
import { messageBytesMax, recommendedBytes } from './message-size.js';
import { natsOptions } from './nats-options.js';
import { refusalOf } from './refusal.js';
import type { RefusedFrame, RequestWatch } from './request-watch.js';
import { sealKeyOf, unseal } from './seal.js';
import {
  aliveSubjectOf,
  type AnswerPiece,
  answersTo,
  callerOf,
  type CallPiece,
  type ErrorWire,
  fromWire,
  type HeldCallsReply,
  type HeldCallsQuery,
  noRespondersStatus,
  type Outcome,
  type CallResult,
  subjectsOf,
  toErrorWire,
} from './wire.js';

/** Concurrent and waiting slow calls; the others need no such bound. */
const slowAtOnce = 4;
const slowWaitingMax = 64;
/** Shorter than the grace period after which supervisors kill the process, which is ten seconds almost everywhere. */
const drainTimeoutMs = 8_000;
const pollMs = 20;
/**
 * The sender of a refused frame chose its reply subject, so only inboxes are answered: it must not be a subject that
 * only this service may publish to.
 */
const inboxPrefix = '_INBOX_';

export interface RpcServerOptions {
  readonly service: string;
  readonly natsUrl: string;
  /** 32 bytes, base64: the key with which the gateway seals this service's requests. */
  readonly key: string;
  readonly logger: Logger;
  /** Wraps each request. */
  readonly watch?: RequestWatch;
  /** Replaces ids of merged persons in a call by the present ones, and knows the former ids of its caller. */
  readonly aliases?: KnownAliases;
}

/** A received call; its deadline counts from then. */
interface IncomingCall {
  readonly subject: string;
  readonly request: unknown;
  readonly call: CallContext;
}

/**
 * Handles a service's calls. Many arrive in one message, and each is handled as if it had arrived alone: none waits
 * for another, and replies that are ready in one turn of the event loop share a message. A message that the gateway
 * did not seal is refused before it is parsed: being able to publish to NATS is no proof of identity. Shutdown loses
 * nothing: its subscriptions are drained, so that other replicas get new calls, and the connection closes when every
 * call has its reply.
 */
export class RpcServer implements BeforeApplicationShutdown {
  private nats: NatsConnection | null = null;
  private handlers: ReadonlyMap<string, Handler> = new Map();
  private readonly subscriptions: Subscription[] = [];
  /** Calls without a reply yet, by caller. */
  private readonly openCalls = new Map<string, Set<number>>();
  /** The id of this replica. */
  private readonly copy = nuid.next();
  private readonly slow: FairTurns = fairTurns(slowAtOnce, slowWaitingMax);
  private readonly answers = new Frames((caller, frame, ids) => this.sendAnswers(caller, frame, ids));
  private readonly key: KeyObject;

  constructor(private readonly options: RpcServerOptions) {
    this.key = sealKeyOf(options.key);
  }

  /** The connection that it replies on; null before it listens. */
  get connection(): NatsConnection | null {
    return this.nats;
  }

  /** Handles calls until {@link close}. */
  async listen(handlers: readonly Handler[]): Promise<void> {
    const { service, natsUrl, logger } = this.options;
    this.handlers = new Map(handlers.map((one) => [one.contract.subject, one]));
    const nats = await connect(natsOptions(natsUrl, service));
    this.nats = nats;
    const bytesMax = messageBytesMax(nats);
    if (bytesMax < recommendedBytes)
      logger.warn(
        { bytesMax },
        'larger answers than this are refused: raise max_payload of nats-server to 8MB',
      );
    const { quick, slow } = subjectsOf(service);
    this.subscribe(nats, quick, (incoming) => this.dispatch(incoming));
    this.subscribe(nats, slow, (incoming) =>
      this.slow.take(taskRequesterOf(incoming.call), () => this.dispatch(incoming)),
    );
    this.answerHeldCallsQueries(nats);
    await nats.flush();
  }

  /** Runs before anything that the handlers need is closed. */
  beforeApplicationShutdown(): Promise<void> {
    return this.close();
  }

  async close(): Promise<void> {
    const deadline = Date.now() + drainTimeoutMs;
    const remainingMs = (): number => Math.max(0, deadline - Date.now());
    // The connection may be gone already: a failed drain has ended, too.
    await within<unknown>(
      remainingMs(),
      Promise.all(this.subscriptions.map((one) => one.drain())),
      undefined,
    );
    while (this.openCalls.size > 0 && Date.now() < deadline) await pause(pollMs);
    if (this.nats !== null) await within(remainingMs(), this.nats.flush(), undefined);
    await this.nats?.close();
  }

  private subscribe(
    nats: NatsConnection,
    subject: string,
    dispatch: (incoming: IncomingCall) => Promise<CallResult>,
  ): void {
    const receive = (message: Msg): void => {
      const { reply = '' } = message;
      // The subscribed subject, not the message's: a message republished by a stream may carry another one.
      const frame = unseal(this.key, { subject, reply }, message.data, Date.now());
      if (typeof frame === 'string') return this.refuseFrame(nats, reply, { subject, fault: frame });
      const caller = callerOf(reply);
      for (const [id, of, { call, request }] of unpack(frame).heads as CallPiece[]) {
        this.trackCall(caller, id);
        void dispatch({ subject: of, request, call: fromWire(call) })
          .catch(toRefusal)
          .then((result) => this.reply(caller, id, result));
      }
    };
    const subscription = nats.subscribe(subject, {
      // Without the queue group every replica would answer.
      queue: this.options.service,
      callback: (error, message) => {
        if (error === null) receive(message);
        else this.logFault(error);
      },
    });
    this.subscriptions.push(subscription);
  }

  private trackCall(caller: string, id: number): void {
    const held = this.openCalls.get(caller);
    if (held === undefined) this.openCalls.set(caller, new Set([id]));
    else held.add(id);
  }

  /**
   * Tells a caller with old calls which of them this replica holds: see {@link Responders}. The subscription lasts
   * until the connection closes: a replica that accepts no new calls still has its open ones.
   */
  private answerHeldCallsQueries(nats: NatsConnection): void {
    const { copy } = this;
    const { service } = this.options;
    const callback = (error: Error | null, message: Msg): void => {
      if (error !== null) return this.logFault(error);
      if (message.data.length === 0) return void message.respond();
      const { inbox, ids } = message.json<HeldCallsQuery>();
      const held = this.openCalls.get(inbox);
      const reply: HeldCallsReply = { copy, ids: ids.filter((id) => held?.has(id) === true) };
      message.respond(JSON.stringify(reply));
    };
    for (const subject of [aliveSubjectOf(service), aliveSubjectOf(service, copy)])
      nats.subscribe(subject, { callback });
  }

  /**
   * Tells the sender at once that nobody accepts the frame, with the status of NATS itself, and only if the reply
   * subject is an inbox.
   */
  private refuseFrame(nats: NatsConnection, reply: string, refused: RefusedFrame): void {
    this.options.watch?.refusedFrame(refused);
    if (reply.startsWith(inboxPrefix))
      nats.publish(reply, '', { headers: headers(noRespondersStatus, refused.fault) });
  }

  /** A closed connection sends nothing: the callers learn of it from their own connection. */
  private sendAnswers(caller: string, frame: Uint8Array, ids: readonly number[]): void {
    const held = this.openCalls.get(caller);
    for (const id of ids) held?.delete(id);
    if (held?.size === 0) this.openCalls.delete(caller);
    try {
      this.nats?.publish(answersTo(caller, this.options.service, this.copy), frame);
    } catch (error) {
      this.logFault(error);
    }
  }

  private async dispatch(incoming: IncomingCall): Promise<CallResult> {
    const handler = this.handlers.get(incoming.subject);
    // A newer gateway may send calls that this version does not know.
    if (handler === undefined) throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
    const work = () => this.resultOf(handler, incoming);
    const { watch } = this.options;
    return watch === undefined ? work() : watch.run(handler.contract, incoming.call.traceparent, work);
  }

  /** The call with the present ids of merged persons: its sender may not have heard of the merge. */
  private async resolved(incoming: IncomingCall): Promise<IncomingCall> {
    const { aliases } = this.options;
    if (aliases === undefined) return incoming;
    const { subject, request, call } = incoming;
    const [presentRequest, personId] = await aliases.present([request, call.actor?.personId ?? ''] as const);
    if (call.actor === null) return { subject, request: presentRequest, call };
    const formerIds = aliases.formerIds(personId);
    const actor = { ...call.actor, personId, ...(formerIds.length > 0 ? { formerIds } : {}) };
    return { subject, request: presentRequest, call: { ...call, actor } };
  }

  private async resultOf({ contract, handle }: Handler, incoming: IncomingCall): Promise<CallResult> {
    let { request } = incoming;
    try {
      const { call, ...present } = await this.resolved(incoming);
      request = present.request;
      const valid = await validateInSteps(contract.request, request ?? {}, { refuseUnknown: false });
      const result = await handle(valid, call);
      return ['done', contract.kind === 'command' ? (result as Outcome<unknown>) : asOutcome(result)];
    } catch (error) {
      return ['refused', toErrorWire(refusalOf(error, request, this.options.logger))];
    }
  }

  private logFault(error: unknown): void {
    const stack = error instanceof Error ? error.stack : String(error);
    this.options.logger.error({ stack }, 'requests could not be read, or answers not be given');
  }

  /**
   * A reply that cannot be serialised is logged, and the caller gets INTERNAL. One above the message limit is
   * refused, as its handler should have bounded it: publishing it would throw where nobody catches it.
   */
  private reply(caller: string, id: number, result: CallResult): void {
    try {
      if (result[0] === 'refused') return this.refuse(caller, id, result[1]);
      const { head, content } = packAnswer(result[1]);
      if (content.length > messageBytesMax(this.nats)) throw new DomainError('ANSWER_TOO_LARGE');
      const piece: AnswerPiece = [id, 'done', head, content.length];
      this.answers.add(caller, id, JSON.stringify(piece), content);
    } catch (error) {
      this.logFault(error);
      this.refuse(
        caller,
        id,
        toErrorWire(error instanceof DomainError ? error : new DomainError('INTERNAL')),
      );
    }
  }

  private refuse(caller: string, id: number, refusal: ErrorWire): void {
    const piece: AnswerPiece = [id, 'refused', refusal];
    this.answers.add(caller, id, JSON.stringify(piece));
  }
}

function asOutcome(body: unknown): Outcome<unknown> {
  return { body, existing: false, replayed: false };
}

function toRefusal(error: unknown): CallResult {
  return ['refused', toErrorWire(error instanceof DomainError ? error : new DomainError('INTERNAL'))];
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
