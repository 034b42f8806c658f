import type { FastifyRequest } from 'fastify';

/** As the caller addressed us, such as `https://union.example`. A host that is no host's name is not repeated. */
export function originOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
  return /^[\w.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i.test(host) ? `${protocol}://${host}` : '';
}
