import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Outcome } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import type { EdgeRequest } from './edge-request.js';

type Reply = Parameters<FastifyAdapter['reply']>;

/**
 * Turns a service's outcome into an HTTP answer: the body alone, 200 for what was there already, the version as ETag.
 * Done where the answer is sent, as an interceptor of Nest's costs each request more than its token and its limits do.
 */
export class OutcomeAdapter extends FastifyAdapter {
  override reply(...[response, body, statusCode]: Reply): ReturnType<FastifyAdapter['reply']> {
    const reply = response as FastifyReply;
    const { endpoint } = reply.request as EdgeRequest;
    if (endpoint === undefined) return super.reply(response, body, statusCode);
    const result = body as Outcome<unknown>;
    if (result.replayed) void reply.header('Idempotency-Hit', 'true');
    const version = (result.body as { version?: unknown } | null)?.version;
    if (typeof version === 'number') void reply.header('ETag', `"${version}"`);
    const { cacheSeconds } = endpoint;
    void reply.header('Cache-Control', cacheSeconds ? `public, max-age=${cacheSeconds}` : 'no-store');
    return super.reply(response, result.body, result.existing ? 200 : statusCode);
  }
}
