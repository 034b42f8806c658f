import { describe, expect, it } from '@jest/globals';
import { addressOf, filtersOf, queryOf, timeProblem } from './offer-filters.js';

const read = (address: string) => filtersOf(new URLSearchParams(address));
const time = 'from=2026-12-05T09:00&to=2026-12-05T17:00';

describe('what is looked for', () => {
  it.each([
    ['', {}],
    ['q= 音乐 &kind=hall&function=facility', { q: '音乐', function: 'facility' }],
    ['near=30.5,114.3&within=10', { near: '30.5,114.3', within: '10' }],
    ['near=there&within=10', {}], // a distance from nowhere is none
    ['capacity=0&from=soon', {}],
    [
      `capacity=60&forMe=true&${time}`,
      { capacity: '60', forMe: 'true', from: '2026-12-05T09:00', to: '2026-12-05T17:00' },
    ],
  ])('is read out of 「%s」', (address, filters) => {
    expect(read(address)).toEqual(filters);
  });

  it('is asked for in numbers and instants', () => {
    expect(queryOf(read(`q=a&near=30.5,114.3&within=10&capacity=60&forMe=true&${time}`))).toEqual({
      q: 'a',
      near: '30.5,114.3',
      withinKm: 10,
      capacity: 60,
      forMe: true,
      from: '2026-12-05T01:00:00.000Z',
      to: '2026-12-05T09:00:00.000Z',
    });
  });

  it.each([
    [time, null],
    ['', null],
    ['from=2026-12-05T09:00', 'incomplete'],
    ['to=2026-12-05T09:00', 'incomplete'],
    ['from=2026-12-05T09:00&to=2026-12-05T09:00', 'backwards'],
  ])('has in 「%s」 the problem %s, and then no time is asked for', (address, problem) => {
    expect(timeProblem(read(address))).toBe(problem);
    if (problem !== null) expect(queryOf(read(address))).toEqual({});
  });

  it('leads to the thing itself, a resource at the time that was asked for', () => {
    expect(addressOf({ kind: 'brand', id: '1' }, {})).toBe('/brands/1');
    expect(addressOf({ kind: 'activity', id: '1' }, read(time))).toBe('/activities/1');
    expect(addressOf({ kind: 'resource', id: '1' }, {})).toBe('/resources/1');
    expect(addressOf({ kind: 'resource', id: '1' }, read(time))).toBe(
      '/resources/1?from=2026-12-05T01%3A00%3A00.000Z&to=2026-12-05T09%3A00%3A00.000Z',
    );
  });
});
