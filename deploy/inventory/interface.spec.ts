import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { breaksOf, type Document, type Interface, interfaceOf } from './interface.js';

const contracts = join(import.meta.dirname, '../../libs/contracts');
const read = <T>(file: string): T => JSON.parse(readFileSync(join(contracts, file), 'utf8')) as T;

/** A document with one operation. */
function documentOf(change: {
  path?: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  state?: object;
  required?: string[];
  asked?: Record<string, object>;
}): Document {
  const json = (name: string) => ({
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
  });
  const { path = '/loans', parameters = [], state = { type: 'string', enum: ['open', 'over'] } } = change;
  const operation = {
    operationId: 'loanAsk',
    parameters,
    requestBody: json('AskLoan'),
    responses: { 200: json('Loan') },
  };
  return {
    paths: { [path]: { post: operation } },
    components: {
      schemas: {
        AskLoan: {
          properties: change.asked ?? { from: { type: 'string' }, note: { type: 'string' } },
          required: change.required ?? ['from'],
        },
        Loan: { properties: { id: { type: 'string' }, state }, required: ['id', 'state'] },
      },
    },
  };
}

describe('the interface', () => {
  const released = interfaceOf(documentOf({}));
  it.each([
    ['another place', { path: '/borrowings' }, ['loanAsk: is at POST /borrowings, no longer at POST /loans']],
    [
      'a header that is needed',
      { parameters: [{ name: 'If-Match', in: 'header', required: true }] },
      ['loanAsk: needs header If-Match'],
    ],
    ['a field that is needed', { required: ['from', 'note'] }, ['AskLoan: needs note']],
    [
      'a field that is gone',
      { asked: { from: { type: 'string' } } },
      ['AskLoan: note is gone, or something else'],
    ],
    [
      'a value that is gone',
      { state: { type: 'string', enum: ['open'] } },
      ['Loan: state is gone, or something else'],
    ],
    ['another type', { state: { type: 'integer' } }, ['Loan: state is gone, or something else']],
  ])('breaks a client by %s', (_what, change, breaks) => {
    expect(breaksOf(released, interfaceOf(documentOf(change)))).toEqual(breaks);
  });

  it.each([
    ['a parameter that may be left out', { parameters: [{ name: 'limit', in: 'query' }] }],
    [
      'a field that may be left out',
      { asked: { from: { type: 'string' }, note: { type: 'string' }, to: { type: 'string' } } },
    ],
    ['another value', { state: { type: 'string', enum: ['open', 'late', 'over'] } }],
    [
      'what is said of a field',
      { state: { type: 'string', enum: ['open', 'over'], description: 'Of the loan' } },
    ],
  ])('breaks no client by %s', (_what, change) => {
    expect(breaksOf(released, interfaceOf(documentOf(change)))).toEqual([]);
  });

  it('breaks nothing that 0.2.0 promised without a line in the changelog', () => {
    const current = interfaceOf(read<Document>('openapi.json'));
    const promised = read<Interface>('released/0.2.0.json');
    expect(Object.keys(promised.operations).length).toBeGreaterThan(600);
    const changelog = readFileSync(join(contracts, 'CHANGELOG.md'), 'utf8');
    const since = changelog.slice(0, changelog.indexOf('## 0.2.0'));
    const silent = breaksOf(promised, current).filter((one) => !since.includes(one.split(':')[0] ?? one));
    expect(silent).toEqual([]);
  });
});
