import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { answerOf, createApi } from './client.js';
import { ProblemError, UnreachableError } from './problem.js';
import { SessionStore, type TextStorage } from './session-store.js';
import { Locks } from './tabs.fixture.js';
import { createTransport, type Transport } from './transport.js';

interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

type Answering = (request: IncomingMessage, body: string) => Reply;

let server: Server;
let baseUrl: string;
let answer: Answering;
let seen: string[];
let session: SessionStore;
let transport: Transport;

beforeEach(async () => {
  seen = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`);
      const reply = answer(request, body);
      response.writeHead(reply.status, { 'Content-Type': 'application/json', ...reply.headers });
      response.end(JSON.stringify(reply.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  session = new SessionStore(memory());
  transport = createTransport({ baseUrl, session, locale: () => 'en' });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('a session', () => {
  it('is renewed once for many requests that find it ended, and each is sent again', async () => {
    session.begin({ accessToken: 'old', refreshToken: 'r1' });
    answer = (request) => {
      if (request.url?.endsWith('/refresh'))
        return { status: 201, body: { accessToken: 'new', refreshToken: 'r2' } };
      return request.headers.authorization === 'Bearer new' ? { status: 200 } : problem(401, 'SESSION_ENDED');
    };
    const responses = await Promise.all([1, 2, 3].map(() => get('/api/v1/me')));
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(seen.filter((line) => line.includes('/refresh'))).toHaveLength(1);
    expect(session.refreshToken()).toBe('r2');
  });

  it('is opened by the kept token after a reload, before the first request', async () => {
    const storage = memory();
    new SessionStore(storage).begin({ accessToken: 'gone', refreshToken: 'r1' });
    session = new SessionStore(storage);
    transport = createTransport({ baseUrl, session, locale: () => 'en' });
    answer = (request, body) => {
      if (!request.url?.endsWith('/refresh')) return { status: 200 };
      expect(JSON.parse(body)).toEqual({ refreshToken: 'r1' });
      return { status: 201, body: { accessToken: 'new', refreshToken: 'r2' } };
    };
    await get('/api/v1/me');
    expect(seen).toEqual(['POST /api/v1/auth/sessions/refresh -', 'GET /api/v1/me Bearer new']);
  });

  it('ends where the renewal is refused, and the refusal is passed on', async () => {
    session.begin({ accessToken: 'old', refreshToken: 'r1' });
    answer = () => problem(401, 'SESSION_ENDED');
    expect((await get('/api/v1/me')).status).toBe(401);
    expect(session.isSignedIn()).toBe(false);
  });

  it('outlives a renewal that could not be asked for', async () => {
    session.begin({ accessToken: 'old', refreshToken: 'r1' });
    answer = (request) =>
      request.url?.endsWith('/refresh') ? { status: 502 } : problem(401, 'SESSION_ENDED');
    await expect(get('/api/v1/me')).rejects.toThrow(UnreachableError);
    expect(session.isSignedIn()).toBe(true);
  });

  it('is not asked for where somebody signs in with a wrong password', async () => {
    answer = () => problem(401, 'CREDENTIALS_WRONG');
    await transport(post('/api/v1/auth/sessions'));
    expect(seen).toEqual(['POST /api/v1/auth/sessions -']);
  });
});

describe('a session in several tabs', () => {
  const tabs = 7;
  let storage: TextStorage;
  /** What was renewed with, in order. An older one than the last ends the session. */
  let presented: string[];

  beforeEach(() => {
    storage = memory();
    new SessionStore(storage).begin({ accessToken: 'gone', refreshToken: 's.1.mac' });
    presented = [];
    answer = (request, body) => {
      if (!request.url?.endsWith('/refresh')) return { status: 200 };
      const { refreshToken } = JSON.parse(body) as { refreshToken: string };
      presented.push(refreshToken);
      const next = `s.${presented.length + 1}.mac`;
      return { status: 201, body: { accessToken: accessOf('s', presented.length), refreshToken: next } };
    };
  });

  afterEach(() => Locks.remove());

  /** A tab that was just loaded: it has no access token. */
  const openTab = (): Transport =>
    createTransport({ baseUrl, session: new SessionStore(storage), locale: () => 'en' });
  const inAll = (): Promise<Response[]> =>
    Promise.all(Array.from({ length: tabs }, () => openTab()(new Request(`${baseUrl}/api/v1/me`))));

  it('is renewed by one after the other, each with the token of the one before', async () => {
    new Locks().install();
    expect((await inAll()).map(({ status }) => status)).toEqual(Array(tabs).fill(200));
    expect(presented).toEqual(Array.from({ length: tabs }, (_, index) => `s.${index + 1}.mac`));
    expect(storage.getItem('gongxiang.refreshToken')).toBe(`s.${tabs + 1}.mac`);
  });

  it('is renewed by all at once in a browser without locks', async () => {
    expect((await inAll()).map(({ status }) => status)).toEqual(Array(tabs).fill(200));
    expect(presented.length - new Set(presented).size).toBeGreaterThan(0);
  });

  it('waits no longer than its patience for a tab that gets no answer', async () => {
    const locks = new Locks();
    locks.install();
    void locks.request('gongxiang.renewal', {}, () => new Promise(() => undefined));
    const patience = jest
      .spyOn(AbortSignal, 'timeout')
      .mockReturnValue(AbortSignal.abort(new DOMException('late', 'TimeoutError')));
    const { status } = await openTab()(new Request(`${baseUrl}/api/v1/me`));
    patience.mockRestore();
    expect([status, presented]).toEqual([200, ['s.1.mac']]);
  });

  it('is renewed where the browser has locks and grants none', async () => {
    new Locks(new DOMException('denied', 'SecurityError')).install();
    const { status } = await openTab()(new Request(`${baseUrl}/api/v1/me`));
    expect([status, presented]).toEqual([200, ['s.1.mac']]);
  });

  it('passes on that a renewal could not be asked for, and lets the next tab try', async () => {
    new Locks().install();
    const usual = answer;
    answer = () => ({ status: 502 });
    await expect(openTab()(new Request(`${baseUrl}/api/v1/me`))).rejects.toThrow(UnreachableError);
    answer = usual;
    expect((await openTab()(new Request(`${baseUrl}/api/v1/me`))).status).toBe(200);
  });

  it.each([
    ['keeps its token where another tab has renewed it', 's.2.mac', accessOf('s', 1)],
    ['gives it up where another tab has begun another one', 'other.1.mac', null],
  ])('%s', (_case, refreshToken, kept) => {
    const here = new SessionStore(storage);
    here.begin({ accessToken: accessOf('s', 1), refreshToken: 's.1.mac' });
    storage.setItem('gongxiang.refreshToken', refreshToken);
    here.changedElsewhere({ key: 'gongxiang.refreshToken' });
    expect(here.access()).toBe(kept);
  });
});

describe('a request that is too early', () => {
  it.each([
    ['what it refers to is on its way', problem(409, 'REFERENCE_PENDING', { 'Retry-After': '0' })],
    ['the first is still worked on', problem(409, 'IDEMPOTENCY_IN_PROGRESS', { 'Retry-After': '0' })],
    ['the platform is busy', problem(503, 'BUSY', { 'Retry-After': '0' })],
  ])('is repeated with the same key: %s', async (_case, first) => {
    const keys: unknown[] = [];
    answer = (request) => {
      keys.push(request.headers['idempotency-key']);
      return keys.length < 3 ? first : { status: 201 };
    };
    const response = await transport(post('/api/v1/activities/a/registrations', 'k1'));
    expect(response.status).toBe(201);
    expect(keys).toEqual(['k1', 'k1', 'k1']);
  });

  it('waits as long as it is told', async () => {
    answer = () => (seen.length === 1 ? problem(503, 'BUSY', { 'Retry-After': '1' }) : { status: 200 });
    const timers = jest.spyOn(globalThis, 'setTimeout');
    await get('/api/v1/me');
    const waited = timers.mock.calls.map(([, ms]) => ms);
    timers.mockRestore();
    expect(waited).toContain(1_000);
  });

  it('is given up after four attempts', async () => {
    answer = () => problem(503, 'BUSY', { 'Retry-After': '0' });
    expect((await get('/api/v1/me')).status).toBe(503);
    expect(seen).toHaveLength(4);
  });

  it.each([
    ['a refusal that stays', () => post('/api/v1/x', 'k1'), problem(409, 'ILLEGAL_TRANSITION')],
    ['a write without a key', () => post('/api/v1/x'), problem(503, 'BUSY', { 'Retry-After': '0' })],
  ])('is not repeated: %s', async (_case, request, reply) => {
    answer = () => reply;
    await transport(request());
    expect(seen).toHaveLength(1);
  });

  it('stops waiting when nobody wants the answer any more', async () => {
    answer = () => problem(503, 'BUSY', { 'Retry-After': '5' });
    const gone = new AbortController();
    setTimeout(() => gone.abort(new Error('left the page')), 50);
    await expect(transport(new Request(`${baseUrl}/x`, { signal: gone.signal }))).rejects.toThrow(
      'left the page',
    );
  });
});

describe('the client', () => {
  it('says in which language it wants its answers', async () => {
    let language: string | undefined;
    answer = (request) => {
      language = request.headers['accept-language'];
      return { status: 200 };
    };
    await get('/api/v1/me');
    expect(language).toBe('en');
  });

  it('throws the problem that the platform tells', async () => {
    answer = () => problem(422, 'TOO_MANY_COMPANIONS');
    const asked = answerOf(createApi(baseUrl, transport).GET('/api/v1/me'));
    await expect(asked).rejects.toThrow(ProblemError);
    await expect(asked).rejects.toMatchObject({ problem: { code: 'TOO_MANY_COMPANIONS', status: 422 } });
  });

  it('tells an unreachable platform from one that refuses', async () => {
    await new Promise((resolve) => server.close(resolve));
    await expect(get('/api/v1/me')).rejects.toThrow(UnreachableError);
  });
});

/** An access token, as far as the page reads it. */
function accessOf(sid: string, number: number): string {
  return `e30.${Buffer.from(JSON.stringify({ sub: 'p', sid, number })).toString('base64url')}.x`;
}

function get(path: string): Promise<Response> {
  return transport(new Request(baseUrl + path));
}

function post(path: string, key?: string): Request {
  return new Request(baseUrl + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(key === undefined ? {} : { 'Idempotency-Key': key }) },
    body: '{"companions":[]}',
  });
}

function problem(status: number, code: string, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers,
    body: { type: '', title: '', status, code, detail: code, traceId: '', errors: [] },
  };
}

function memory(): TextStorage {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
