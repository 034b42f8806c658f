import { describe, expect, it } from '@jest/globals';
import { QueryFailedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { isDatabaseAway } from './outage.js';

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });
const query = (cause: Error): QueryFailedError => new QueryFailedError('SELECT 1', [], cause);

describe('an outage of the database', () => {
  it.each([
    ['admin_shutdown', query(coded('57P01'))],
    ['too_many_connections', coded('53300')],
    ['a database that takes no connections', coded('55000')],
    ['a refused connection', coded('ECONNREFUSED')],
    ['a connection that broke within a query', query(new Error('Connection terminated unexpectedly'))],
    ['a connection that broke between two queries', new QueryRunnerProviderAlreadyReleasedError()],
  ])('is told by %s', (_name, error) => expect(isDatabaseAway(error)).toBe(true));

  it.each([
    ['a broken constraint', query(coded('23505'))],
    ['a lock that was not to be had', query(coded('55P03'))],
    ['a statement in the wrong state', query(coded('55000'))],
    ['a mistake of ours', new TypeError('x is undefined')],
    ['no error at all', 'text'],
  ])('is not told by %s', (_name, error) => expect(isDatabaseAway(error)).toBe(false));
});
