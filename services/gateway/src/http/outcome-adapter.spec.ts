import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Answer } from '@gongxiang/messaging/rpc';
import Fastify, { type FastifyInstance } from 'fastify';
import { OutcomeAdapter } from './outcome-adapter.js';

const view = { sentences: Array.from({ length: 20_000 }, (_, index) => `第 ${index} 家分摊`) };
const compressed = gzipSync(JSON.stringify(view));
const head = { existing: false, replayed: false, version: null, isGzipped: true };

let server: FastifyInstance;

beforeAll(() => {
  const adapter = new OutcomeAdapter();
  server = Fastify();
  server.post('/previews', (request, reply) => {
    Object.assign(request, { endpoint: {} });
    void adapter.reply(reply, new Answer(head, compressed), 200);
  });
});
afterAll(() => server.close());

describe('an answer that a thread has compressed', () => {
  it('goes as it is to whoever takes it so', async () => {
    const headers = { 'accept-encoding': 'gzip, deflate, br' };
    const answer = await server.inject({ method: 'POST', url: '/previews', headers });
    expect(answer.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'application/json; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    expect(JSON.parse(gunzipSync(answer.rawPayload).toString())).toEqual(view);
  });

  it.each([{}, { 'accept-encoding': 'br' }, { 'accept-encoding': 'gzip;q=0' }])(
    'is opened for whoever sends %j',
    async (headers) => {
      const answer = await server.inject({ method: 'POST', url: '/previews', headers });
      expect(answer.headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8' });
      expect(answer.headers).not.toHaveProperty('content-encoding');
      expect(answer.json()).toEqual(view);
    },
  );
});
