import { randomUUID } from 'node:crypto';
import { eventually } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { DATABASE_SERVICES } from '../local/services.js';
import type { AnswerBody } from './ask.js';
import { BY_THE_CLOCK, rowsThatCount } from './by-the-clock.js';
import { makeNetwork, makePerson, type Person, withDatabase } from './fixtures.js';
import { malformedPaths, malformedQueries, type Parameter, pathToNothing } from './malformed-addresses.js';
import { bodiesForNone, malformedBodies, type MalformedBody } from './malformed-bodies.js';
import { Chance, type Components, type Schema } from './malformed-schema.js';
import { allHeard, connectAsAdmin } from './streams.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const sweepMs = 600_000;
/** Longer than the gateway itself waits for an answer: beyond it a request hangs. */
const answerMs = 60_000;
const atOnce = 8;
/** Beside other work a service may seem to be away for a moment, and says so: asked again, it must refuse. */
const triesMax = 3;
const shownMax = 25;
/** The same requests in every run; another number asks others. */
const seed = Number(process.env['MALFORMED_SEED'] ?? 20_261_120);
/** The short form asks every third of them, each route by as many kinds; `npm run test:chaos` asks all. */
const every = Number(process.env['GONGXIANG_MALFORMED_EVERY'] ?? '3');
const fewShots = 100;

/** These compute and save nothing, so a body that is merely hostile may well be answered. */
const savesNothing = /^\/(previews\/|identifiers\/check$|size-class$)/;
/** Refusals are kept for replays, attempts to sign in and numbers that an officer is refused are counted. */
const mayChange = new Set([
  'idempotency',
  'sign_in_attempt',
  'familiar_network',
  'member_refusal',
  'entry_request',
  ...BY_THE_CLOCK,
]);

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Components };
}

interface Route {
  readonly method: string;
  readonly template: string;
  readonly operation: Operation;
}

interface Shot extends Pick<MalformedBody, 'what' | 'contentType' | 'pointer'> {
  readonly method: string;
  readonly address: string;
  readonly body?: MalformedBody['body'];
  /** Whether 200 or 201 is an answer, too. */
  readonly mayAnswer: boolean;
}

let platform: TestPlatform;
let nats: NatsConnection;
let officer: Person;
let schemas: Components;
let routes: readonly Route[];

beforeAll(async () => {
  platform = await startTestPlatform({}, { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '1000000' });
  nats = await connectAsAdmin(platform);
  const network = await makeNetwork(platform);
  const every = ['officer', 'organiser', 'finance', 'approver', 'evaluator', 'auditor', 'operator'] as const;
  officer = await makePerson(platform, network, network.root, every);
  const response = await fetch(`${platform.gatewayUrl}/api/openapi.json`);
  const document = (await response.json()) as OpenApi;
  schemas = document.components.schemas;
  routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      template: path.replace('/api/v1', ''),
      operation,
    })),
  );
  await settled();
});

afterAll(async () => {
  await nats?.close();
  await platform?.stop();
});

describe('malformed requests', () => {
  it(
    'are refused by every write route, and nothing is written',
    async () => {
      const writes = routes.filter((route) => route.method !== 'GET');
      expect(writes.length).toBeGreaterThan(80);
      await refuseAll(writes.flatMap(shotsAtWrite), 2_500);
    },
    sweepMs,
  );

  it(
    'are refused by every list and every path with an id, and nothing is written',
    async () => {
      const reads = routes.filter((route) => route.method === 'GET' && route.template !== '/events');
      await refuseAll(reads.flatMap(shotsAtRead), 1_500);
    },
    sweepMs,
  );

  it(
    'are refused as uploads, and no file is kept',
    async () => {
      await refuseAll(
        uploads().map((one) => ({ ...one, method: 'POST', address: '/files' })),
        5,
      );
    },
    sweepMs,
  );
});

