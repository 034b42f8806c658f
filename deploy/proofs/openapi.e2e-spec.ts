import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProcess } from '@gongxiang/testing';
import { accessTables } from './access-tables.js';
import { type AccessRow, type AccessWorld, askRow, makeAccessWorld } from './access-world.js';
import { ask } from './ask.js';
import {
  compileClient,
  type Description,
  lint,
  type SeenAnswer,
  undocumented,
  withAnswers,
} from './description.js';
import { memberPassword, newResident } from './fixtures.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const rows = accessTables.flatMap(([, some]) => some);

let platform: TestPlatform;
let document: Description;
let directory: string;
let world: AccessWorld;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-description-'));
  // One person asks for more in a minute than people do: each decision is looked at before.
  platform = await startTestPlatform({}, { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '1000000' });
  const response = await fetch(`${platform.gatewayUrl}/api/openapi.json`);
  document = (await response.json()) as Description;
  world = await makeAccessWorld(platform);
});

afterAll(async () => {
  await platform?.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Some thousands of requests, one after the other, also where others use the machine. */
const everyRouteMs = 600_000;

describe('/api/openapi.json', () => {
  it('is found faultless by a linter', async () => {
    expect(await lint(document, directory)).toEqual([]);
  });

  it(
    'is what every route answers by: status, media type and shape, to nobody and to the right person',
    async () => {
      const seen: SeenAnswer[] = [];
      for (const row of rows) seen.push(...(await answersOf(world, row)));
      seen.push(...(await refusals(world)));
      expect(undocumented(document, seen)).toEqual([]);
      const found = await lint(withAnswers(document, seen), directory);
      // The answers stand in no message: one may be a token.
      expect(found.map(({ message, pointer }) => `${pointer}: ${message}`)).toEqual([]);
      const succeeded = seen.filter(({ answer }) => answer.status < 300);
      expect(new Set(succeeded.map(({ route }) => route)).size).toBeGreaterThan(150);
    },
    everyRouteMs,
  );

  it('makes a client that compiles strictly and walks from sign-in to a published activity', async () => {
    const file = join(directory, 'openapi.json');
    writeFileSync(file, JSON.stringify(document));
    copyFileSync(
      fileURLToPath(new URL('second-client.mjs', import.meta.url)),
      join(directory, 'second-client.mjs'),
    );
    await compileClient(file, directory);
    const came = await walk();
    expect(came).toMatchObject({ matched: true, state: 'published', refusal: [401, 'NOT_SIGNED_IN'] });
    const session = await ask(platform.gatewayUrl, 'POST', '/auth/sessions', {
      body: { account: 'second-client', password: memberPassword },
    });
    const token = session.body.accessToken ?? null;
    const activity = await ask(platform.gatewayUrl, 'GET', `/activities/${came.activityId}`, { token });
    expect([activity.status, activity.body.state]).toEqual([200, 'published']);
  });
});

describe('the proofs of the description', () => {
  const operation = {
    operationId: 'thing',
    summary: 'A thing',
    tags: ['things'],
    security: [],
    responses: {
      200: {
        description: 'Done',
        content: {
          'application/json': {
            schema: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
          },
        },
      },
      404: {
        description: 'Not there',
        content: {
          'application/problem+json': {
            schema: { type: 'object', properties: { type: { type: 'string' }, title: { type: 'string' } } },
          },
        },
      },
    },
  };
  const sound = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    tags: [{ name: 'things', description: 'Things' }],
    paths: { '/api/v1/things': { get: operation } },
    components: { responses: {} },
  };
  const answered = (status: number, body: object): SeenAnswer => {
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    const headers = new Headers({ 'Content-Type': type });
    return { route: 'GET /things', answer: { status, headers, text: '', body } };
  };

  it('find a field that is missing, one that nobody described, one of another type, and nothing else', async () => {
    const wrong = [{}, { id: '1', secret: 'x' }, { id: 1 }].map((body) => answered(200, body));
    const seen = [...wrong, answered(200, { id: '1' })];
    const found = await lint(withAnswers(sound, seen), directory);
    expect(found.map(({ rule, pointer }) => [rule, /seen-\d/.exec(pointer)?.[0]])).toEqual(
      [0, 1, 2].map((index) => ['no-invalid-media-type-examples', `seen-${index}`]),
    );
    expect(undocumented(sound, [...seen, answered(409, { code: 'CONFLICT' })])).toEqual([
      'GET /things → 409 application/problem+json CONFLICT',
    ]);
  });

  it('find an operation that says nothing of who may call it', async () => {
    const { security: _security, ...silent } = operation;
    const found = await lint({ ...sound, paths: { '/api/v1/things': { get: silent } } }, directory);
    expect(found.map(({ rule }) => rule)).toEqual(['security-defined']);
  });
});

async function answersOf(world: AccessWorld, row: AccessRow): Promise<SeenAnswer[]> {
  await row.before?.(world);
  const refused = await askRow(world, row, null);
  const answer = await askRow(world, row, world.people[row.right ?? 'keeper']);
  if (answer.status !== row.expected[3])
    throw new Error(`${row.route}: ${answer.status} ${JSON.stringify(answer.body)}`);
  if (row.keep !== undefined && answer.body.id !== undefined) world.ids.set(row.keep, answer.body.id);
  row.after?.(world, answer.body);
  const seen = [refused, answer].map((one) => ({ route: row.route, answer: one }));
  // Of a stream only the head is read.
  return row.streams ? [] : seen;
}

/** One of each kind of refusal beyond sign-in. */
async function refusals(world: AccessWorld): Promise<SeenAnswer[]> {
  const { keeper, member } = world.people;
  const { near } = world.network;
  const path = `/unions/${near.id}`;
  const asked = [
    ['POST /unions', '/unions', { token: keeper.token, body: {} }],
    ['POST /unions', '/unions', { token: keeper.token, key: null, body: {} }],
    ['POST /unions', '/unions', { token: keeper.token, body: 'a', headers: { 'Content-Type': 'text/csv' } }],
    ['POST /unions', '/unions', { token: member.token, body: { parentId: near.id, name: '越权工会' } }],
    ['PATCH /unions/{unionId}', path, { token: keeper.token, body: { name: '改名' } }],
    ['PATCH /unions/{unionId}', path, { token: keeper.token, body: { name: '改名' }, ifMatch: 999 }],
    ['GET /members/{memberId}', `/members/${near.id}`, { token: keeper.token }],
    ['POST /auth/sessions', '/auth/sessions', { body: { account: 'nobody', password: 'not-his-password' } }],
  ] as const;
  const seen: SeenAnswer[] = [];
  for (const [route, where, question] of asked)
    seen.push({ route, answer: await ask(platform.gatewayUrl, route.split(' ')[0] ?? '', where, question) });
  return seen;
}

async function walk(): Promise<{ activityId: string }> {
  const logFile = join(directory, 'walk.log');
  const client = await startProcess({
    name: 'the client',
    command: process.execPath,
    args: [join(directory, 'out/second-client.mjs')],
    logFile,
    env: {
      ...process.env,
      GATEWAY_URL: platform.gatewayUrl,
      OPERATOR_PASSWORD: platform.secrets.operatorPassword,
      SECOND_ACCOUNT: (await world.network.second()).account,
      PASSWORD: memberPassword,
      RESIDENT_NUMBERS: [newResident(), newResident()].map((one) => one.residentNumber).join(' '),
    },
  });
  const { code } = await client.exited;
  const text = client.lastOutput();
  if (code !== 0) throw new Error(text);
  return JSON.parse(text.trim().split('\n').at(-1) ?? '') as { activityId: string };
}
