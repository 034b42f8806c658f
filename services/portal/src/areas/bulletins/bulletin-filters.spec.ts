import { describe, expect, it } from '@jest/globals';
import { bulletinFiltersOf, isNarrowed } from './bulletin-filters.js';

describe('the filters of the list', () => {
  it('are read from the address, and nothing else is', () => {
    const of = (search: string) => bulletinFiltersOf(new URLSearchParams(search));
    expect(of('state=draft&kind=policy&q=heat')).toEqual({ state: 'draft', kind: 'policy', q: 'heat' });
    expect(of('state=open&kind=x&q=&business=people&function=culture')).toEqual({});
    expect(of('business=culture&function=people')).toEqual({ business: 'culture', function: 'people' });
    expect(of('followed=true&kind=policy')).toEqual({ kind: 'policy', followed: true });
    // What the unions of an officer have written is followed by nobody.
    expect(of('followed=true&state=draft')).toEqual({ state: 'draft' });
  });
});

describe('a list', () => {
  it.each([
    ['all of it', {}, false],
    ['what is followed', { followed: true }, false],
    ['what a union has written', { state: 'draft' }, false],
    ['one kind', { kind: 'news' }, true],
    ['one business', { business: 'culture' }, true],
    ['one function', { function: 'people' }, true],
    ['what is called so', { q: 'heat' }, true],
  ] as const)('of %s', (_name, filters, expected) => {
    expect(isNarrowed(filters)).toBe(expected);
  });
});
