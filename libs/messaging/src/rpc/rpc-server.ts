import type { KeyObject } from 'node:crypto';
import { validateInSteps } from '@gongxiang/contracts/core/validate';
import { type CallContext, DomainError } from '@gongxiang/domain';
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
import { askerOf, type FairTurns, fairTurns } from '../threads/fair-turns.js';
import { packed } from './answer.js';
import { Frames, unpack } from './frames.js';
import type { Handler } from './handles.js';
import { messageBytesMax, wantedBytes } from './message-size.js';
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
  type HeldAnswer,
  type HeldQuestion,
  notTaken,
  type Outcome,
  type Settled,
  subjectsOf,
  toErrorWire,
} from './wire.js';

/** Calls that take long, at a time and waiting; the others need no such bound. */
const slowAtOnce = 4;
const slowWaitingMax = 64;
/** Less than whoever asked for the end waits before he ends the process by force, which is ten seconds almost everywhere. */
const drainedWithinMs = 8_000;
const lookAgainMs = 20;
/** The sender of a frame that was refused chose its reply: it may not be a subject that this service alone may publish. */
const inboxes = '_INBOX_';

export interface RpcServerOptions {
  readonly service: string;
  readonly natsUrl: string;
  /** 32 bytes, base64: what the gateway seals this service's requests with. */
  readonly key: string;
  readonly logger: Logger;
  /** Sees each request. */
  readonly watch?: RequestWatch;
}

/** A call as it has come: how long it may take is counted from then. */
interface Asked {
  readonly subject: string;
  readonly request: unknown;
  readonly call: CallContext;
}

/**
 * Answers a service's calls, many of which come in one message, each as if it had come alone: none waits for another, and
 * answers that are ready in one turn of the event loop share a message. A message that the gateway did not seal is refused
 * before it is read: what NATS lets somebody publish is no proof of who they are. Its end loses nothing: its subscriptions are
 * drained, so that other copies get what comes from now on, and the connection ends when every call has its answer.
 */
export class RpcServer implements BeforeApplicationShutdown {
  private nats: NatsConnection | null = null;
  private handlers: ReadonlyMap<string, Handler> = new Map();
  private readonly subscriptions: Subscription[] = [];
  /** The calls that have no answer yet, by their caller. */
  private readonly open = new Map<string, Set<number>>();
  /** What this copy is called among those of its service. */
  private readonly copy = nuid.next();
  private readonly slow: FairTurns = fairTurns(slowAtOnce, slowWaitingMax);
  private readonly answers = new Frames((caller, frame, ids) => this.sendAnswers(caller, frame, ids));
  private readonly key: KeyObject;

  constructor(private readonly options: RpcServerOptions) {
    this.key = sealKeyOf(options.key);
  }

  /** The connection that it answers by; null before it listens. */
  get connection(): NatsConnection | null {
    return this.nats;
  }

  /** Answers from now on, and until {@link close}. */
  async listen(handlers: readonly Handler[]): Promise<void> {
    const { service, natsUrl, logger } = this.options;
    this.handlers = new Map(handlers.map((one) => [one.contract.subject, one]));
    const nats = await connect(natsOptions(natsUrl, service));
    this.nats = nats;
    const bytesMax = messageBytesMax(nats);
    if (bytesMax < wantedBytes)
      logger.warn(
        { bytesMax },
        'larger answers than this are refused: raise max_payload of nats-server to 8MB',
      );
    const { quick, slow } = subjectsOf(service);
    this.subscribe(nats, quick, (asked) => this.settle(asked));
    this.subscribe(nats, slow, (asked) => this.slow.take(askerOf(asked.call), () => this.settle(asked)));
    this.tellWhatIsHeld(nats);
    await nats.flush();
  }

  /** Before anything that its handlers need is closed. */
  beforeApplicationShutdown(): Promise<void> {
    return this.close();
  }

  async close(): Promise<void> {
    const deadline = Date.now() + drainedWithinMs;
    const left = (): number => Math.max(0, deadline - Date.now());
    // The connection may be gone already: what fails has ended.
    await within<unknown>(left(), Promise.all(this.subscriptions.map((one) => one.drain())), undefined);
    while (this.open.size > 0 && Date.now() < deadline) await pause(lookAgainMs);
    if (this.nats !== null) await within(left(), this.nats.flush(), undefined);
    await this.nats?.close();
  }

