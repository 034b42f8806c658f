import { expect, it } from '@jest/globals';
import { circleFiltersOf, circleQueryOf } from './circle.model.js';

it.each([
  ['', {}, {}],
  ['view=mine&q=photo', { view: 'mine', q: 'photo' }, { mine: true, q: 'photo' }],
  ['view=moderated', { view: 'moderated' }, { moderated: true }],
  ['view=other&q=', {}, {}],
])('reads %s as filters, and asks the platform for them', (address, filters, query) => {
  expect(circleFiltersOf(new URLSearchParams(address))).toEqual(filters);
  expect(circleQueryOf(circleFiltersOf(new URLSearchParams(address)))).toEqual(query);
});
