import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { holdRefusals } from './held-refusals.js';

const callers = 64;
const heldMax = 2_000;

let server: FastifyInstance;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  server = new FastifyAdapter().getInstance() as unknown as FastifyInstance;
  holdRefusals(server);
  server.get('/refused', (_request, reply) => reply.code(429).send());
  server.get('/answered', (_request, reply) => reply.send());
});

afterEach(async () => {
  jest.useRealTimers();
  await server.close();
});

/** Lets what has been sent be answered; time stands still meanwhile. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
};

describe('whoever asks again as soon as they are refused', () => {
  it('is refused twice a second on each connection, as a refusal is held back', async () => {
    let refusals = 0;
    const ask = async (): Promise<void> => {
      await server.inject('/refused');
      refusals += 1;
      if (refusals < callers * 10) await ask();
    };
    for (let caller = 0; caller < callers; caller += 1) void ask();
    await settle();
    expect(refusals).toBe(0);
    for (const seconds of [1, 2, 3]) {
      await jest.advanceTimersByTimeAsync(500);
      await settle();
      await jest.advanceTimersByTimeAsync(500);
      await settle();
      expect(refusals).toBe(callers * 2 * seconds);
    }
    await jest.advanceTimersByTimeAsync(10_000);
  });

  it('makes nobody wait who is answered', async () => {
    const answers = await Promise.all([server.inject('/answered'), server.inject('/answered')]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  });

  it('is refused at once where as many are held back as there may be', async () => {
    const held = Array.from({ length: heldMax }, () => server.inject('/refused'));
    await settle();
    expect((await server.inject('/refused')).statusCode).toBe(429);
    await jest.advanceTimersByTimeAsync(500);
    expect((await Promise.all(held)).length).toBe(heldMax);
  });
});