  private subscribe(nats: NatsConnection, subject: string, settle: (asked: Asked) => Promise<Settled>): void {
    const take = (message: Msg): void => {
      const { reply = '' } = message;
      // The subject that was subscribed to: a message that a stream passes on may bring another with it.
      const frame = unseal(this.key, { subject, reply }, message.data, Date.now());
      if (typeof frame === 'string') return this.refuseFrame(nats, reply, { subject, fault: frame });
      const caller = callerOf(reply);
      for (const [id, of, { call, request }] of unpack(frame).heads as CallPiece[]) {
        this.hold(caller, id);
        void settle({ subject: of, request, call: fromWire(call) })
          .catch(refusal)
          .then((settled) => this.answer(caller, id, settled));
      }
    };
    const subscription = nats.subscribe(subject, {
      // Without the queue group every copy would answer.
      queue: this.options.service,
      callback: (error, message) => {
        if (error === null) take(message);
        else this.logFault(error);
      },
    });
    this.subscriptions.push(subscription);
  }

  private hold(caller: string, id: number): void {
    const held = this.open.get(caller);
    if (held === undefined) this.open.set(caller, new Set([id]));
    else held.add(id);
  }

  /**
   * Says to a caller that waits for long which of its calls are here: see {@link Responders}. To the very end: a copy that takes nothing new any
   * more still has what it has.
   */
  private tellWhatIsHeld(nats: NatsConnection): void {
    const { copy } = this;
    const { service } = this.options;
    const callback = (error: Error | null, message: Msg): void => {
      if (error !== null) return this.logFault(error);
      if (message.data.length === 0) return void message.respond();
      const { inbox, ids } = message.json<HeldQuestion>();
      const held = this.open.get(inbox);
      const answer: HeldAnswer = { copy, ids: ids.filter((id) => held?.has(id) === true) };
      message.respond(JSON.stringify(answer));
    };
    for (const subject of [aliveSubjectOf(service), aliveSubjectOf(service, copy)])
      nats.subscribe(subject, { callback });
  }

  /** Whoever asked hears at once that nobody takes his frame, as NATS says it; and an inbox is all that hears of it. */
  private refuseFrame(nats: NatsConnection, reply: string, refused: RefusedFrame): void {
    this.options.watch?.refusedFrame(refused);
    if (reply.startsWith(inboxes)) nats.publish(reply, '', { headers: headers(notTaken, refused.fault) });
  }

  /** A connection that is closed takes nothing any more: who asked is told so by their own. */
  private sendAnswers(caller: string, frame: Uint8Array, ids: readonly number[]): void {
    const held = this.open.get(caller);
    for (const id of ids) held?.delete(id);
    if (held?.size === 0) this.open.delete(caller);
    try {
      this.nats?.publish(answersTo(caller, this.options.service, this.copy), frame);
    } catch (error) {
      this.logFault(error);
    }
  }

  private async settle(asked: Asked): Promise<Settled> {
    const handler = this.handlers.get(asked.subject);
    // A newer gateway may know calls that this version does not.
    if (handler === undefined) throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
    const work = () => this.answerOf(handler, asked);
    const { watch } = this.options;
    return watch === undefined ? work() : watch.over(handler.contract, asked.call.traceparent, work);
  }

  private async answerOf({ contract, handle }: Handler, { request, call }: Asked): Promise<Settled> {
    try {
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
   * An answer that JSON has no words for is our own fault. One that no message holds is refused, as whoever makes it should have
   * bounded it: published, it would throw where nobody hears it.
   */
  private answer(caller: string, id: number, settled: Settled): void {
    try {
      if (settled[0] === 'refused') return this.refuse(caller, id, settled[1]);
      const { head, content } = packed(settled[1]);
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

function refusal(error: unknown): Settled {
  return ['refused', toErrorWire(error instanceof DomainError ? error : new DomainError('INTERNAL'))];
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
