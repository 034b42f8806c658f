import { IncomingMessage, type OutgoingHttpHeader, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

/** What no page of ours asks a browser for; the camera reads codes at the door. Helmet has no such header. */
const permissionsPolicy = [
  'camera=(self)',
  ...['microphone', 'geolocation', 'payment', 'usb', 'serial', 'bluetooth', 'midi', 'display-capture'].map(
    (feature) => `${feature}=()`,
  ),
].join(', ');

/**
 * Sets helmet's headers on every answer, and the Permissions-Policy. None of them depends on the request, so that they are put together once: for each
 * request anew it would take longer than finding out who asks.
 */
export function installFixedHeaders(fastify: FastifyInstance, options: HelmetOptions): void {
  const headers = headersOf(options);
  fastify.addHook('onRequest', (_request, reply, done) => {
    // On the answer itself: a stream of hints is sent past Fastify.
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    done();
  });
}

function headersOf(options: HelmetOptions): [string, OutgoingHttpHeader][] {
  const request = new IncomingMessage(new Socket());
  const answer = new ServerResponse(request);
  helmet(options)(request, answer, (error) => {
    if (error !== undefined) throw new Error('helmet takes these options', { cause: error });
  });
  answer.setHeader('Permissions-Policy', permissionsPolicy);
  return Object.entries(answer.getHeaders()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, OutgoingHttpHeader]],
  );
}
