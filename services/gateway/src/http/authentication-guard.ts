import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Actor, type CallContext, deviceLabel, DomainError, type Locale } from '@gongxiang/domain';
import type { GatewayConfig } from '../config/config.js';
import { CONFIG } from '../config/tokens.js';
import { ActorDirectory } from './actor-directory.js';
import type { EdgeRequest } from './edge-request.js';
import { endpointKey, type EndpointMetadata, openKey } from './endpoint.js';

/** Authenticates the caller and builds the call context. What they may do is decided by the services. */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorDirectory,
    @Inject(CONFIG) private readonly config: GatewayConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get<boolean | undefined>(openKey, context.getClass())) return true;
    const request = context.switchToHttp().getRequest<EdgeRequest>();
    const endpoint = this.reflector.get<EndpointMetadata | undefined>(endpointKey, context.getHandler());
    if (endpoint !== undefined) request.endpoint = endpoint;
    const nobody: CallContext = {
      actor: null,
      idempotencyKey: endpoint?.needsKey ? keyOf(request) : null,
      locale: localeOf(request),
      traceparent: request.traceparent,
      deadline: Date.now() + this.config.requestTimeoutMs,
      ifMatch: ifMatchOf(request),
      from: request.ip,
    };
    request.call = endpoint?.public
      ? { ...nobody, ...deviceOf(request) }
      : { ...nobody, actor: await this.actorOf(request, endpoint, nobody) };
    return true;
  }

  private async actorOf(
    request: EdgeRequest,
    endpoint: EndpointMetadata | undefined,
    call: CallContext,
  ): Promise<Actor> {
    const { identity } = request;
    if (identity.kind === 'nobody') throw new DomainError(identity.reason);
    const caller = await this.actors.resolve(identity, endpoint?.freshRoles === true, call);
    if (caller === null) throw new DomainError('SESSION_ENDED');
    // A key has the scopes read, write, or both; routes without a contract (files, hints) count as writing.
    const needed = endpoint?.contract.kind === 'query' ? 'read' : 'write';
    if (caller.scopes !== null && !caller.scopes.includes(needed))
      throw new DomainError('SCOPE_MISSING', { params: { needed } });
    return caller.actor;
  }
}

/** Only where somebody may be signing in: nothing else has a use for it. */
function deviceOf({ headers }: EdgeRequest): Pick<CallContext, 'device'> {
  const device = deviceLabel(headers['user-agent'] ?? '');
  return device === null ? {} : { device };
}

export function localeOf(request: EdgeRequest): Locale {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh-CN';
}

/** @throws DomainError `IDEMPOTENCY_KEY_REQUIRED`, `IDEMPOTENCY_KEY_FORMAT` */
function keyOf(request: EdgeRequest): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') throw new DomainError('IDEMPOTENCY_KEY_REQUIRED');
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    throw new DomainError('IDEMPOTENCY_KEY_FORMAT');
  return key;
}

/** The version in `If-Match: "7"`; anything else matches no version. */
function ifMatchOf(request: EdgeRequest): number | null {
  const header = request.headers['if-match'];
  if (header === undefined) return null;
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header);
  return match ? Number(match[1]) : -1;
}
