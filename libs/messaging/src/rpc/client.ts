import type { KeyObject } from 'node:crypto';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { type Contract, ownerOf } from '@gongxiang/contracts/core/contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { continueTrace, inToldSpan } from '@gongxiang/observability';
import { connect, createInbox, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { Answer } from './answer.js';
import { Frames, unpack } from './frames.js';
import { messageBytesMax } from './message-size.js';
import { natsOptions } from './nats-options.js';
import { Responders } from './responders.js';
import { seal, sealKeyOf } from './seal.js';
import { attributesOf } from './span-attributes.js';
import {
  answererOf,
  type AnswerPiece,
  type CallWire,
  type ErrorWire,
  notTaken,
  replyTo,
  subjectsOf,
  toWire,
} from './wire.js';

/** A call that has no answer yet. */
interface Pending {
  readonly service: string;
  readonly since: number;
  readonly timer: NodeJS.Timeout;
  /** Of the frame that it went with; 0 before it went. */
  frame: number;
  /** Sends it once more, as nothing came of it; null where that might do something twice, or was done already. */
  askAgain: (() => void) | null;
  resolve(answer: Answer<unknown>): void;
  reject(error: DomainError): void;
}

/**
 * Calls the services. Used by the gateway alone: a service never waits for another. Calls to one service that arise in
 * one turn of the event loop go in one message, which is sealed with the service's key; each has its own answer, deadline
 * and trace.
 */
@Injectable()
export class RpcClient implements OnModuleInit, OnApplicationShutdown {
  private nats: NatsConnection | null = null;
  private inbox = '';
  private isAway = false;
  private readonly pending = new Map<number, Pending>();
  private lastCall = 0;
  private lastFrame = 0;
  private responders: Responders | null = null;
  private readonly frames = new Frames((subject, frame, ids) => this.publish(subject, frame, ids));

  /** By the subject of what is sealed with it. */
  private readonly keys = new Map<string, KeyObject>();

  /** @param keys by service, 32 bytes in base64 each; a service without one cannot be asked */
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
        if (error === null) this.take(message);
      },
    });
    this.responders = new Responders(this.nats, {
      inbox: this.inbox,
      waitingOf: (service, ms) => this.waitingOf(service, ms),
      lost: (ids) => this.lost(ids),
    });
    void this.watch(this.nats);
  }

  /** @throws DomainError whatever rule the service found broken; `UNAVAILABLE` without a responder or where the service refused the frame, `TIME_UP` without an answer in time */
  async call<Request, Response>(
    contract: Contract<Request, Response>,
    request: Request,
    call: CallContext,
  ): Promise<Answer<Response>> {
    if (contract.traceless) return this.send(contract, request, withoutTrail(call));
    return inToldSpan(
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
      if (this.isAway) throw unavailable();
      const id = (this.lastCall += 1);
      const timer = setTimeout(() => this.settle(id)?.reject(timeUp()), call.leftMs);
      const service = ownerOf(contract.subject);
      const { quick, slow } = subjectsOf(service);
      const put = (piece: string): void => this.frames.add(contract.slow ? slow : quick, id, piece);
      const pieceOf = (asked: CallWire): string =>
        JSON.stringify([id, contract.subject, { call: asked, request }]);
      const askAgain = contract.kind === 'query' ? () => put(pieceOf(toWire(context))) : null;
      this.pending.set(id, {
        service,
        since: Date.now(),
        timer,
        frame: 0,
        askAgain,
        resolve: resolve as Pending['resolve'],
        reject,
      });
      const piece = pieceOf(call);
      if (Buffer.byteLength(piece) > messageBytesMax(this.nats)) {
        this.settle(id);
        throw new DomainError('BODY_TOO_LARGE');
      }
      put(piece);
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
      this.giveUp((pending) => pending.frame === frame); // nothing went: the connection is closed
    }
  }

  private waitingOf(service: string, ms: number): number[] {
    const before = Date.now() - ms;
    return [...this.pending].flatMap(([id, one]) =>
      one.service === service && one.since <= before ? [id] : [],
    );
  }

  /** Of calls that went with a copy of their service: what only reads is asked once more. */
  private lost(ids: readonly number[]): void {
    for (const id of ids) {
      const pending = this.pending.get(id);
      if (pending === undefined) continue;
      const { askAgain } = pending;
      if (askAgain === null) {
        this.settle(id)?.reject(unavailable());
        continue;
      }
      this.pending.set(id, { ...pending, since: Date.now(), askAgain: null });
      askAgain();
    }
  }

  private take(message: Msg): void {
    if (message.headers?.code === notTaken) {
      const frame = Number(message.subject.slice(message.subject.lastIndexOf('.') + 1));
      this.giveUp((pending) => pending.frame === frame);
      return;
    }
    const { service, copy } = answererOf(message.subject);
    this.responders?.heard(service, copy);
    const { heads, contents } = unpack(message.data);
    let at = 0;
    for (const piece of heads as AnswerPiece[]) {
      const pending = this.settle(piece[0]);
      if (piece[1] === 'refused') {
        pending?.reject(toDomainError(piece[2]));
        continue;
      }
      const [, , head, bytes] = piece;
      pending?.resolve(new Answer(head, contents.subarray(at, at + bytes)));
      at += bytes;
    }
  }

  /** @returns the call, which is no longer pending; undefined where nobody waits for it any more */
  private settle(id: number): Pending | undefined {
    const pending = this.pending.get(id);
    if (pending === undefined) return undefined;
    this.pending.delete(id);
    clearTimeout(pending.timer);
    return pending;
  }

  private giveUp(which: (pending: Pending) => boolean): void {
    for (const [id, pending] of this.pending) if (which(pending)) this.settle(id)?.reject(unavailable());
  }

  /** An answer that comes while the connection is away comes to nobody: whoever waits is told at once, and asks again. */
  private async watch(nats: NatsConnection): Promise<void> {
    for await (const { type } of nats.status()) {
      if (type === 'reconnect') this.isAway = false;
      if (type !== 'disconnect') continue;
      this.isAway = true;
      this.giveUp(() => true);
    }
  }
}

function withoutTrail(call: CallContext): CallContext {
  return { ...call, actor: null, idempotencyKey: null, traceparent: continueTrace(undefined), from: '' };
}

function toDomainError({ code, params, errors, retryAfterSeconds }: ErrorWire): DomainError {
  return new DomainError(code, {
    params,
    errors,
    ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
  });
}

function timeUp(): DomainError {
  return new DomainError('TIME_UP', { retryAfterSeconds: 1 });
}

function unavailable(): DomainError {
  return new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
}
