import { describe, expect, it } from '@jest/globals';
import { monthChoices, occasionFiltersOf, toldStateOf } from './occasion.model.js';

describe('the months to choose from', () => {
  it('are a year back and two ahead, over the turn of a year', () => {
    const months = monthChoices('2026-11-29');
    expect([months[0], months[11], months.at(-1)]).toEqual(['2025-12', '2026-11', '2027-01']);
    expect(months).toHaveLength(14);
  });
});

describe('the filters in the address', () => {
  it.each([
    ['', { month: '2026-11' }],
    ['month=2026-12&state=due', { month: '2026-12', state: 'due' }],
    ['month=1999-01&state=gone', { month: '2026-11' }],
  ])('%p', (search, expected) => {
    expect(occasionFiltersOf(new URLSearchParams(search), '2026-11-29')).toEqual(expected);
  });
});

describe('of what members have told', () => {
  it.each([
    ['', 'due'],
    ['state=opened', 'opened'],
    ['state=gone', 'due'],
    ['state=any', undefined],
  ])('%p shows %p', (search, expected) => {
    expect(toldStateOf(new URLSearchParams(search))).toBe(expected);
  });
});
