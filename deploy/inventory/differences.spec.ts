import { describe, expect, it } from '@jest/globals';
import { differencesOf } from './differences.js';
import type { Promises } from './promises.js';

const promised: Promises = {
  words: {
    consumers: ['sharing-loan-consumer-of-membership'],
    streams: [],
    buckets: [],
    dueKinds: ['sharing loan-overdue'],
    republished: [],
    auditNouns: [],
    calls: ['sharing.loan.approve'],
    events: [],
    tables: ['sharing loan'],
  },
  routes: { 'POST /loans': '{"$ref":"#/components/schemas/LoanIdRequest"}' },
  schemas: { LoanIdRequest: '{}' },
  eventSchemas: { LoanTold: '{}', 'evt.sharing.loan.changed.v1': 'LoanTold' },
  access: ['POST /loans officer'],
  tests: { "'a loan' › 'is approved'": 1 },
  assertions: 2,
  demo: ["'a hall is lent'"],
  pages: ['/loans'],
  texts: { Loans: 1 },
  errors: ['LOAN_OVER {}'],
};

describe('what two versions promise', () => {
  it('is the same where only names of schemas and tests are others, and that was said', () => {
    const after: Promises = {
      ...promised,
      routes: { 'POST /loans': '{"$ref":"#/components/schemas/CreateLoan"}' },
      schemas: { CreateLoan: '{}' },
      eventSchemas: { LoanState: '{}', 'evt.sharing.loan.changed.v1': 'LoanState' },
      tests: { "'loans' › 'are approved'": 1 },
      assertions: 3,
    };
    const renames = {
      schemas: { LoanIdRequest: 'CreateLoan', LoanTold: 'LoanState' },
      tests: { "'a loan' › 'is approved'": "'loans' › 'are approved'" },
    };
    expect(differencesOf(promised, after, renames)).toEqual([]);
    expect(differencesOf(promised, after, {})).not.toEqual([]);
  });

  it.each<[string, Partial<Promises>, string]>([
    [
      'a durable consumer with another name',
      { words: { ...promised.words, consumers: ['sharing-loans'] } },
      'consumers: gone: sharing-loan-consumer-of-membership',
    ],
    ['a route that is gone', { routes: {} }, 'route: gone: POST /loans'],
    ['a field that is gone', { schemas: { LoanIdRequest: '{"a":1}' } }, 'schema: other: LoanIdRequest'],
    [
      'an event with other data',
      { eventSchemas: { ...promised.eventSchemas, LoanTold: '{"a":1}' } },
      'event schema: other: LoanTold',
    ],
    ['somebody else who may', { access: ['POST /loans member'] }, 'access: gone: POST /loans officer'],
    ['a test that is gone', { tests: {} }, "test: gone: 'a loan' › 'is approved'"],
    ['a test that expects less', { assertions: 1 }, 'assertions: 2 before, 1 now'],
    ['a text that nobody reads any more', { texts: {} }, 'text: gone: Loans'],
    ['a refusal with other words', { errors: ['LOAN_OVER { }'] }, 'errors: gone: LOAN_OVER {}'],
  ])('differs by %s', (_name, change, line) => {
    const lines = differencesOf(promised, { ...promised, ...change }, {}).map((one) => one.split('\n')[0]);
    expect(lines).toContain(line);
  });
});
