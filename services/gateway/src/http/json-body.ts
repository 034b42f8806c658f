import type { FastifyInstance, FastifyRequest } from 'fastify';

const json = 'application/json';

/**
 * Reads JSON as Fastify does, but takes no body for none where its type is given all the same: many programs name the
 * type with every request. Whether the route can do without one its input decides; but whoever changes something says
 * what.
 * @param count called before it is read, with its length; what it throws is the answer
 */
export function installJsonBody(
  fastify: FastifyInstance,
  count: (request: FastifyRequest, bytes: number) => Promise<void>,
): void {
  // Keys that would reach the prototype of an object are refused, as by default.
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(json);
  fastify.addContentTypeParser<string>(json, { parseAs: 'string' }, (request, body, done) => {
    if (body === '' && request.method !== 'PATCH') return done(null, undefined);
    count(request, body.length).then(() => void parse(request, body, done), done);
  });
}
