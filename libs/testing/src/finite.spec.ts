import { describe, expect, it } from '@jest/globals';
import { finite } from './finite.js';

const soonMs = 50;

describe('what must come to an end', () => {
  it('brings what it comes to, or the error that it throws', () => {
    expect(finite(() => [1, 2])).toEqual([1, 2]);
    const error = new RangeError('too much');
    const failing = (): never => {
      throw error;
    };
    expect(() => finite(failing)).toThrow(error);
  });

  it.each([
    [
      'a loop',
      () => {
        for (;;);
      },
    ],
    ['an expression that tries every way', () => /^(a+)+$/.test(`${'a'.repeat(50)}b`)],
  ])('is broken off where it does not: %s', (_what, endless) => {
    expect(() => finite(endless, soonMs)).toThrow(
      expect.objectContaining({ code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' }),
    );
  });
});
