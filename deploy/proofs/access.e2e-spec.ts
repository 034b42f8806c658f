import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProcess } from '@gongxiang/testing';
import { accessTables } from './access-tables.js';
import { type AccessWorld, askRow, makeAccessWorld } from './access-world.js';
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
import { sharedPlatform } from './shared-platform.js';
import type { TestPlatform } from './test-platform.js';

/** No version is ever as high. */
const neverSeen = 999_999;

let platform: TestPlatform;
let world: AccessWorld;
let description: Description;
/** Of the description and its client. */
let directory: string;
/** What nobody and the right person were answered, to be held against the description. */
const answered: SeenAnswer[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-description-'));
  platform = await sharedPlatform();
  const response = await fetch(`${platform.gatewayUrl}/api/openapi.json`);
  description = (await response.json()) as Description;
  world = await makeAccessWorld(platform);
});

afterAll(async () => {
  await platform?.stop();
  rmSync(directory, { recursive: true, force: true });
});

function routesOfDescription(): string[] {
  return Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  );
}

describe('the route table', () => {
  it('has a row for every route of the OpenAPI document, and no other', () => {
    const rows = new Set(accessTables.flatMap(([, table]) => table.map((row) => row.route)));
    const routes = routesOfDescription();
    expect(routes.length).toBeGreaterThan(100);
    expect({
      withoutRow: routes.filter((route) => !rows.has(route)),
      withoutRoute: [...rows].filter((route) => !routes.includes(route)),
    }).toEqual({ withoutRow: [], withoutRoute: [] });
  });

  it('says why, wherever the right person is refused', () => {
    const unexplained = accessTables.flatMap(([, table]) =>
      table.filter((row) => row.expected[3] >= 400 && row.why === undefined),
    );
    expect(unexplained).toEqual([]);
  });
});

describe.each(accessTables)('%s', (_name, table) => {
  it.each(table)(
    '$route answers $expected to nobody, member, other officer and the right person',
    async (row) => {
      await row.before?.(world);
      const { member, other } = world.people;
      const right = world.people[row.right ?? 'keeper'];
      if (world.versioned.has(row.route) && row.expected[3] < 300) {
        const unseen = [null, neverSeen].map((ifMatch) => askRow(world, row, right, { ifMatch }));
        const refused = (await Promise.all(unseen)).map(({ status, body }) => [status, body.code]);
        expect(refused).toEqual([
          [428, 'VERSION_REQUIRED'],
          [412, 'VERSION_STALE'],
        ]);
      }
      const askers = [null, member, other, right];
      const answers = [];
      for (const person of askers) answers.push(await askRow(world, row, person));
      const seen = answers.map(({ status, body }, index) =>
        status === row.expected[index]
          ? status
          : { status, code: body.code, detail: body.detail, errors: body.errors },
      );
      expect(seen).toEqual(row.expected);
      // Of a stream only the head is read.
      if (!row.streams)
        for (const answer of [answers[0], answers[3]])
          if (answer !== undefined) answered.push({ route: row.route, answer });
      const last = answers[3]?.body ?? {};
      if (row.keep !== undefined && last.id !== undefined) world.ids.set(row.keep, last.id);
      row.after?.(world, last);
    },
  );
});

describe('/api/openapi.json', () => {
  it('is found faultless by a linter', async () => {
    expect(await lint(description, directory)).toEqual([]);
  });

  it('is what every route answers by: status, media type and shape, to nobody and to the right person', async () => {
    const seen = [...answered, ...(await refusals(world))];
    expect(undocumented(description, seen)).toEqual([]);
    const found = await lint(withAnswers(description, seen), directory);
    // The answers stand in no message: one may be a token.
    expect(found.map(({ message, pointer }) => `${pointer}: ${message}`)).toEqual([]);
    const succeeded = seen.filter(({ answer }) => answer.status < 300);
    expect(new Set(succeeded.map(({ route }) => route)).size).toBeGreaterThan(150);
  });

  it('makes a client that compiles strictly and walks from sign-in to a published activity', async () => {
    const file = join(directory, 'openapi.json');
    writeFileSync(file, JSON.stringify(description));
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
    ['POST /auth/sessions', '/auth/sessions', { body: { account: 'nobody', password: 'not-the-password' } }],
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
