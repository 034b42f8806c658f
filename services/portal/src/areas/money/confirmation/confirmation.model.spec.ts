import { describe, expect, it } from '@jest/globals';
import { confirmationStates, filtersOf, isOverdue, queryOf, searchOf } from './confirmation.model.js';

describe('the filters of the list of confirmations', () => {
  it.each([
    // address, does the reader answer, what is asked
    ['', true, { waitingForMe: true }],
    ['', false, {}],
    ['view=all', true, {}],
    ['view=waiting&state=confirmed', false, { waitingForMe: true }],
    ['view=all&state=confirmed&q=夏季', true, { state: 'confirmed', q: '夏季' }],
    ['view=all&state=unheard', true, {}],
  ])('of %j, where the reader answers %s, ask for %o', (address, answers, query) => {
    const filters = filtersOf(new URLSearchParams(address), confirmationStates, answers);
    expect(queryOf(filters)).toEqual(query);
    expect(filtersOf(searchOf(filters), confirmationStates, answers)).toEqual(filters);
  });
});

describe('the deadline of a confirmation', () => {
  const now = new Date('2026-11-21T09:00:00Z');
  it.each([
    ['waiting', '2026-11-21T08:59:00Z', true],
    ['waiting', '2026-11-21T09:01:00Z', false],
    ['confirmed', '2026-11-20T09:00:00Z', false],
  ] as const)('of one that is %s, at %s, is over: %s', (state, confirmBy, expected) => {
    expect(isOverdue({ state, confirmBy }, now)).toBe(expected);
  });
});