function shotsAtWrite({ method, template, operation }: Route, index: number): Shot[] {
  const chance = new Chance(seed + index);
  const schema = operation.requestBody?.content['application/json']?.schema;
  const paths = malformedPaths(template, chance).map((one) => ({
    method,
    what: one.what,
    address: one.address,
    mayAnswer: false,
    body: '{}',
  }));
  const isPath = template.includes('{');
  // What asks for nothing, neither in its path nor in a body, cannot be asked for badly.
  const bodies =
    schema === undefined
      ? bodiesForNone(chance).filter(() => isPath)
      : malformedBodies({
          schema,
          components: schemas,
          chance,
          otherId: officer.personId,
          namesNothing: isPath || savesNothing.test(template) || needsId(schema),
        });
  return [
    ...paths,
    ...bodies.map(({ wellFormed, pointer, ...one }) => ({
      ...one,
      // Nobody reads the body of a DELETE, so that nothing points into it.
      ...(pointer === undefined || method === 'DELETE' ? {} : { pointer }),
      method,
      address: pathToNothing(template, chance),
      mayAnswer: wellFormed === true && savesNothing.test(template),
    })),
  ];
}

/** Whether a body must name something by its id. */
function needsId(schema: Schema): boolean {
  const known = schemas[schema.$ref?.split('/').at(-1) ?? ''] ?? schema;
  return Object.entries(known.properties ?? {}).some(
    ([name, one]) => one.format === 'uuid' && known.required?.includes(name),
  );
}

function shotsAtRead({ method, template, operation }: Route, index: number): Shot[] {
  const chance = new Chance(seed - index);
  const queries = malformedQueries(pathToNothing(template, chance), operation.parameters ?? [], chance);
  return [...malformedPaths(template, chance), ...queries].map(({ what, address, wellFormed }) => ({
    method,
    what,
    address,
    // Reads write nothing: what is merely hostile may find nothing. Who declares no query reads none.
    mayAnswer: wellFormed === true || !operation.parameters?.some((one) => one.in === 'query'),
  }));
}

function uploads(): Pick<Shot, 'what' | 'body' | 'mayAnswer'>[] {
  const form = (...parts: readonly [string, string | Blob, string?][]): FormData => {
    const data = new FormData();
    for (const [name, value, file] of parts) {
      if (typeof value === 'string') data.append(name, value);
      else data.append(name, value, file);
    }
    return data;
  };
  const program = new Blob(['\u007fELF\u0000'], { type: 'application/pdf' });
  const nothing = new Blob([], { type: 'application/pdf' });
  return [
    { what: 'no part', body: form(), mayAnswer: false },
    { what: 'a text as the file', body: form(['file', 'text']), mayAnswer: false },
    { what: 'a program', body: form(['file', program, 'a.pdf']), mayAnswer: false },
    { what: 'a program by a path', body: form(['file', program, '../../a.pdf']), mayAnswer: false },
    { what: 'an empty file', body: form(['file', nothing, 'a.pdf']), mayAnswer: false },
    { what: 'a file without a name', body: form(['file', program, '']), mayAnswer: false },
    { what: 'many fields', body: form(...fields(50)), mayAnswer: false },
  ];
}

const fields = (count: number): [string, string][] =>
  Array.from({ length: count }, (_one, index): [string, string] => [`__proto__${index}`, 'x']);

