import { describe, expect, it } from '@jest/globals';
import { filtersOf, isPersonalNumber, type MemberFilters, requestOf, searchOf } from './member.model.js';

describe('the filters of members', () => {
  it('are read from the address, and what is wrong counts as not said', () => {
    expect(filtersOf(new URLSearchParams('union=u&q= Li &state=active'))).toEqual({
      union: 'u',
      q: 'Li',
      state: 'active',
    });
    expect(filtersOf(new URLSearchParams('q= &state=gone'))).toEqual({});
  });

  it.each<[string, MemberFilters, object]>([
    ['nothing: those that have not ended', {}, { open: true }],
    ['a union: the same', { union: 'u' }, { union: 'u', open: true }],
    ['all', { state: 'all' }, {}],
    ['one state', { state: 'ended' }, { state: 'ended' }],
    ['a name: whoever has it, also where they have left', { q: 'Li' }, { q: 'Li' }],
  ])('ask, where they say %s', (_what, filters, request) => {
    expect(requestOf(filters)).toEqual(request);
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
