import { describe, expect, it } from '@jest/globals';
import { timeUp } from './domain-error.js';

describe('whose time is up', () => {
  it.each([
    [0, 1],
    [0.249, 1],
    [0.25, 2],
    [0.5, 3],
    [0.999, 4],
  ])('is asked to come back within four seconds: at %d after %d', (random, retryAfterSeconds) => {
    expect(timeUp(random)).toMatchObject({ code: 'TIME_UP', retryAfterSeconds });
  });
});
