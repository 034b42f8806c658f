import { describe, expect, it } from '@jest/globals';
import { moneyValues, officeOf } from './money-awaits.model.js';

describe('an office', () => {
  it.each([
    ['nobody is left out', [], []],
    ['whoever is not known', [null], []],
    ['somebody is named twice', ['p1', null, 'p1', 'p2'], ['p1', 'p2']],
  ])('is asked at the union, or at the nearest one above, where %s', (_what, exceptIds, expected) => {
    const offices = { roles: ['finance'], unionIds: ['u1'], isNearest: true, exceptIds: expected };
    expect(officeOf({ roles: ['finance'] }, ['u1'], exceptIds)).toEqual({ offices });
  });

  it('names no more than what waits may name', () => {
    const ids = Array.from({ length: 600 }, (_one, index) => `id ${index}`);
    const { offices } = officeOf({ roles: ['finance'] }, ids, ids);
    expect([offices?.unionIds.length, offices?.exceptIds?.length]).toEqual([500, 10]);
  });
});

it('money is told with its direction, where it has one', () => {
  expect(moneyValues(4_000n, 'owes')).toEqual({ fen: '4000', direction: 'owes' });
  expect(moneyValues(0n)).toEqual({ fen: '0', direction: undefined });
});
