import { describe, expect, it } from '@jest/globals';
import { hasMovedOut, isOfAny } from './requester.model.js';

describe('whether who asked for a loan has moved out of the borrower', () => {
  it.each([
    ['to another union', ['1.2.'], ['1.2.'], ['1.3.'], true],
    ['from a union below it', ['1.2.'], ['1.2.7.'], ['1.3.'], true],
    ['to one whose path only begins alike', ['1.2.'], ['1.2.'], ['1.23.'], true],
    ['above it', ['1.2.'], ['1.2.'], ['1.'], true],
    ['out of every union', ['1.2.'], ['1.2.'], [], true],
    ['below it', ['1.2.'], ['1.2.'], ['1.2.7.'], false],
    ['to another that serves them there still', ['1.2.'], ['1.2.'], ['1.3.', '1.2.'], false],
    ['while served elsewhere, where that ends', ['1.2.'], ['1.3.', '1.2.'], ['1.3.'], true],
    ['to a union with a mandate', ['1.2.', '1.3.'], ['1.2.'], ['1.3.4.'], false],
    ['out of the mandated one', ['1.2.', '1.3.'], ['1.3.'], ['1.4.'], true],
    ['though an officer from above', ['1.2.'], ['1.'], ['1.3.'], false],
  ])('%s', (_where, places, before, now, left) => {
    expect(hasMovedOut(places, before, now)).toBe(left);
  });

  it('or is of it again', () => {
    expect(isOfAny(['1.2.'], ['1.3.', '1.2.7.'])).toBe(true);
    expect(isOfAny(['1.2.'], ['1.3.'])).toBe(false);
  });
});