/** Sends them all, a few at a time, and compares what every table holds before and after. */
async function refuseAll(all: readonly Shot[], atLeast: number): Promise<void> {
  expect(all.length).toBeGreaterThanOrEqual(atLeast);
  const shots = all.length < fewShots ? all : all.filter((_shot, index) => (index + seed) % every === 0);
  const before = await contents();
  const waiting = [...shots];
  const wrong: string[] = [];
  let answered = 0;
  const work = async (): Promise<void> => {
    for (let shot = waiting.shift(); shot !== undefined; shot = waiting.shift()) {
      const complaint = await shoot(shot);
      if (complaint === 'answered') answered += 1;
      else if (complaint !== null) wrong.push(`${complaint}\n  ${told(shot)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const found = { count: wrong.length, first: wrong.slice(0, shownMax) };
  expect({ seed, ...found }).toEqual({ seed, count: 0, first: [] });
  expect(answered).toBeLessThan(shots.length / 2);
  await settled();
  expect({ seed, tables: await contents() }).toEqual({ seed, tables: before });
}

function told({ method, address, what, body }: Shot): string {
  const text =
    typeof body === 'string' ? body : body instanceof Uint8Array ? Buffer.from(body).toString('hex') : '';
  return `${method} ${address.slice(0, 300)} (${what}) ${text.slice(0, 400)}`;
}

/** Null where the answer is a refusal as it should be. */
async function shoot(shot: Shot): Promise<string | null> {
  for (let tries = 1; ; tries += 1) {
    const { complaint, isAway } = await shootOnce(shot);
    if (!isAway || tries === triesMax) return complaint;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

interface Found {
  readonly complaint: string | null;
  /** A service could not be reached, and the answer says to ask again. */
  readonly isAway: boolean;
}

async function shootOnce(shot: Shot): Promise<Found> {
  const { method, address, body, contentType = 'application/json' } = shot;
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${platform.gatewayUrl}/api/v1${address}`, {
      method,
      headers: {
        Authorization: `Bearer ${officer.token}`,
        ...(body === undefined || body instanceof FormData ? {} : { 'Content-Type': contentType }),
        ...(method === 'GET' ? {} : { 'Idempotency-Key': randomUUID(), 'If-Match': '"1"' }),
      },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(answerMs),
    });
    text = await response.text();
  } catch (error) {
    return { complaint: `no answer: ${String(error)}`, isAway: false };
  }
  const isAway = response.status === 503 && response.headers.has('retry-after');
  if (response.ok) {
    const answered = `answered with ${response.status} ${text.slice(0, 200)}`;
    return { complaint: shot.mayAnswer ? 'answered' : answered, isAway };
  }
  const wrong = complaintOf(response, text, shot.pointer);
  return { complaint: wrong === null ? null : `${wrong}: ${response.status} ${text.slice(0, 400)}`, isAway };
}

function complaintOf(response: Response, text: string, pointer: string | undefined): string | null {
  const { status, headers } = response;
  if (status < 400 || status >= 500) return 'no refusal';
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return 'no problem document';
  const problem = JSON.parse(text) as AnswerBody;
  if (!/^[A-Z][A-Z0-9_]+$/.test(problem.code ?? '')) return 'no code';
  if (problem.status !== status) return 'another status';
  if (!/^[0-9a-f]{32}$/.test(problem.traceId ?? '')) return 'no trace id';
  if (problem.code !== 'VALIDATION_FAILED') return null;
  const pointers = problem.errors?.map((one) => one.pointer) ?? [];
  if (pointers.length === 0 || pointers.some((one) => one !== '' && !one.startsWith('/')))
    return 'no pointer';
  const isNear = (one: string): boolean =>
    pointer === undefined || one.startsWith(pointer) || pointer.startsWith(one);
  return pointers.some(isNear) ? null : `no pointer at ${pointer}`;
}

/** How many rows each table has, and a hash of all of them. */
function contents(): Promise<Record<string, string>> {
  return withDatabase(platform, async (sql) => {
    const { rows } = await sql.query<{ name: string }>(
      `SELECT schemaname || '.' || tablename AS name FROM pg_tables
       WHERE schemaname IN ('membership', 'sharing', 'settlement', 'evaluation', 'notification', 'affairs') ORDER BY 1`,
    );
    const names = rows.map((row) => row.name).filter((name) => !mayChange.has(name.split('.')[1] ?? ''));
    const all = names.map(
      (name) =>
        `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '' ORDER BY t::text)), '') AS held FROM ${name} AS t${rowsThatCount(name)}`,
    );
    const held = await sql.query<{ name: string; held: string }>(all.join(' UNION ALL '));
    return Object.fromEntries(held.rows.map((row) => [row.name, row.held]));
  });
}

/** Nothing is under way any more: every event has been heard, and two looks a second apart see the same. */
async function settled(): Promise<void> {
  await eventually(async () => {
    for (const service of DATABASE_SERVICES) await allHeard(platform, nats, service);
    const first = await contents();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await contents()).toEqual(first);
  });
}
