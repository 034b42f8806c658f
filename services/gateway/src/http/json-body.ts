import type { FastifyInstance } from 'fastify';

const json = 'application/json';

/**
 * Reads JSON as Fastify does, but takes no body for none where its type is given all the same: many programs name the
 * type with every request. Whether the route can do without one its input decides; but whoever changes something says
 * what.
 */
export function installJsonBody(fastify: FastifyInstance): void {
  // Keys that would reach the prototype of an object are refused, as by default.
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(json);
  fastify.addContentTypeParser<string>(json, { parseAs: 'string' }, (request, body, done) => {
    if (body === '' && request.method !== 'PATCH') done(null, undefined);
    else void parse(request, body, done);
  });
}
