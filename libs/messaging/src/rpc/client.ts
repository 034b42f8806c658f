import type { KeyObject } from 'node:crypto';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type Contract, ownerOf } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError, timeUp } from '@gongxiang/domain';
import { continueTrace, inExplicitSpan } from '@gongxiang/observability';
import { connect, createInbox, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { Answer } from './answer.js';
import { Frames, unpack } from './frames.js';
import { messageBytesMax } from './message-size.js';
import { natsOptions } from './nats-options.js';
import { Responders } from './responders.js';
import { seal, sealKeyOf } from './seal.js';
import { attributesOf } from './span-attributes.js';
import {
  responderOf,
  type AnswerPiece,
  type CallWire,
  type ErrorWire,
  noRespondersStatus,
  replyTo,
  subjectsOf,
  toWire,
} from './wire.js';

/** A call without a reply yet. */
interface Pending {
  readonly service: string;
  readonly since: number;
  readonly timer: NodeJS.Timeout;
  /** The number of the frame that carried it; 0 before it was sent. */
  frame: number;
  /** Sends it once more; null if that might have an effect twice, or was done already. */
  resend: (() => void) | null;
  resolve(answer: Answer<unknown>): void;
  reject(error: DomainError): void;
}

/**
 * Calls the services. Used by the gateway alone: services never call each other. Calls to one service that arise in
 * one turn of the event loop travel in one message, which is sealed with the service's key; each has its own reply,
 * deadline and trace.
 */
@Injectable()
export class RpcClient implements OnModuleInit, OnApplicationShutdown {
  private nats: NatsConnection | null = null;
  private inbox = '';
  private isDisconnected = false;
  private readonly pending = new Map<number, Pending>();
  private lastCall = 0;
  private lastFrame = 0;
  private responders: Responders | null = null;
  private readonly frames = new Frames((subject, frame, ids) => this.publish(subject, frame, ids));

  /** Seal keys by subject. */
  private readonly keys = new Map<string, KeyObject>();

  /** @param keys by service, 32 bytes in base64 each; a service without one cannot be called */
  constructor(
    private readonly natsUrl: string,
    keys: Readonly<Record<string, string>>,
  ) {
    for (const [service, base64] of Object.entries(keys)) {
      const key = sealKeyOf(base64);
      for (const subject of Object.values(subjectsOf(service))) this.keys.set(subject, key);
    }
  }

  async onModuleInit(): Promise<void> {
    const options = natsOptions(this.natsUrl, 'gateway');
    this.nats = await connect({ ...options, waitOnFirstConnect: true });
    this.inbox = createInbox(options.inboxPrefix);
    this.nats.subscribe(`${this.inbox}.>`, {
      callback: (error, message) => {
        if (error === null) this.receive(message);
      },
    });
    this.responders = new Responders(this.nats, {
      inbox: this.inbox,
      staleCalls: (service, ms) => this.waitingOf(service, ms),
      handleLost: (ids) => this.handleLost(ids),
    });
    void this.watchStatus(this.nats);
  }

  /**
   * @throws DomainError the service's refusal; `UNAVAILABLE` without a responder or if the service refused the frame,
   * `TIME_UP` without a reply in time
   */
  async call<Request, Response>(
    contract: Contract<Request, Response>,
    request: Request,
    call: CallContext,
  ): Promise<Answer<Response>> {
    if (contract.traceless) return this.send(contract, request, anonymous(call));
    return inExplicitSpan(
      { name: `ask ${contract.subject}`, kind: 'client', attributes: attributesOf(contract) },
      (traceparent) => this.send(contract, request, traceparent === null ? call : { ...call, traceparent }),
      call.traceparent,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.responders?.stop();
    await this.nats?.close();
  }

  private send<Request, Response>(
    contract: Contract<Request, Response>,
    request: Request,
    context: CallContext,
  ): Promise<Answer<Response>> {
    const call = toWire(context);
    return new Promise((resolve, reject) => {
      if (call.leftMs === 0) throw timeUp();
      if (this.isDisconnected) throw unavailable();
      const id = (this.lastCall += 1);
      const timer = setTimeout(() => this.removePending(id)?.reject(timeUp()), call.leftMs);
      const service = ownerOf(contract.subject);
      const { quick, slow } = subjectsOf(service);
      const enqueue = (piece: string): void => this.frames.add(contract.slow ? slow : quick, id, piece);
      const pieceOf = (wireCall: CallWire): string =>
        JSON.stringify([id, contract.subject, { call: wireCall, request }]);
      const resend = contract.kind === 'query' ? () => enqueue(pieceOf(toWire(context))) : null;
      this.pending.set(id, {
        service,
        since: Date.now(),
        timer,
        frame: 0,
        resend,
        resolve: resolve as Pending['resolve'],
        reject,
      });
      const piece = pieceOf(call);
      if (Buffer.byteLength(piece) > messageBytesMax(this.nats)) {
        this.removePending(id);
        throw new DomainError('BODY_TOO_LARGE');
      }
      enqueue(piece);
    });
  }

  private publish(subject: string, content: Uint8Array, ids: readonly number[]): void {
    const frame = (this.lastFrame += 1);
    for (const id of ids) {
      const pending = this.pending.get(id);
      if (pending !== undefined) pending.frame = frame;
    }
    try {
      const key = this.keys.get(subject);
      if (this.nats === null || key === undefined) throw new Error('not connected, or not entitled');
      const reply = replyTo(this.inbox, frame);
      this.nats.publish(subject, seal(key, { subject, reply }, content, Date.now()), { reply });
    } catch {
      this.rejectPending((pending) => pending.frame === frame); // nothing was sent: the connection is closed
    }
  }

  private waitingOf(service: string, ms: number): number[] {
    const before = Date.now() - ms;
    return [...this.pending].flatMap(([id, one]) =>
      one.service === service && one.since <= before ? [id] : [],
    );
  }

  /** Handles calls lost with a replica of their service: queries are sent once more, commands fail. */
  private handleLost(ids: readonly number[]): void {
    for (const id of ids) {
      const pending = this.pending.get(id);
      if (pending === undefined) continue;
      const { resend } = pending;
      if (resend === null) {
        this.removePending(id)?.reject(unavailable());
        continue;
      }
      this.pending.set(id, { ...pending, since: Date.now(), resend: null });
      resend();
    }
  }

  private receive(message: Msg): void {
    if (message.headers?.code === noRespondersStatus) {
      const frame = Number(message.subject.slice(message.subject.lastIndexOf('.') + 1));
      this.rejectPending((pending) => pending.frame === frame);
      return;
    }
    const { service, copy } = responderOf(message.subject);
    this.responders?.recordReply(service, copy);
    const { heads, contents } = unpack(message.data);
    let at = 0;
    for (const piece of heads as AnswerPiece[]) {
      const pending = this.removePending(piece[0]);
      if (piece[1] === 'refused') {
        pending?.reject(toDomainError(piece[2]));
        continue;
      }
      const [, , head, bytes] = piece;
      pending?.resolve(new Answer(head, contents.subarray(at, at + bytes)));
      at += bytes;
    }
  }

  /** @returns the call, which is no longer pending; undefined if nobody waits for it any more */
  private removePending(id: number): Pending | undefined {
    const pending = this.pending.get(id);
    if (pending === undefined) return undefined;
    this.pending.delete(id);
    clearTimeout(pending.timer);
    return pending;
  }

  private rejectPending(which: (pending: Pending) => boolean): void {
    for (const [id, pending] of this.pending)
      if (which(pending)) this.removePending(id)?.reject(unavailable());
  }

  /** Replies sent while the connection is down never arrive: all callers fail at once, and may retry. */
  private async watchStatus(nats: NatsConnection): Promise<void> {
    for await (const { type } of nats.status()) {
      if (type === 'reconnect') this.isDisconnected = false;
      if (type !== 'disconnect') continue;
      this.isDisconnected = true;
      this.rejectPending(() => true);
    }
  }
}

function anonymous(call: CallContext): CallContext {
  return { ...call, actor: null, idempotencyKey: null, traceparent: continueTrace(undefined), from: '' };
}

function toDomainError({ code, params, errors, retryAfterSeconds }: ErrorWire): DomainError {
  return new DomainError(code, {
    params,
    errors,
    ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
  });
}

function unavailable(): DomainError {
  return new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
}
