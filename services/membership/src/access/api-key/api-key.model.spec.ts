import { describe, expect, it } from '@jest/globals';
import { isUnused, isUseDue } from './api-key.model.js';

const now = new Date('2026-11-20T09:00:00+08:00');
const made = new Date('2026-08-22T09:00:00+08:00');

describe('the use of an API key', () => {
  it.each([
    ['never', null, true],
    ['an hour ago', '2026-11-20T08:00:00+08:00', true],
    ['less than an hour ago', '2026-11-20T08:00:00.001+08:00', false],
  ])('is noted if it was last noted %s: %#', (_when, at, expected) => {
    expect(isUseDue({ lastUsedAt: at === null ? null : new Date(at) }, now)).toBe(expected);
  });

  it.each([
    ['never, of a key of 90 days', null, made, true],
    ['never, of a key of less', null, new Date(made.getTime() + 1), false],
    ['90 days ago', made, new Date('2026-01-01T00:00:00+08:00'), true],
    ['yesterday', new Date('2026-11-19T09:00:00+08:00'), made, false],
  ])('was %s', (_when, lastUsedAt, notedFrom, expected) => {
    expect(isUnused({ lastUsedAt, notedFrom }, now)).toBe(expected);
  });
});
