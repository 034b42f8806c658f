import { createHmac, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { CreatedApiKeyView } from '@gongxiang/contracts/membership/access/api-key.contract';
import type { SessionView, SignInView } from '@gongxiang/contracts/membership/access/session.contract';
import type { MeView } from '@gongxiang/contracts/membership/members/me.contract';
import { roleContract } from '@gongxiang/contracts/membership/unions/role.contract';
import { rootPath, systemCall } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { continueTrace } from '@gongxiang/observability';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createInbox } from '@nats-io/transport-node';
import { type Answer, ask, fileOf, type Question, send } from './ask.js';
import {
  grantRole,
  roleIdOf,
  insertMembers,
  makeNetwork,
  makePerson,
  memberPassword,
  type Network,
  type Person,
  publishActivity,
} from './fixtures.js';
import { sharedPlatform } from './shared-platform.js';
import { connectAsAdmin } from './streams.js';
import type { TestPlatform } from './test-platform.js';

/** At a copy of the gateway that is told so; at the other one, which the rest asks, nobody runs into a limit. */
const limitPerPerson = 600;
/** The gateway remembers who somebody is for 30 s: what holds within a third of that was told, and did not just run out. */
const toldWithinMs = 10_000;
let platform: TestPlatform;
let network: Network;
let officer: Person;
let member: Person;

beforeAll(async () => {
  platform = await sharedPlatform();
  network = await makeNetwork(platform);
  officer = await makePerson(platform, network, network.near, ['officer', 'organiser']);
  member = await makePerson(platform, network, network.near);
});

afterAll(() => platform?.stop());

/** As the officer, unless the question says otherwise. */
const request = (method: string, path: string, question: Question = {}): Promise<Answer> =>
  ask(platform.gatewayUrl, method, path, { token: officer.token, ...question });

const newUnion = (): object => ({ parentId: network.near.id, name: `分会 ${randomUUID()}` });
const text = { 'Content-Type': 'text/plain' };
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

