import { createGunzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import { StreamableFile } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Answer, type Outcome } from '@gongxiang/messaging/rpc';
import type { FastifyReply } from 'fastify';
import type { EdgeRequest } from './edge-request.js';

type Reply = Parameters<FastifyAdapter['reply']>;

/**
 * Turns a service's outcome into an HTTP response: the body alone, 200 if it existed already, the version as ETag.
 * The service's JSON is sent unparsed. This is done in the adapter, as a Nest interceptor costs each request more
 * than its token and limits do.
 */
export class OutcomeAdapter extends FastifyAdapter {
  override reply(...[response, body, statusCode]: Reply): ReturnType<FastifyAdapter['reply']> {
    const reply = response as FastifyReply;
    const { endpoint } = reply.request as EdgeRequest;
    if (endpoint === undefined) return super.reply(response, body, statusCode);
    const outcome = body as Answer<unknown> | Outcome<unknown>;
    if (outcome.replayed) void reply.header('Idempotency-Hit', 'true');
    const { cacheSeconds } = endpoint;
    void reply.header('Cache-Control', cacheSeconds ? `public, max-age=${cacheSeconds}` : 'no-store');
    const status = outcome.existing ? 200 : statusCode;
    // An outcome created by the gateway itself holds a file.
    if (!(outcome instanceof Answer)) return super.reply(response, outcome.body, status);
    if (outcome.version !== null) void reply.header('ETag', `"${outcome.version}"`);
    if (outcome.content !== null) void reply.type('application/json; charset=utf-8');
    if (outcome.isGzipped) return this.replyGzipped(reply, outcome.content, status);
    return super.reply(response, outcome.content, status);
  }

  /** As it came to whoever takes it so, which all browsers do; piece by piece to others. */
  private replyGzipped(
    reply: FastifyReply,
    content: Buffer | null,
    status: number | undefined,
  ): ReturnType<FastifyAdapter['reply']> {
    void reply.header('Vary', 'Accept-Encoding');
    if (negotiate(reply.request.headers['accept-encoding'] ?? '', ['gzip']) !== null) {
      void reply.header('Content-Encoding', 'gzip');
      return super.reply(reply, content, status);
    }
    const opened = createGunzip();
    opened.end(content);
    return super.reply(reply, new StreamableFile(opened), status);
  }
}
