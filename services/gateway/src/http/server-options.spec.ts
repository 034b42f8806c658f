import rateLimit from '@fastify/rate-limit';
import cors from '@fastify/cors';
import { afterEach, describe, expect, it } from '@jest/globals';
import { newId } from '@gongxiang/domain';
import Fastify, { type FastifyInstance } from 'fastify';
import { GatewayConfig } from '../config/config.js';
import type { EdgeRequest, Identity } from './edge-request.js';
import { installJsonBody } from './json-body.js';
import { bodyLimiter, corsOptions, limitOptions, serverOptions } from './server-options.js';

const config = Object.assign(new GatewayConfig(), { limitPerAddress: 2, limitPerPerson: 4 });
const keysOfOne = ['a'.repeat(64), 'b'.repeat(64)] as const;
const nobody = (): Identity => ({ kind: 'nobody', reason: 'NOT_SIGNED_IN' });
const origin = 'https://portal.example';
const servers: FastifyInstance[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const ownerOfKey = (hash: string): string | null => (keysOfOne.some((key) => key === hash) ? 'p' : null);

/**
 * A server whose callers are determined by `identityOf`, and that replies with their address. @returns its own
 * address
 */
async function serve(identityOf: () => Identity, settings = config): Promise<string> {
  const server = Fastify(serverOptions(settings));
  servers.push(server);
  server.addHook('onRequest', (request, _reply, done) => {
    (request as EdgeRequest).identity = identityOf();
    done();
  });
  await server.register(cors, corsOptions(origin));
  await server.register(rateLimit, limitOptions(settings, { ownerOfKey }));
  installJsonBody(server, bodyLimiter(server));
  server.get('/', (request) => request.ip);
  server.post('/', () => 'read');
  return server.listen({ host: '127.0.0.1', port: 0 });
}

/** In turn: a key of a person, another one of theirs, and a session. */
const alternately = (() => {
  let turn = 0;
  return (): Identity => {
    turn += 1;
    const hash = keysOfOne[turn % 3];
    return hash === undefined
      ? { kind: 'session', personId: 'p', sessionId: newId(), endsAt: 0 }
      : { kind: 'apiKey', hash };
  };
})();

describe('the limit', () => {
  it.each<[string, () => Identity, number]>([
    ['an address where nobody is signed in', nobody, 2],
    ['an address that makes up keys', () => ({ kind: 'apiKey', hash: newId() }), 2],
    ['a key that is known', () => ({ kind: 'apiKey', hash: keysOfOne[0] }), 4],
    ['all keys and sessions of a person together', alternately, 4],
    ['a person', () => ({ kind: 'session', personId: 'p', sessionId: newId(), endsAt: 0 }), 4],
  ])('of %s', async (_who, identityOf, allowed) => {
    const url = await serve(identityOf);
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await fetch(url)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(allowed);
  });
});

describe('a large body', () => {
  it('counts as the many requests that it takes the time of, for whoever sends it', async () => {
    const settings = Object.assign(new GatewayConfig(), { limitPerAddress: 20 });
    const url = await serve(nobody, settings);
    const send = async (kilobytes: number): Promise<number> => {
      const body = JSON.stringify('x'.repeat(kilobytes * 1_000));
      return (await fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }))
        .status;
    };
    expect([await send(1), await send(5), await send(80), await send(80)]).toEqual([200, 200, 200, 500]);
    expect((await fetch(url)).status).toBe(500);
  });
});

describe('a caller with a network of addresses', () => {
  it('is counted as one', async () => {
    const settings = Object.assign(new GatewayConfig(), { limitPerAddress: 2, trustedProxies: '127.0.0.1' });
    const url = await serve(nobody, settings);
    const ask = (address: string) => fetch(url, { headers: { 'X-Forwarded-For': address } });
    const answers = [];
    for (const n of [1, 2, 3]) answers.push((await ask(`2001:db8:0:7::${n}`)).status);
    expect(answers.map((status) => status === 200)).toEqual([true, true, false]);
    expect((await ask('2001:db8:0:8::1')).status).toBe(200);
  });
});

describe('the address of the caller', () => {
  it.each([
    ['without a proxy, whatever the header says', undefined, '127.0.0.1'],
    ['behind proxies of ours, what the outermost of them saw', '127.0.0.1, 10.0.0.0/24', '203.0.113.9'],
    ['from where no proxy of ours stands', '10.0.0.0/24', '127.0.0.1'],
  ])('%s', async (_where, trustedProxies, expected) => {
    const settings = Object.assign(new GatewayConfig(), trustedProxies ? { trustedProxies } : {});
    const headers = { 'X-Forwarded-For': '198.51.100.1, 203.0.113.9, 10.0.0.8' };
    const answer = await fetch(await serve(nobody, settings), { headers });
    expect(await answer.text()).toBe(expected);
  });
});

describe('a page of another origin', () => {
  it('may change things, and reads the version and when to come again', async () => {
    const url = await serve(nobody);
    const headers = { Origin: origin, 'Access-Control-Request-Method': 'PATCH' };
    const preflight = await fetch(url, { method: 'OPTIONS', headers });
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
    const answer = await fetch(url, { headers: { Origin: origin } });
    expect(answer.headers.get('access-control-expose-headers')).toBe(
      'Content-Disposition, ETag, Idempotency-Hit, Retry-After',
    );
  });
});
