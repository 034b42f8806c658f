import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { name: string; in: string; required?: boolean }[];
  readonly security?: readonly unknown[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { examples?: unknown } | undefined>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** Of JavaScript; most languages that clients are made for reserve the same. */
const reservedWords =
  /^(break|case|catch|class|const|continue|default|delete|do|else|enum|export|false|finally|for|function|if|import|in|new|null|return|static|super|switch|this|throw|true|try|var|void|while|with)$/;

let operations: readonly (readonly [name: string, operation: Operation])[];
let text: string;
let events: string;

/**
 * The document as the portal's build gets it, from the compiled gateway: Jest cannot load every one of its plugins.
 */
beforeAll(() => {
  const directory = mkdtempSync(join(tmpdir(), 'gongxiang-openapi-'));
  const file = join(directory, 'openapi.json');
  execFileSync(process.execPath, [
    fileURLToPath(new URL('../../dist/write-openapi.js', import.meta.url)),
    file,
    join(directory, 'events.json'),
  ]);
  text = readFileSync(file, 'utf8');
  events = readFileSync(join(directory, 'events.json'), 'utf8');
  rmSync(directory, { recursive: true });
  const document = JSON.parse(text) as { paths: Record<string, Record<string, Operation>> };
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
    ),
  );
});

describe('the OpenAPI document', () => {
  it.each([
    ['openapi.json', () => text],
    ['events.json', () => events],
  ])('is kept as it is served: `npm run generate` after a change (%s)', (name, made) => {
    const kept = readFileSync(new URL(`../../../../libs/contracts/${name}`, import.meta.url), 'utf8');
    // Compared as booleans: Jest would print both texts in full.
    expect(kept === made()).toBe(true);
  });

  it('describes every operation by a summary, one tag and a problem', () => {
    const poor = operations.filter(
      ([, operation]) =>
        !operation.summary || operation.tags?.length !== 1 || !('default' in operation.responses),
    );
    expect(poor.map(([name]) => name)).toEqual([]);
  });

  it('names the refusals that an operation may answer with, by what it asks for', () => {
    const statusesOf = (wanted: string): string[] =>
      Object.keys(operations.find(([name]) => name === wanted)?.[1].responses ?? {});
    const common = ['400', '404', '409', '413', '415', '422', '429', 'default'];
    expect(statusesOf('PATCH /api/v1/unions/{unionId}')).toEqual(
      ['200', '401', '403', '412', '428', ...common].sort(),
    );
    expect(statusesOf('POST /api/v1/surveys/{surveyId}/responses')).toEqual(['201', '200', ...common].sort());
    expect(statusesOf('GET /api/v1/me')).toEqual(['200', '400', '401', '403', '429', 'default']);
  });

  it('gives every operation a name of its own, by which clients are generated', () => {
    const names = operations.map(([, operation]) => operation.operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('names no part of a path by a reserved word, as clients make arguments of them', () => {
    const named = operations.flatMap(([, { parameters = [] }]) =>
      parameters.filter((one) => one.in === 'path').map(({ name }) => name),
    );
    expect(named.filter((name) => reservedWords.test(name))).toEqual([]);
  });

  it('shows a body that works wherever a body is asked for', () => {
    const bodies = operations.filter(([, operation]) => operation.requestBody?.content['application/json']);
    const without = bodies.filter(
      ([, operation]) => !operation.requestBody?.content['application/json']?.examples,
    );
    expect(without.map(([name]) => name)).toEqual([]);
    expect(bodies.length).toBeGreaterThan(50);
  });

  it('speaks OpenAPI 3.1: null is a type', () => {
    expect(text).not.toContain('"nullable"');
  });

  it('points only at schemas that it has', () => {
    const document = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
    const references = [...text.matchAll(/#\/components\/schemas\/([A-Za-z0-9_]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect([...new Set(references)].filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('asks for an Idempotency-Key on every write but sign-in, changes of one’s own credentials, what applicants do without one, matters without a name or by their code, previews, rehearsals, files, answers to surveys, ballots, counters, phones at a door, links in mails, what WeChat leads back with, words that are tried, lists of members that are looked up, and judges who put their whole form', () => {
    const free =
      /\/auth\/|\/me\/(credentials|contacts)\/|\/me\/(erasure|exports)|\/phone-changes\/stop$|\/applications($|\/(appeal|codes|route|status|withdraw)$)|\/anonymous-matters$|\/matters\/status(\/|$)|\/union-foundings($|\/(appeal|election|refile|status|withdraw)$)|\/invitations\/accept$|\/previews(\/|$)|\/assignment-audience$|\/preview$|\/what-if$|\/trial$|\/rehearsals$|\/responses$|\/votes\/[^/]+\/ballots$|\/identifiers\/check|\/size-class|\/members\/(matches|names|registration-forms)$|\/files$|\/redeeming\/|\/doors(\/|$)|\/acts\/|\/notice-refusals\/|\/wechat-returns$|\/word-groups\/[^/]+\/try$|^PUT .*\/judgements\//;
    const without = operations.filter(
      ([name, operation]) =>
        !name.startsWith('GET') &&
        !free.test(name) &&
        !operation.parameters?.some((one) => one.name === 'Idempotency-Key'),
    );
    expect(without.map(([name]) => name)).toEqual([]);
  });

  it('says that whatever may make something may also find it there', () => {
    const made = operations.filter(([, operation]) => '201' in operation.responses);
    const without = made.filter(
      ([name, operation]) => !/\/files$/.test(name) && !('200' in operation.responses),
    );
    expect(without.map(([name]) => name)).toEqual([]);
    expect(made.length).toBeGreaterThan(10);
  });

  it('names the media types of an answer that may be a file', () => {
    const [, statements] = operations.find(([name]) => name === 'GET /api/v1/statements') ?? [];
    const { content = {} } = (statements?.responses['200'] ?? {}) as { content?: object };
    expect(Object.keys(content)).toEqual([
      'application/json',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/pdf',
    ]);
  });

  it('lets nobody in without signing in, but where it says so', () => {
    const open = operations.filter(([, operation]) => operation.security?.length === 0).map(([name]) => name);
    const allowed =
      /\/auth\/(sessions|activations|bridges|codes|password-resets|passkey-challenges)|\/responses$|\/votes\/[^/]+\/ballots$|\/calendars\/|\/public\/|\/redeeming\/|\/doors(\/|$)|\/acts\/|\/notice-refusals\/|\/wechat-returns$|\/word-groups\/[^/]+\/try$|\/judgements\/|\/phone-changes\/stop$|\/application-(enterprises|places)$|POST .*\/(anonymous-matters$|matters\/status(\/|$)|applications($|\/(appeal|codes|route|status|withdraw)$)|union-foundings($|\/(appeal|election|preview|refile|status|withdraw)$)|invitations\/accept$)/;
    expect(open.filter((name) => !allowed.test(name))).toEqual([]);
    expect(operations.filter(([, operation]) => operation.security === undefined)).toEqual([]);
  });
});
