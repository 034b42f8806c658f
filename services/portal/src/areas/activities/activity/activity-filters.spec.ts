import { expect, it } from '@jest/globals';
import { searchOf } from '../../../kit/filters.model.js';
import { filtersOf, queryOf } from './activity-filters.js';

const id = '019a9a5e-3c00-7000-8000-000000000001';

it.each([
  ['', {}],
  ['state=published&q=%20picnic%20', { state: 'published', q: 'picnic' }],
  ['state=unheard-of&q=&kind=any&function=x&business=y&union=1&organiser=a:b&from=soon', {}],
  [`union=${id}&from=2026-12-01&business=culture`, { union: id, from: '2026-12-01', business: 'culture' }],
  [`organiser=union:${id}`, { organiser: `union:${id}` }],
  ['kind=sports&state=published', { kind: 'sports', state: 'published' }],
  ['kind=competition', { kind: 'competition' }],
  ['phase=archived&state=closed', { phase: 'archived', state: 'closed' }],
  ['phase=long-gone', {}],
  ['page=3', {}],
])('reads %j out of the address', (search, filters) => {
  expect(filtersOf(new URLSearchParams(search))).toEqual(filters);
});

it('writes into the address what it reads out of it', () => {
  const filters = {
    state: 'closed',
    kind: 'diy',
    q: 'a&b',
    organiser: `union:${id}`,
    to: '2026-12-31',
  } as const;
  expect(filtersOf(searchOf(filters))).toEqual(filters);
});

it('asks for whole days of Beijing, the last one included', () => {
  expect(queryOf({ from: '2026-12-01', to: '2026-12-31', q: 'x' })).toEqual({
    from: '2026-11-30T16:00:00.000Z', // midnight at +8
    to: '2026-12-31T16:00:00.000Z', // the end of the 31st
    q: 'x',
  });
});
