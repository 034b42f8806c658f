import { afterEach, describe, expect, it } from '@jest/globals';
import { createLogger, createMetrics } from '@gongxiang/observability';
import Fastify, { type FastifyInstance } from 'fastify';
import { installEdgeHooks } from './edge-hooks.js';
import type { EdgeRequest } from './edge-request.js';
import { originOf } from './origin.js';

let server: FastifyInstance;

afterEach(() => server.close());

/** The origin of links for a request with this host. */
async function originFor(host: string, publicUrl: string | null): Promise<string> {
  server = Fastify();
  const logger = createLogger({ service: 'gateway', level: 'error' });
  const metrics = createMetrics('gateway');
  installEdgeHooks(server, { jwtSecret: 's'.repeat(32), publicUrl, logger, metrics });
  server.get('/', (request) => originOf(request as EdgeRequest));
  return (await server.inject({ url: '/', headers: { host } })).body;
}

describe('the address in links', () => {
  it.each([
    [
      'is the configured one, whatever host a request names',
      'evil.example',
      'https://union.example',
      'https://union.example',
    ],
    ['is the host of the request where none is configured', 'localhost:3000', null, 'http://localhost:3000'],
    ['repeats nothing that is no name of a host', 'a"><script>', null, ''],
  ])('%s', async (_what, host, publicUrl, expected) => {
    expect(await originFor(host, publicUrl)).toBe(expected);
  });
});
