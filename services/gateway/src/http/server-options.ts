import type { FastifyCorsOptions } from '@fastify/cors';
import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import { DomainError, networkOf } from '@gongxiang/domain';
import { continueTrace, traceIdOf } from '@gongxiang/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { GatewayConfig } from '../config/config.js';
import type { ActorDirectory } from './actor-directory.js';
import { localeOf } from './authentication-guard.js';
import type { EdgeRequest } from './edge-request.js';
import { problemOf } from './problem.js';

/** The largest request body of the API is ten thousand debts between parties named by UUIDs: 1.6 MB. */
const bodyBytesMax = 4 * 1024 * 1024;
/**
 * A body counts as one more request per this many characters: parsing and validating ten thousand debts takes as long
 * as some hundred usual requests, here and in the service.
 */
const charactersPerRequest = 8 * 1024;
/** Callers tracked at a time; beyond that the count of the least recent one is dropped. */
const trackedCallersMax = 100_000;
/** The longest that a contract takes in a path: the token of a link in a message. Beyond that there is no such route. */
const parameterCharactersMax = 500;

export function serverOptions(config: GatewayConfig): FastifyServerOptions {
  return {
    bodyLimit: bodyBytesMax,
    // Anyone can send X-Forwarded-For: only our own proxies are trusted.
    trustProxy: config.trustedProxies ?? false,
    routerOptions: { maxParamLength: parameterCharactersMax },
    frameworkErrors: refuseUrl,
  };
}

/** A URL that the router cannot parse reaches no route and no filter: it is answered here with NOT_FOUND. */
function refuseUrl(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const traceId = traceIdOf(continueTrace(undefined)) ?? '';
  const problem = problemOf(new DomainError('NOT_FOUND'), localeOf(request as EdgeRequest), traceId);
  void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
}

/** Methods that a page of another origin may use, and headers that it may read: by default a browser hides them. */
export function corsOptions(origin: string): FastifyCorsOptions {
  return {
    origin,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['Content-Disposition', 'ETag', 'Idempotency-Hit', 'Retry-After'],
  };
}

/** Signed-in people have limits of their own: a factory of 5,000 shares one address. */
export function limitOptions(
  config: GatewayConfig,
  actors: Pick<ActorDirectory, 'ownerOfKey'>,
): RateLimitPluginOptions {
  return {
    timeWindow: '1 minute',
    cache: trackedCallersMax,
    keyGenerator: (request: FastifyRequest) =>
      limitKeyOf(request as EdgeRequest, actors) ?? `network:${networkOf(request.ip)}`,
    max: (request: FastifyRequest) =>
      limitKeyOf(request as EdgeRequest, actors) === null ? config.limitPerAddress : config.limitPerPerson,
    errorResponseBuilder: (_request: FastifyRequest, context: { ttl: number }) => tooMany(context.ttl),
  };
}

/** @returns a function that counts a body against the sender's limit @throws DomainError `TOO_MANY_REQUESTS` */
export function bodyLimiter(
  fastify: FastifyInstance,
): (request: FastifyRequest, length: number) => Promise<void> {
  const count = fastify.createRateLimit();
  return async (request, length) => {
    for (let counted = charactersPerRequest; counted < length; counted += charactersPerRequest) {
      const limit = await count(request);
      if (!limit.isAllowed && limit.isExceeded) throw tooMany(limit.ttl);
    }
  };
}

function tooMany(waitMs: number): DomainError {
  const seconds = Math.ceil(waitMs / 1_000);
  return new DomainError('TOO_MANY_REQUESTS', { retryAfterSeconds: seconds, params: { seconds } });
}

/**
 * Null if nobody is signed in. API keys share their person's limit, as ten keys are not ten people; an unknown key
 * has no person: with a limit of its own, made-up keys would be unlimited.
 */
function limitKeyOf({ identity }: EdgeRequest, actors: Pick<ActorDirectory, 'ownerOfKey'>): string | null {
  if (identity.kind === 'nobody') return null;
  const personId = identity.kind === 'session' ? identity.personId : actors.ownerOfKey(identity.hash);
  return personId === null ? null : `person:${personId}`;
}
