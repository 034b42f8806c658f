import { describe, expect, it } from '@jest/globals';
import { filtersOf, isPersonalNumber, searchOf } from './member.model.js';

describe('the filters of members', () => {
  it('are read from the address, and what is wrong counts as not said', () => {
    expect(filtersOf(new URLSearchParams('union=u&q= Li &state=active'))).toEqual({
      union: 'u',
      q: 'Li',
      state: 'active',
    });
    expect(filtersOf(new URLSearchParams('q= &state=gone'))).toEqual({});
  });

  it('keep the number of a person out of the address', () => {
    expect(searchOf({ q: 'Li', state: 'ended' })).toEqual({ q: 'Li', state: 'ended' });
    expect(searchOf({ q: '138 1234 5678', union: 'u' })).toEqual({ union: 'u' });
  });

  it.each([
    ['11010519491231002X', true],
    ['138-1234-5678', true],
    ['Li 3', false],
  ])('%s is the number of a person: %p', (q, isOne) => {
    expect(isPersonalNumber(q)).toBe(isOne);
  });
});