describe('the edge', () => {
  it.each<[string, string, string, Question, number, string]>([
    ['malformed JSON', 'POST', '/unions', { body: '{"name":' }, 400, 'BODY_NOT_JSON'],
    ['an empty body that says it is JSON', 'POST', '/unions', { body: '' }, 400, 'BODY_NOT_JSON'],
    ['a body that is no object', 'POST', '/unions', { body: '[]' }, 400, 'VALIDATION_FAILED'],
    ['poisoned JSON', 'POST', '/unions', { body: '{"__proto__":{"a":1}}' }, 400, 'BODY_NOT_JSON'],
    ['plain text', 'POST', '/unions', { body: 'name', headers: text }, 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['a form', 'POST', '/unions', { body: 'name=x', headers: form }, 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['a link of a mail', 'POST', '/notice-refusals/x', { body: 'a=b', headers: form }, 422, 'LINK_INVALID'],
    ['the longest link of a message', 'GET', `/acts/${'x'.repeat(500)}`, {}, 422, 'LINK_INVALID'],
    ['no key for a write', 'POST', '/unions', { key: null }, 400, 'IDEMPOTENCY_KEY_REQUIRED'],
    ['a key without end', 'POST', '/unions', { key: 'k'.repeat(201) }, 400, 'IDEMPOTENCY_KEY_FORMAT'],
    ['a page of 201', 'GET', '/unions?limit=201', {}, 400, 'VALIDATION_FAILED'],
    ['a page of 0', 'GET', '/unions?limit=0', {}, 400, 'VALIDATION_FAILED'],
    ['a page of some', 'GET', '/unions?limit=some', {}, 400, 'VALIDATION_FAILED'],
    ['two limits', 'GET', '/unions?limit=1&limit=2', {}, 400, 'VALIDATION_FAILED'],
    ['a filter that nobody knows', 'GET', '/unions?colour=red', {}, 400, 'VALIDATION_FAILED'],
    ['a garbled cursor', 'GET', '/unions?cursor=garbage', {}, 400, 'CURSOR_INVALID'],
    ['a path with no id', 'GET', '/unions/abc', {}, 400, 'VALIDATION_FAILED'],
    ['a route that is none', 'GET', '/nothing', {}, 404, 'NOT_FOUND'],
    ['a method that is none', 'PUT', '/unions', {}, 404, 'NOT_FOUND'],
    ['an upload that is no file', 'POST', '/files', { body: {} }, 415, 'MEDIA_TYPE_UNSUPPORTED'],
  ])('refuses %s with %s %s by a problem document', async (_what, method, path, question, status, code) => {
    const answer = await request(method, path, question);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    expect(answer.body.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.text).not.toMatch(/at .*\.(js|ts):\d+/);
  });

  it('points at each field that is wrong, also at one that nobody knows', async () => {
    const answer = await request('POST', '/unions', { body: { parentId: 'zz', name: '', bogus: 1 } });
    expect(answer.status).toBe(400);
    const pointers = answer.body.errors?.map((one) => [one.pointer, one.code]);
    expect(pointers).toEqual(
      expect.arrayContaining([
        ['/parentId', 'UUID_EXPECTED'],
        ['/name', 'TEXT_LENGTH'],
        ['/bogus', 'UNKNOWN_FIELD'],
      ]),
    );
    expect(pointers).toHaveLength(3);
  });

  it('refuses a body that says that it has more than four megabytes, before it is sent', async () => {
    const { status, code } = await declareBody(4 * 1024 * 1024 + 1);
    expect([status, code]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  it('refuses a file that is not what it is called, and one above 20 MB', async () => {
    const disguised = await request('POST', '/files', {
      body: fileOf('a.pdf', '\u0000MZ', 'application/pdf'),
    });
    expect(disguised.status).toBe(415);
    const large = await request('POST', '/files', {
      body: fileOf('a.csv', 'a,b\n'.repeat(5_500_000), 'text/csv'),
    });
    expect([large.status, large.body.code]).toEqual([413, 'FILE_TOO_LARGE']);
  });

  it('speaks Chinese, and English to whoever asks for it, under the same code', async () => {
    const inChinese = await request('GET', '/unions/019a0000-0000-7000-8000-000000000001');
    const inEnglish = await request('GET', '/unions/019a0000-0000-7000-8000-000000000001', {
      headers: { 'Accept-Language': 'en-GB,en;q=0.9' },
    });
    expect([inChinese.body.code, inEnglish.body.code]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect([inChinese.body.title, inEnglish.body.title]).toEqual(['没有找到', 'Not found']);
    expect(inChinese.body.detail).toMatch(/\p{Script=Han}/u);
    expect(inEnglish.body.detail).not.toMatch(/\p{Script=Han}/u);
  });

  it('sends the headers that protect a browser, and never says what it runs on', async () => {
    for (const answer of [await request('GET', '/me'), await request('GET', '/nothing')]) {
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=');
      expect(answer.headers.get('permissions-policy')).toMatch(/^camera=\(self\), microphone=\(\), /);
      expect(answer.headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(answer.headers.get('x-powered-by')).toBeNull();
      expect(answer.headers.get('server')).toBeNull();
    }
    expect((await request('GET', '/me')).headers.get('cache-control')).toBe('no-store');
  });

  it('lets no page of another origin read anything', async () => {
    const headers = { Origin: 'https://evil.example' };
    const answer = await request('GET', '/me', { headers });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await send(platform.gatewayUrl, 'OPTIONS', '/unions', {
      headers: { ...headers, 'Access-Control-Request-Method': 'POST' },
    });
    expect(preflight.ok).toBe(false);
    expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('keeps metrics off the public port', async () => {
    const answer = await send(platform.gatewayUrl, 'GET', '/health/../metrics');
    expect(await answer.text()).not.toContain('# HELP');
  });
});

/** Announces a body of a size, and sends its first byte alone. */
function declareBody(bytes: number): Promise<{ status: number | undefined; code: string | undefined }> {
  return new Promise((resolve, reject) => {
    const headers = {
      Authorization: `Bearer ${officer.token}`,
      'Content-Type': 'application/json',
      'Content-Length': String(bytes),
      'Idempotency-Key': randomUUID(),
    };
    const started = httpRequest(
      `${platform.gatewayUrl}/api/v1/unions`,
      { method: 'POST', headers },
      (response) => {
        response.setEncoding('utf8').once('data', (chunk: string) => {
          resolve({ status: response.statusCode, code: (JSON.parse(chunk) as { code?: string }).code });
          started.destroy();
        });
      },
    );
    started.once('error', reject).write('{');
  });
}

describe('a conditional change', () => {
  it('asks for the version, refuses a stale one, and tells the new one', async () => {
    const union = await request('POST', '/unions', { body: newUnion() });
    const path = `/unions/${union.body.id}`;
    expect(union.headers.get('etag')).toBe('"1"');
    const body = { name: '新的名字' };
    const without = await request('PATCH', path, { body });
    const garbled = await request('PATCH', path, { body, headers: { 'If-Match': '*' } });
    const right = await request('PATCH', path, { body, ifMatch: 1 });
    const stale = await request('PATCH', path, { body, ifMatch: 1 });
    expect([without.status, garbled.status, right.status, stale.status]).toEqual([428, 412, 200, 412]);
    expect(right.headers.get('etag')).toBe('"2"');
    expect(stale.body.code).toBe('VERSION_STALE');
  });

  it('of two that saw the same version lets one through', async () => {
    const union = await request('POST', '/unions', { body: newUnion() });
    const answers = await Promise.all(
      ['甲', '乙', '丙'].map((name) =>
        request('PATCH', `/unions/${union.body.id}`, { body: { name }, ifMatch: 1 }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412]);
  });
});

describe('a request on NATS', () => {
  /** As the gateway would send it for an officer who is none. */
  const grant = (client: RpcClient): Promise<unknown> => {
    const { near } = network;
    const forged = { unionId: near.id, unionPath: rootPath, version: 1, personId: member.personId };
    return client.call(
      roleContract.grant,
      { unionId: near.id, personId: member.personId, role: 'organiser' },
      {
        ...systemCall(continueTrace(undefined)),
        actor: { ...forged, roles: [{ role: 'officer', unionId: near.id, path: rootPath }] },
        idempotencyKey: randomUUID(),
        deadline: Date.now() + 100_000,
      },
    );
  };

  async function withKeys<T>(
    keys: Readonly<Record<string, string>>,
    use: (client: RpcClient) => Promise<T>,
  ): Promise<T> {
    const url = new URL(platform.natsUrl);
    [url.username, url.password] = ['gateway', platform.secrets.natsPasswords['gateway'] ?? ''];
    const client = new RpcClient(url.href, keys);
    await client.onModuleInit();
    try {
      return await use(client);
    } finally {
      await client.onApplicationShutdown();
    }
  }

  const rolesOfMember = async (): Promise<MeView['roles']> => (await member.client.get<MeView>('/me')).roles;

  it('is the gateway’s alone: who has its password on NATS and the key of another service opens nothing', async () => {
    const { membership = '', sharing = '' } = platform.secrets.rpcKeys;
    await expect(withKeys({ membership: sharing }, grant)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(await rolesOfMember()).toEqual([]);
    // Nothing else was wrong with it.
    await expect(withKeys({ membership }, grant)).resolves.toMatchObject({ existing: false });
    await eventually(async () => expect(await rolesOfMember()).toHaveLength(1));
  });

  it('without a seal is refused at once', async () => {
    const nats = await connectAsAdmin(platform);
    const reply = `${createInbox('_INBOX_gateway')}.1`;
    const answer = new Promise<number | undefined>((resolve) => {
      nats.subscribe(reply, { max: 1, callback: (_error, { headers }) => resolve(headers?.code) });
    });
    await nats.flush();
    nats.publish('rpc.membership', '[[1,"membership.role.grant",{}]]\n', { reply });
    expect(await answer).toBe(503);
    await nats.close();
  });
});

const hs256 = { alg: 'HS256', typ: 'JWT' };
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (header: object, claims: object, secret: string): string => {
  const content = `${part(header)}.${part(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
};

describe('a token', () => {
  it('that is forged, unsigned or over is refused, and which of it is not said', async () => {
    const claims = JSON.parse(
      Buffer.from(member.token.split('.')[1] ?? '', 'base64url').toString(),
    ) as object;
    // The gateway remembers whose the session is.
    expect((await request('GET', '/me', { token: member.token })).status).toBe(200);
    const tokens = [
      'garbage',
      signed(hs256, claims, 'x'.repeat(48)),
      `${part({ alg: 'none' })}.${part(claims)}.`,
      signed(hs256, { ...claims, exp: 1_700_000_000 }, platform.secrets.jwtSecret),
      signed(hs256, { ...claims, exp: undefined }, platform.secrets.jwtSecret),
      signed(hs256, { ...claims, sid: randomUUID() }, platform.secrets.jwtSecret),
      signed(hs256, { ...claims, sub: randomUUID() }, platform.secrets.jwtSecret),
      'gx_nobodys',
    ];
    for (const token of tokens) {
      const answer = await request('GET', '/me', { token });
      expect([answer.status, answer.body.code]).toEqual([401, 'SESSION_ENDED']);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    const nobody = await request('GET', '/me', { token: null });
    expect([nobody.status, nobody.body.code]).toEqual([401, 'NOT_SIGNED_IN']);
  });

  it('of a revoked session is refused at once, on every connection', async () => {
    const body = { account: member.account, password: memberPassword };
    const session = await member.client.post<SignInView>('/auth/sessions', body);
    const second = session.accessToken;
    expect((await request('GET', '/me', { token: second })).status).toBe(200);
    const sessions = await member.client.get<{ items: SessionView[] }>('/auth/sessions');
    const newest = sessions.items[0]?.id ?? '';
    expect((await request('DELETE', `/auth/sessions/${newest}`, { token: member.token })).status).toBe(200);
    await eventually(
      async () => expect((await request('GET', '/me', { token: second })).status).toBe(401),
      toldWithinMs,
    );
    expect((await request('GET', '/me', { token: member.token })).status).toBe(200);
    const { refreshToken } = session;
    const refresh = await request('POST', '/auth/sessions/refresh', { token: null, body: { refreshToken } });
    expect(refresh.status).toBe(401);
  });

  it('of any other session is refused once its person has signed out everywhere else', async () => {
    const body = { account: member.account, password: memberPassword };
    const tokens: string[] = [];
    for (let n = 0; n < 2; n += 1)
      tokens.push((await member.client.post<SignInView>('/auth/sessions', body)).accessToken);
    const seen = (token: string): Promise<Answer> => request('GET', '/me', { token });
    for (const token of tokens) expect((await seen(token)).status).toBe(200);
    const without = await request('DELETE', '/auth/sessions', { token: member.token });
    expect([without.status, without.body.errors?.[0]?.pointer]).toEqual([400, '/which']);
    const others = await request('DELETE', '/auth/sessions?which=others', { token: member.token });
    expect([others.status, JSON.parse(others.text)]).toEqual([200, { ended: 2 }]);
    for (const token of tokens)
      await eventually(async () => expect((await seen(token)).status).toBe(401), toldWithinMs);
    expect((await seen(member.token)).status).toBe(200);
  });

  it('carries no roles: one that is granted or revoked holds at once', async () => {
    const path = `/unions/${network.near.id}/roles`;
    const seen = async (): Promise<number> => (await request('GET', path, { token: member.token })).status;
    expect(await seen()).toBe(403);
    const { operator } = network;
    await grantRole(network, network.near, member.personId, 'officer');
    await eventually(async () => expect(await seen()).toBe(200), toldWithinMs);
    const held = { unionId: network.near.id, personId: member.personId, role: 'officer' } as const;
    const roleId = await roleIdOf(operator.client, held);
    const revoked = await request('DELETE', `${path}/${roleId}`, { token: operator.token });
    expect(revoked.status).toBe(200);
    await eventually(async () => expect(await seen()).toBe(403), toldWithinMs);
  });

  it('of an API key may no more than its scopes and its person, and nothing once it is revoked', async () => {
    const key = await officer.client.post<CreatedApiKeyView>('/api-keys', {
      name: '只读',
      scopes: ['read'],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
      password: memberPassword,
    });
    const token = key.key ?? '';
    expect((await request('GET', '/unions', { token })).status).toBe(200);
    expect((await request('GET', '/audit?service=membership', { token })).status).toBe(403);
    const write = await request('POST', '/unions', { token, body: newUnion() });
    expect([write.status, write.body.code]).toEqual([403, 'SCOPE_MISSING']);
    const preview = await request('POST', '/identifiers/check', {
      token,
      body: { kind: 'uscc', value: '91310000MA1FL00030' },
    });
    expect(preview.status).toBe(200);
    await request('DELETE', `/api-keys/${key.id}`);
    await eventually(
      async () => expect((await request('GET', '/unions', { token })).status).toBe(401),
      toldWithinMs,
    );
  });
});

describe('a hint', () => {
  it('reaches the page of whom it concerns, says only that something changed, and nobody else gets it', async () => {
    const activity = await publishActivity(officer.client, network.near, 5);
    const stop = new AbortController();
    const [mine, theirs] = await Promise.all(
      [member, officer].map((person) => hintsOf(person.token, stop.signal)),
    );
    await member.client.post(`/activities/${activity.id}/registrations`);
    await eventually(() => expect(mine?.text()).toMatch(/event: hint\ndata: .*\n/));
    const data = /data: (.*)/.exec(mine?.text() ?? '')?.[1] ?? '{}';
    expect(Object.keys(JSON.parse(data) as object).sort()).toEqual(['id', 'resource', 'version']);
    expect(theirs?.text()).not.toContain('event: hint');
    stop.abort();
  });
});

describe('an open stream of hints', () => {
  it('ends with its session', async () => {
    const body = { account: member.account, password: memberPassword };
    const { accessToken } = await member.client.post<SignInView>('/auth/sessions', body);
    const hints = await hintsOf(accessToken, new AbortController().signal);
    const sessions = await member.client.get<{ items: SessionView[] }>('/auth/sessions');
    await request('DELETE', `/auth/sessions/${sessions.items[0]?.id}`, { token: member.token });
    await eventually(() => expect(hints.hasEnded()).toBe(true));
    expect((await request('GET', '/events', { token: accessToken })).status).toBe(401);
  });

  it('is one of twenty of its person at most, who leaves everybody else theirs; one that is closed makes room', async () => {
    const [greedy, calm] = (await insertMembers(platform, network, network.far, 2)) as [Person, Person];
    const stop = new AbortController();
    const first = new AbortController();
    await hintsOf(greedy.token, first.signal);
    await Promise.all(Array.from({ length: 19 }, () => hintsOf(greedy.token, stop.signal)));
    const refused = await request('GET', '/events', { token: greedy.token });
    expect([refused.status, refused.body.code]).toEqual([429, 'STREAMS_TOO_MANY']);
    expect(refused.headers.get('retry-after')).toBe('60');
    await hintsOf(calm.token, stop.signal);
    first.abort();
    await eventually(() => hintsOf(greedy.token, stop.signal));
    stop.abort();
  });

  it('ends with the token that it was opened with, though nobody has told of its end', async () => {
    const { personId } = member;
    const body = { account: member.account, password: memberPassword };
    const { accessToken } = await member.client.post<SignInView>('/auth/sessions', body);
    const [, claims = ''] = accessToken.split('.');
    const { sid } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sid: string };
    const exp = Math.ceil(Date.now() / 1_000) + 2;
    const token = signed(hs256, { sub: personId, sid, exp }, platform.secrets.jwtSecret);
    const hints = await hintsOf(token, new AbortController().signal);
    await eventually(() => expect(hints.hasEnded()).toBe(true));
  });
});

interface Hints {
  /** What has come so far. */
  text(): string;
  hasEnded(): boolean;
}

/** An event stream that has begun: from now on no hint is missed. */
async function hintsOf(token: string, signal: AbortSignal): Promise<Hints> {
  const response = await send(platform.gatewayUrl, 'GET', '/events', { token }, signal);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  let text = '';
  let hasEnded = false;
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array);
    hasEnded = true;
  };
  void read().catch(() => undefined); // ended by the abort
  const hints = { text: () => text, hasEnded: () => hasEnded };
  await eventually(() => expect(hints.text()).toContain('retry:'));
  return hints;
}

describe('the limit per person', () => {
  it('answers 429 with the time to wait to who asks too much, and leaves a colleague alone', async () => {
    await platform.start('gateway', { LIMIT_PER_PERSON: String(limitPerPerson) });
    const { origin } = new URL(platform.healthUrl('gateway', 1));
    const [busy, calm] = (await insertMembers(platform, network, network.far, 2)) as [Person, Person];
    const asks = ({ token }: Person): Promise<Answer> => ask(origin, 'GET', '/unions?limit=1', { token });
    const answers = await Promise.all(Array.from({ length: limitPerPerson + 10 }, () => asks(busy)));
    const refused = answers.filter((answer) => answer.status === 429);
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(limitPerPerson);
    expect(refused).toHaveLength(10);
    expect(refused[0]?.body.code).toBe('TOO_MANY_REQUESTS');
    const seconds = Number(refused[0]?.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await asks(calm)).status).toBe(200);
  });
});
