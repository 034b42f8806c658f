import { describe, expect, it } from '@jest/globals';
import { isReferred } from './dispute.model.js';

const now = new Date('2026-11-21T09:00:00Z');

describe('a dispute', () => {
  it.each([
    // state, referred at, time to talk until
    ['open', null, '2026-11-22T09:00:00Z', false],
    ['open', null, '2026-11-21T09:00:00Z', true],
    ['open', '2026-11-20T09:00:00Z', '2026-11-22T09:00:00Z', true],
    ['withdrawn', '2026-11-20T09:00:00Z', '2026-11-20T09:00:00Z', false],
  ] as const)(
    'that is %s, referred at %s, in talk until %s, lies with the union above: %s',
    (state, referredAt, talkUntil, expected) => {
      expect(isReferred({ state, referredAt, talkUntil }, now)).toBe(expected);
    },
  );
});
