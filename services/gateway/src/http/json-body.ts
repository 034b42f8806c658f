import { DomainError } from '@gongxiang/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';

const formBytesMax = 1_024;
const oneClick = /^\/api\/v1\/notice-refusals\/[^/]+$/;

/**
 * Parses JSON as Fastify does, but accepts an empty body with a JSON content type: many clients set the type on every
 * request. The route's input decides whether it needs a body; a PATCH always does.
 * @param count called with the body's length before it is parsed; its error is the response
 */
export function installJsonBody(
  fastify: FastifyInstance,
  count: (request: FastifyRequest, bytes: number) => Promise<void>,
): void {
  // Keys that would reach an object's prototype are refused, as by default.
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(json);
  fastify.addContentTypeParser<string>(json, { parseAs: 'string' }, (request, body, done) => {
    if (body === '' && request.method !== 'PATCH') return done(null, undefined);
    count(request, body.length).then(() => void parse(request, body, done), done);
  });
  // Mail programs stop a kind of notice by a form with one field, which says nothing (RFC 8058).
  fastify.addContentTypeParser<string>(
    form,
    { parseAs: 'string', bodyLimit: formBytesMax },
    (request, _body, done) => {
      if (oneClick.test(request.url)) done(null, undefined);
      else done(new DomainError('MEDIA_TYPE_UNSUPPORTED'));
    },
  );
}
