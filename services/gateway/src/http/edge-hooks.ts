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
 * Hooks around every request: before the route its trace starts and its token is read; afterwards one log line and
 * one count. The trace is stored on the request: in an AsyncLocalStorage, as the services use it, Node would
 * propagate it through each of a request's many promises.
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
    const { traceparent, span } = startTrace(request);
    edge.publicUrl = tools.publicUrl;
    edge.traceparent = traceparent;
    edge.span = span;
    edge.identity = identities.of(headerOf(request, 'authorization'));
    done();
  });
  // If the client disconnects, Fastify calls onRequestAbort instead of onResponse; end the span here.
  fastify.addHook('onRequestAbort', (request, done) => {
    (request as EdgeRequest).span?.end('aborted');
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const edge = request as EdgeRequest;
    const { statusCode } = reply;
    edge.span?.end(statusCode < 500 ? null : String(statusCode), { 'http.response.status_code': statusCode });
    logAndCount(tools, edge, reply);
    done();
  });
  closeConnectionsOnShutdown(fastify);
}

/**
 * A closing server waits for all connections, and clients keep theirs alive: from then on responses carry
 * `Connection: close`. Fastify itself only closes connections that are idle at that moment.
 */
function closeConnectionsOnShutdown(fastify: FastifyInstance): void {
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

/**
 * Starts a request's trace and span. An anonymous survey answer has neither: not even the caller's own trace id is
 * propagated.
 */
function startTrace(request: FastifyRequest): Entered {
  if (isTraceless(request)) return { traceparent: continueTrace(undefined), span: null };
  const path = request.routeOptions.url ?? 'unknown';
  return enterTrace(headerOf(request, 'traceparent'), {
    name: `${request.method} ${path}`,
    kind: 'server',
    attributes: { 'http.request.method': request.method, 'http.route': path },
  });
}

function logAndCount(
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

/** Whether the contract forbids logging and tracing: a survey answer must not be found by its time. */
function isTraceless({ routeOptions }: FastifyRequest): boolean {
  return (routeOptions.config as { readonly traceless?: boolean } | undefined)?.traceless === true;
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
