import { describe, expect, it } from '@jest/globals';
import { readinessOf } from './new-score.model.js';

describe('what may be computed', () => {
  it.each([
    ['before a system is chosen', undefined, { data: undefined, isError: false }, 'unchosen'],
    ['while its weights are on their way', 's', { data: undefined, isError: false }, 'loading'],
    ['where they could not be loaded', 's', { data: undefined, isError: true }, 'failed'],
    ['where none is in force', 's', { data: null, isError: false }, 'none'],
    ['with weights', 's', { data: {}, isError: false }, 'ready'],
    ['with weights that a reload did not bring anew', 's', { data: {}, isError: true }, 'ready'],
  ] as const)('%s', (_when, systemId, asked, readiness) => {
    expect(readinessOf(systemId, asked)).toBe(readiness);
  });
});
