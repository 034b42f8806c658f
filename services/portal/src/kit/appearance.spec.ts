import { afterEach, describe, expect, it } from '@jest/globals';
import { themeFor } from './appearance.js';

const { matchMedia } = globalThis;
afterEach(() => {
  globalThis.matchMedia = matchMedia;
});

describe('the theme', () => {
  it.each([
    ['moves', false, true],
    ['stands still for whoever asks their system for less motion', true, false],
  ])('%s', (_case, matches, motion) => {
    globalThis.matchMedia = (query) =>
      ({ matches: matches && query === '(prefers-reduced-motion: reduce)' }) as MediaQueryList;
    expect(themeFor('standard').token?.motion).toBe(motion);
  });
});
