import { IncomingMessage, type OutgoingHttpHeader, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet, { type HelmetOptions } from 'helmet';

/**
 * Browser features that none of our pages use, except for the camera, which reads codes at check-in. Helmet does not
 * set this header.
 */
const permissionsPolicy = [
  'camera=(self)',
  ...['microphone', 'geolocation', 'payment', 'usb', 'serial', 'bluetooth', 'midi', 'display-capture'].map(
    (feature) => `${feature}=()`,
  ),
].join(', ');

/**
 * Sets helmet's headers and the Permissions-Policy on every response. None depends on the request, so they are
 * computed once: computing them per request would take longer than authentication.
 */
export function installFixedHeaders(fastify: FastifyInstance, options: HelmetOptions): void {
  const headers = headersOf(options);
  fastify.addHook('onRequest', (_request, reply, done) => {
    // On the raw response: event streams bypass Fastify's reply.
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
