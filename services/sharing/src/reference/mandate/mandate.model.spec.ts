import { describe, expect, it } from '@jest/globals';
import { entryLimitOf, mandateState, mandateTerm } from './mandate.model.js';

const now = new Date('2026-11-20T09:00:00+08:00');
const unions = { fromUnionId: 'small', toUnionId: 'large' };

describe('the term of a mandate', () => {
  it('begins now where nothing is said', () => {
    expect(mandateTerm({ ...unions, until: '2027-01-01T00:00:00Z' }, now).start).toEqual(now);
  });

  it.each([
    [{ toUnionId: 'small', until: '2027-01-01T00:00:00Z' }, 'MANDATE_TO_ITSELF'],
    [{ from: '2027-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' }, 'PERIOD_EMPTY'],
    [{ from: '2026-01-01T00:00:00Z', until: '2026-11-20T01:00:00Z' }, 'MANDATE_OVER'], // at this moment
    [{ from: '2027-01-01T00:00:00Z', until: '2030-01-05T00:00:00Z' }, 'MANDATE_TOO_LONG'],
  ])('%j is refused: %s', (said, code) => {
    expect(() => mandateTerm({ ...unions, ...said }, now)).toThrow(code);
  });

  it('lasts three years at most, leap years counted', () => {
    const years = { from: '2027-01-01T00:00:00Z', until: '2030-01-01T00:00:00Z' };
    expect(() => mandateTerm({ ...unions, ...years }, now)).not.toThrow();
  });
});

describe('the state of a mandate', () => {
  const term = { validFrom: new Date('2026-11-01T00:00:00Z'), validUntil: new Date('2026-12-01T00:00:00Z') };
  it.each([
    [term.validFrom, null, 'active'], // half-open
    [term.validUntil, null, 'ended'],
    [new Date('2026-10-31T23:59:59Z'), null, 'later'],
    [now, now, 'revoked'],
  ] as const)('at %s, revoked at %s: %s', (at, revokedAt, state) => {
    expect(mandateState({ ...term, revokedAt }, at)).toBe(state);
  });
});

describe('the limit of one act of bookkeeping', () => {
  const yuan = (amount: string, currency = 'CNY') => ({ amount, currency });
  const books = { scopes: ['bookkeeping'] as const };

  it('is none where none is said', () => {
    expect(entryLimitOf(books)).toBeNull();
    expect(entryLimitOf({ scopes: ['signUp'], entryLimit: null })).toBeNull();
    expect(entryLimitOf({ ...books, entryLimit: yuan('500000') })).toBe(500_000n);
  });

  it.each([
    [{ scopes: ['lending'] as const, entryLimit: yuan('500000') }, 'MANDATE_LIMIT_WITHOUT_BOOKKEEPING'],
    [{ ...books, entryLimit: yuan('0') }, 'AMOUNT_NOT_POSITIVE'],
    [{ ...books, entryLimit: yuan('1', 'JPY') }, 'CURRENCY_UNSUPPORTED'],
  ])('%j is refused: %s', (said, code) => {
    expect(() => entryLimitOf(said)).toThrow(code);
  });
});
