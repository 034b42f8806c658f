import { expect, it } from '@jest/globals';
import { filtersOf, searchOf } from './activity-filters.js';

it.each([
  ['', {}],
  ['state=published&q=%20picnic%20', { state: 'published', q: 'picnic' }],
  ['state=unheard-of&q=', {}],
  ['page=3', {}],
])('reads %j out of the address', (search, filters) => {
  expect(filtersOf(new URLSearchParams(search))).toEqual(filters);
});

it('writes into the address what it reads out of it', () => {
  const filters = { state: 'closed', q: 'a&b' } as const;
  expect(filtersOf(searchOf(filters))).toEqual(filters);
  expect(searchOf({ q: '' }).toString()).toBe('');
});
