import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lint, portalTypes, type SeenAnswer, undocumented, withAnswers } from './description.js';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'gongxiang-description-'));
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('the types of the portal’s client', () => {
  it('are kept as the document makes them: `npm run generate` after a change', async () => {
    const { made, kept } = await portalTypes(directory);
    expect(made.length).toBeGreaterThan(1_000_000);
    expect(made === kept).toBe(true);
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
