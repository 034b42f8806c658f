import { Agent, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger, createMetrics } from '@gongxiang/observability';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it } from '@jest/globals';
import { installEdgeHooks } from './edge-hooks.js';

const jwtSecret = 'a secret of at least thirty-two characters';

class Signal {
  give: () => void = () => undefined;
  readonly given = new Promise<void>((resolve) => (this.give = resolve));
}

interface Served {
  readonly url: string;
  readonly server: FastifyInstance;
  readonly begun: Signal;
  readonly closing: Signal;
  readonly answered: Signal;
}

/** A server with one route, which replies when the test lets it. */
async function serve(): Promise<Served> {
  const server = new FastifyAdapter().getInstance() as unknown as FastifyInstance;
  const logger = createLogger({ service: 'closing', level: 'silent' });
  installEdgeHooks(server, { jwtSecret, logger, publicUrl: null, metrics: createMetrics('closing') });
  const begun = new Signal();
  const closing = new Signal();
  const answered = new Signal();
  server.addHook('preClose', (done) => {
    closing.give();
    done();
  });
  server.get('/slow', async () => {
    begun.give();
    await answered.given;
    return { done: true };
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/slow`, server, begun, closing, answered };
}

function ask(url: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume();
      resolve(response);
    }).once('error', reject);
  });
}

describe('a server that closes', () => {
  it('answers what is in flight, and does not wait for connections that their callers would keep', async () => {
    const agent = new Agent({ keepAlive: true });
    const { url, server, begun, closing, answered } = await serve();
    const response = ask(url, agent);
    await begun.given;
    const closed = server.close();
    await closing.given;
    answered.give();
    const { statusCode, headers } = await response;
    expect([statusCode, headers.connection]).toEqual([200, 'close']);
    await closed;
    agent.destroy();
  });
});
