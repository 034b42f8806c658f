import { expect, it } from '@jest/globals';
import { searchOf } from '../../../kit/filters.model.js';
import { filtersOf, partsOf, queryOf } from './activity-filters.js';

// A Thursday, 0:30 in Beijing, while it is still Wednesday in Greenwich.
const now = new Date('2026-11-25T16:30:00Z');
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
  ['show=over&when=weekend', { show: 'over', when: 'weekend' }],
  ['show=all&when=never', {}],
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
  expect(queryOf({ from: '2026-12-01', to: '2026-12-31', q: 'x' }, now)).toEqual({
    from: '2026-11-30T16:00:00.000Z', // midnight at +8
    to: '2026-12-31T16:00:00.000Z', // the end of the 31st
    q: 'x',
  });
});

it.each([
  ['week', { from: '2026-11-22T16:00:00.000Z', to: '2026-11-29T16:00:00.000Z' }], // Monday 23 to Sunday 29
  ['weekend', { from: '2026-11-27T16:00:00.000Z', to: '2026-11-29T16:00:00.000Z' }], // Saturday 28 and Sunday 29
] as const)('%s: the days of the week that it is in Beijing', (when, days) => {
  expect(queryOf({ when }, now)).toEqual(days);
  const sunday = new Date('2026-11-29T10:00:00Z');
  expect(queryOf({ when }, sunday)).toEqual(days);
});

it('days that somebody has chosen come before the chip', () => {
  expect(queryOf({ when: 'week', from: '2026-11-25' }, now)).toEqual({
    from: '2026-11-24T16:00:00.000Z',
    to: '2026-11-29T16:00:00.000Z',
  });
});

it.each([
  [{}, ['bookable', 'next']],
  [{ kind: 'sports' }, ['bookable', 'next']],
  [{ q: 'x' }, ['bookable', 'next', 'preparing', 'over']],
  [{ show: 'over', q: 'x' }, ['over']],
  [{ phase: 'settled' }, ['found']],
  [{ state: 'draft', q: 'x' }, ['found']],
] as const)('%j: the list has the parts %j', (filters, names) => {
  expect(partsOf(filters, now).map(({ name }) => name)).toEqual(names);
});

it('asks for each part with the filters of all: what can be joined first, what is over from the latest on', () => {
  expect(partsOf({ kind: 'sports' }, now).map(({ query }) => query)).toEqual([
    { kind: 'sports', stage: 'bookable' },
    { kind: 'sports', stage: 'next' },
  ]);
  expect(partsOf({ show: 'over' }, now)[0]?.query).toEqual({ stage: 'over', sort: 'latest' });
  expect(partsOf({ show: 'opening' }, now)[0]?.query).toEqual({ phase: 'published' });
});
