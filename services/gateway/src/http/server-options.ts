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

/** Ten thousand debts between parties named by UUIDs are the largest body of the interface: 1.6 MB. */
const bodyBytesMax = 4 * 1024 * 1024;
/**
 * A body counts as one more request for each so many of its characters: to read and check ten thousand debts takes as long as
 * some hundred usual requests, here and in the service.
 */
const bodyOfRequest = 8 * 1024;
/** Callers counted at a time; beyond that the one who was longest away begins anew. */
const countedMax = 100_000;

export function serverOptions(config: GatewayConfig): FastifyServerOptions {
  return {
    bodyLimit: bodyBytesMax,
    // Anyone can write X-Forwarded-For: only what a proxy of ours says is believed.
    trustProxy: config.trustedProxies ?? false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseAddress,
  };
}

/** An address that the router cannot read comes to no route and no filter: it is told here that nothing is there. */
function refuseAddress(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const traceId = traceIdOf(continueTrace(undefined)) ?? '';
  const problem = problemOf(new DomainError('NOT_FOUND'), localeOf(request as EdgeRequest), traceId);
  void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(problem);
}

/** What a page of another origin may send and read: without being told, a browser hides all of these from it. */
export function corsOptions(origin: string): FastifyCorsOptions {
  return {
    origin,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['Content-Disposition', 'ETag', 'Idempotency-Hit', 'Retry-After'],
  };
}

/** A factory of 5,000 stands behind one address: whoever is signed in is counted for himself. */
export function limitOptions(
  config: GatewayConfig,
  actors: Pick<ActorDirectory, 'ownerOfKey'>,
): RateLimitPluginOptions {
  return {
    timeWindow: '1 minute',
    cache: countedMax,
    keyGenerator: (request: FastifyRequest) =>
      countedAs(request as EdgeRequest, actors) ?? `network:${networkOf(request.ip)}`,
    max: (request: FastifyRequest) =>
      countedAs(request as EdgeRequest, actors) === null ? config.limitPerAddress : config.limitPerPerson,
    errorResponseBuilder: (_request: FastifyRequest, context: { ttl: number }) => tooMany(context.ttl),
  };
}

/** @returns counts a body in the limit of who sends it @throws DomainError `TOO_MANY_REQUESTS` */
export function bodyCount(
  fastify: FastifyInstance,
): (request: FastifyRequest, length: number) => Promise<void> {
  const count = fastify.createRateLimit();
  return async (request, length) => {
    for (let counted = bodyOfRequest; counted < length; counted += bodyOfRequest) {
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
 * Null where nobody is signed in. A person's keys count with their sessions, as ten keys are no ten people; a made-up key is
 * nobody's: with a count of its own each, they would know no limit.
 */
function countedAs({ identity }: EdgeRequest, actors: Pick<ActorDirectory, 'ownerOfKey'>): string | null {
  if (identity.kind === 'nobody') return null;
  const personId = identity.kind === 'session' ? identity.personId : actors.ownerOfKey(identity.hash);
  return personId === null ? null : `person:${personId}`;
}
