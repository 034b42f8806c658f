import { expect, it } from '@jest/globals';
import { neighboursOf } from './neighbours.model.js';

it('the neighbours of an occurrence are the nearest that are held', () => {
  const occurrences = [
    { number: 1, state: 'published' },
    { number: 2, state: 'cancelled' },
    { number: 3, state: 'published' },
    { number: 5, state: 'closed' },
  ];
  const numbersAt = (number: number) => {
    const { previous, following } = neighboursOf(occurrences, number);
    return [previous?.number ?? null, following?.number ?? null];
  };
  expect([1, 3, 4, 5].map(numbersAt)).toEqual([
    [null, 3],
    [1, 5],
    [3, 5],
    [3, null],
  ]);
  expect(neighboursOf([], 1)).toEqual({ previous: null, following: null });
});
