import {
  continueTrace,
  type Entered,
  enterTrace,
  type Logger,
  type Metrics,
  traceIdOf,
} from '@gongxiang/observability';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { EdgeRequest } from './edge-request.js';
import { Identities } from './identities.js';

/**
 * What happens to every request before any route: its trace begins, its token is read; after it: one line, one count.
 * The trace stays on the request: kept for whatever runs beneath, as the services do, Node would carry it through each
 * of a request's many promises.
 */
export function installEdgeHooks(
  fastify: FastifyInstance,
  tools: {
    readonly jwtSecret: string;
    readonly publicUrl: string | null;
    readonly logger: Logger;
    readonly metrics: Metrics;
  },
): void {
  const identities = new Identities(tools.jwtSecret);
  fastify.addHook('onRequest', (request: FastifyRequest, _reply, done) => {
    const edge = request as EdgeRequest;
    const { traceparent, span } = enter(request);
    edge.publicUrl = tools.publicUrl;
    edge.traceparent = traceparent;
    edge.span = span;
    edge.identity = identities.of(headerOf(request, 'authorization'));
    done();
  });
  // Whoever goes away before his answer gets none, and then no response is told of either.
  fastify.addHook('onRequestAbort', (request, done) => {
    (request as EdgeRequest).span?.end('aborted');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const edge = request as EdgeRequest;
    const { statusCode } = reply;
    edge.span?.end(statusCode < 500 ? null : String(statusCode), { 'http.response.status_code': statusCode });
    record(tools, edge, reply);
    done();
  });
  endConnectionsAtTheEnd(fastify);
}

/**
 * A server that closes waits for all its connections, and callers keep theirs for a next request: whoever is answered
 * from then on is told that there is none. Only those that are idle at that moment are closed by Fastify itself.
 */
function endConnectionsAtTheEnd(fastify: FastifyInstance): void {
  let isClosing = false;
  fastify.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) void reply.header('Connection', 'close');
    done(null, payload);
  });
}

/** Begins a request's trace and its span. Of an anonymous answer there is neither: not even the caller's own id goes on. */
function enter(request: FastifyRequest): Entered {
  if (isTraceless(request)) return { traceparent: continueTrace(undefined), span: null };
  const path = request.routeOptions.url ?? 'unknown';
  return enterTrace(headerOf(request, 'traceparent'), {
    name: `${request.method} ${path}`,
    kind: 'server',
    attributes: { 'http.request.method': request.method, 'http.route': path },
  });
}

function record(
  tools: { readonly logger: Logger; readonly metrics: Metrics },
  request: EdgeRequest,
  reply: FastifyReply,
): void {
  if (isTraceless(request)) return;
  const path = request.routeOptions.url ?? 'unknown';
  const traceId = traceIdOf(request.traceparent);
  const route = `${request.method} ${path}`;
  const durationMs = Math.round(reply.elapsedTime * 10) / 10;
  tools.metrics.requests.inc({ subject: route, code: String(reply.statusCode) });
  tools.metrics.durationSeconds.observe({ subject: route }, durationMs / 1_000);
  tools.logger.info({ traceId, route, status: reply.statusCode, durationMs }, 'request');
}

/** Is nothing to be logged or traced of it? Its contract says so. An answer to a survey must not be found again by its time. */
function isTraceless({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { readonly traceless?: boolean } | undefined)?.traceless === true;
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
