import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { breaksOf, type Document, type EventDocument, type Interface, interfaceOf } from './interface.js';

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
  const loan = { properties: { id: { type: 'string' }, note: { type: 'string' } }, required: ['id'] };
  const published: EventDocument = {
    events: { 'evt.loan.v1': 'LoanChanged' },
    schemas: { LoanChanged: loan },
  };
  const released = interfaceOf(documentOf({}), published);

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
    expect(breaksOf(released, interfaceOf(documentOf(change), published))).toEqual(breaks);
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
    expect(breaksOf(released, interfaceOf(documentOf(change), published))).toEqual([]);
  });

  it.each([
    ['an event that is gone', { events: {}, schemas: {} }, ['evt.loan.v1: gone, or of another schema']],
    [
      'a field of one that is gone',
      { ...published, schemas: { LoanChanged: { ...loan, properties: { id: { type: 'string' } } } } },
      ['LoanChanged: note is gone, or something else'],
    ],
  ])('breaks who hears events by %s', (_what, later, breaks) => {
    expect(breaksOf(released, interfaceOf(documentOf({}), later))).toEqual(breaks);
  });

  it('breaks nothing that 0.2.0 promised without a line in the changelog', () => {
    const current = interfaceOf(read<Document>('openapi.json'), read<EventDocument>('events.json'));
    const promised = read<Interface>('released/0.2.0.json');
    expect(Object.keys(promised.operations).length).toBeGreaterThan(600);
    expect(Object.keys(promised.events).length).toBeGreaterThan(20);
    const changelog = readFileSync(join(contracts, 'CHANGELOG.md'), 'utf8');
    const since = changelog.slice(0, changelog.indexOf('## 0.2.0'));
    const silent = breaksOf(promised, current).filter((one) => !since.includes(one.split(':')[0] ?? one));
    expect(silent).toEqual([]);
  });
});
