import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { ClientNats } from '@nestjs/microservices';
import type { Contract } from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { continueTrace, inSpan } from '@gongxiang/observability';
import { lastValueFrom, timeout, TimeoutError } from 'rxjs';
import { natsOptions } from './nats-options.js';
import { attributesOf } from './span-attributes.js';
import { type ErrorWire, type Outcome, type RequestWire, toWire } from './wire.js';

/** Calls the services. Used by the gateway alone: a service never waits for another. */
@Injectable()
export class RpcClient implements OnApplicationShutdown {
  private readonly nats: ClientNats;

  constructor(natsUrl: string) {
    this.nats = new ClientNats(natsOptions(natsUrl, 'gateway'));
  }

  /** @throws DomainError whatever rule the service found broken; `UNAVAILABLE` without a responder, `TIME_UP` without an answer in time */
  async call<Request, Response>(
    contract: Contract<Request, Response>,
    request: Request,
    call: CallContext,
  ): Promise<Outcome<Response>> {
    if (contract.traceless) return this.send(contract, request, withoutTrail(call));
    return inSpan(
      { name: `ask ${contract.subject}`, kind: 'client', attributes: attributesOf(contract) },
      (traceparent) => this.send(contract, request, traceparent === null ? call : { ...call, traceparent }),
      call.traceparent,
    );
  }

  private async send<Request, Response>(
    contract: Contract<Request, Response>,
    request: Request,
    call: CallContext,
  ): Promise<Outcome<Response>> {
    const wire: RequestWire = { call: toWire(call), request };
    if (wire.call.leftMs === 0) throw new DomainError('TIME_UP', { retryAfterSeconds: 1 });
    try {
      const answer = this.nats.send<Outcome<Response>>(contract.subject, wire);
      return await lastValueFrom(answer.pipe(timeout(wire.call.leftMs)));
    } catch (error) {
      throw toDomainError(error);
    }
  }

  async connect(): Promise<void> {
    await this.nats.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.nats.close();
  }
}

function withoutTrail(call: CallContext): CallContext {
  return { ...call, actor: null, idempotencyKey: null, traceparent: continueTrace(undefined), from: '' };
}

function toDomainError(error: unknown): unknown {
  if (isErrorWire(error)) {
    const { code, params, errors, retryAfterSeconds } = error;
    return new DomainError(code, {
      params,
      errors,
      ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
    });
  }
  if (error instanceof TimeoutError) return new DomainError('TIME_UP', { retryAfterSeconds: 1 });
  if (isTransportFailure(error)) return new DomainError('UNAVAILABLE', { retryAfterSeconds: 1 });
  return error;
}

function isErrorWire(error: unknown): error is ErrorWire {
  return (
    typeof error === 'object' && error !== null && 'code' in error && 'errors' in error && 'params' in error
  );
}

/** Nest's client tells a missing responder by an empty answer, and a lost connection by plain text. */
function isTransportFailure(error: unknown): boolean {
  if (typeof error === 'string') return /connection/i.test(error);
  return (
    error instanceof Error &&
    (error.name === 'EmptyResponseException' ||
      error.constructor.name === 'EmptyResponseException' ||
      /connection|closed|refused|disconnect|timeout/i.test(error.message))
  );
}
