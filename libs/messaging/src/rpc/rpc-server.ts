import type { KeyObject } from 'node:crypto';
import type { Contract } from '@gongxiang/contracts';
import { DomainError } from '@gongxiang/domain';
import { within } from '@gongxiang/observability';
import {
  connect,
  headers,
  type Msg,
  type NatsConnection,
  nuid,
  type Subscription,
} from '@nats-io/transport-node';
import {
  BaseRpcContext,
  type CustomTransportStrategy,
  type MessageHandler,
  Server,
} from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';
import { askerOf, type FairTurns, fairTurns } from '../threads/fair-turns.js';
import { packed } from './answer.js';
import { Frames, unpack } from './frames.js';
import { messageBytesMax, wantedBytes } from './message-size.js';
import { natsOptions } from './nats-options.js';
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
  type RequestWire,
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

/**
 * Answers a service's calls, many of which come in one message, each as if it had come alone: none waits for another, and
 * answers that are ready in one turn of the event loop share a message. A message that the gateway did not seal is refused
 * before it is read: what NATS lets somebody publish is no proof of who they are. Its end loses nothing: its subscriptions are
 * drained, so that other copies get what comes from now on, and the connection ends when every call has its answer.
 */
export class RpcServer extends Server implements CustomTransportStrategy {
  private nats: NatsConnection | null = null;
  private readonly subscriptions: Subscription[] = [];
  /** The calls that have no answer yet, by their caller. */
  private readonly open = new Map<string, Set<number>>();
  /** What this copy is called among those of its service. */
  private readonly copy = nuid.next();
  private readonly slow: FairTurns = fairTurns(slowAtOnce, slowWaitingMax);
  private readonly answers = new Frames((caller, frame, ids) => this.sendAnswers(caller, frame, ids));

  private readonly key: KeyObject;

  constructor(
    private readonly service: string,
    private readonly natsUrl: string,
    /** 32 bytes, base64: what the gateway seals this service's requests with. */
    key: string,
    /** Sees each request of a contract. */
    private readonly watch: RequestWatch | null = null,
  ) {
    super();
    this.key = sealKeyOf(key);
  }

  override async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      const nats = await connect(natsOptions(this.natsUrl, this.service));
      this.nats = nats;
      const bytesMax = messageBytesMax(nats);
      if (bytesMax < wantedBytes)
        this.logger.warn(
          `answers above ${bytesMax} bytes are refused: raise max_payload of nats-server to 8MB`,
        );
      const { quick, slow } = subjectsOf(this.service);
      this.subscribe(nats, quick, (subject, asked) => this.settle(subject, asked));
      this.subscribe(nats, slow, (subject, asked) =>
        this.slow.take(askerOf(fromWire(asked.call)), () => this.settle(subject, asked)),
      );
      this.tellWhatIsHeld(nats);
      callback();
    } catch (error) {
      callback(error);
    }
  }

  override async close(): Promise<void> {
    const deadline = Date.now() + drainedWithinMs;
    const left = (): number => Math.max(0, deadline - Date.now());
    // The connection may be gone already: what fails has ended.
    await within<unknown>(left(), Promise.all(this.subscriptions.map((one) => one.drain())), undefined);
    while (this.open.size > 0 && Date.now() < deadline) await pause(lookAgainMs);
    if (this.nats !== null) await within(left(), this.nats.flush(), undefined);
    await this.nats?.close();
  }

  /** Nothing of its own is told: the connection tells of itself. */
  override on(): void {}

  override unwrap<T>(): T {
    return this.nats as T;
  }

  private subscribe(
    nats: NatsConnection,
    subject: string,
    settle: (subject: string, asked: RequestWire) => Promise<Settled>,
  ): void {
    const take = (message: Msg): void => {
      const { reply = '' } = message;
      // The subject that was subscribed to: a message that a stream passes on may bring another with it.
      const frame = unseal(this.key, { subject, reply }, message.data, Date.now());
      if (typeof frame === 'string') return this.refuseFrame(nats, reply, { subject, fault: frame });
      const caller = callerOf(reply);
      for (const [id, of, asked] of unpack(frame).heads as CallPiece[]) {
        this.hold(caller, id);
        void settle(of, asked)
          .catch(refusal)
          .then((settled) => this.answer(caller, id, settled));
      }
    };
    const subscription = nats.subscribe(subject, {
      // Without the queue group every copy would answer.
      queue: this.service,
      callback: (error, message) => {
        if (error === null) take(message);
        else this.logger.error(error);
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
    const callback = (error: Error | null, message: Msg): void => {
      if (error !== null) return void this.logger.error(error);
      if (message.data.length === 0) return void message.respond();
      const { inbox, ids } = message.json<HeldQuestion>();
      const held = this.open.get(inbox);
      const answer: HeldAnswer = { copy, ids: ids.filter((id) => held?.has(id) === true) };
      message.respond(JSON.stringify(answer));
    };
    for (const subject of [aliveSubjectOf(this.service), aliveSubjectOf(this.service, copy)])
      nats.subscribe(subject, { callback });
  }

  /** Whoever asked hears at once that nobody takes his frame, as NATS says it; and an inbox is all that hears of it. */
  private refuseFrame(nats: NatsConnection, reply: string, refused: RefusedFrame): void {
    this.watch?.refusedFrame(refused);
    if (reply.startsWith(inboxes)) nats.publish(reply, '', { headers: headers(notTaken, refused.fault) });
  }

  /** A connection that is closed takes nothing any more: who asked is told so by their own. */
  private sendAnswers(caller: string, frame: Uint8Array, ids: readonly number[]): void {
    const held = this.open.get(caller);
    for (const id of ids) held?.delete(id);
    if (held?.size === 0) this.open.delete(caller);
    try {
      this.nats?.publish(answersTo(caller, this.service, this.copy), frame);
    } catch (error) {
      this.logger.error(error);
    }
  }

  private async settle(subject: string, asked: RequestWire): Promise<Settled> {
    const handler = this.messageHandlers.get(subject);
    // A newer gateway may know calls that this version does not.
    if (handler === undefined) throw new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
    const { contract } = (handler.extras ?? {}) as { contract?: Contract<unknown, unknown> };
    const work = () => answerOf(handler, asked, { subject, isCommand: contract?.kind === 'command' });
    if (contract === undefined || this.watch === null) return work();
    return this.watch.over(contract, asked.call.traceparent, work);
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
      this.logger.error(error);
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

/** A refusal comes from the filter of errors as an observable that fails with what is to travel. */
async function answerOf(
  handler: MessageHandler,
  asked: RequestWire,
  { subject, isCommand }: { readonly subject: string; readonly isCommand: boolean },
): Promise<Settled> {
  const answer: unknown = await handler(asked, new BaseRpcContext([subject]));
  try {
    const result: unknown = isObservable(answer) ? await lastValueFrom(answer) : answer;
    return ['done', isCommand ? (result as Outcome<unknown>) : asOutcome(result)];
  } catch (error) {
    return ['refused', error as ErrorWire];
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
