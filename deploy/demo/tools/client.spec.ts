import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Client } from './client.js';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** A gateway that knows one access token at a time, and counts how often it has given the next. */
async function gateway(): Promise<{ readonly url: string; readonly renewals: string[]; end: () => void }> {
  const renewals: string[] = [];
  let good = 'first';
  const answers = createServer((request, response) => {
    const say = (status: number, body: object): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.url === '/api/v1/auth/sessions/refresh') {
      request.resume().on('end', () => {
        good = `next ${renewals.push(String(request.headers.authorization))}`;
        say(200, { accessToken: good, refreshToken: 'another' });
      });
      return;
    }
    if (request.headers.authorization === `Bearer ${good}`) say(200, { by: good });
    else say(401, { code: 'SESSION_ENDED', detail: '登录已失效' });
  });
  server = answers;
  await new Promise<void>((resolve) => answers.listen(0, '127.0.0.1', resolve));
  const { port } = answers.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, renewals, end: () => void (good = 'none of theirs') };
}

describe('a caller whose session ends while the story goes on', () => {
  it('renews it once, however many requests find it over, and asks again', async () => {
    const { url, renewals, end } = await gateway();
    const client = new Client(url).as({ accessToken: 'first', refreshToken: 'one' });
    expect(await client.get('/me')).toEqual({ by: 'first' });
    end();
    const both = await Promise.all([client.get('/me'), client.get('/activities')]);
    expect(both).toEqual([{ by: 'next 1' }, { by: 'next 1' }]);
    expect(renewals).toEqual(['undefined']);
    end();
    expect(await client.get('/me')).toEqual({ by: 'next 2' });
  });

  it('is told so where nothing renews it', async () => {
    const { url, end } = await gateway();
    const client = new Client(url).as({ accessToken: 'first' });
    end();
    await expect(client.get('/me')).rejects.toMatchObject({ status: 401, code: 'SESSION_ENDED' });
  });
});
