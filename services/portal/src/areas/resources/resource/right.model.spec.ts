import { describe, expect, it } from '@jest/globals';
import { grantStateOf } from './right.model.js';

const now = Date.parse('2026-11-20T00:00:00Z');
const term = { from: '2026-11-01T00:00:00Z', until: '2026-12-01T00:00:00Z' };

describe('the state of a right', () => {
  it.each([
    { ...term, revokedAt: null, state: 'inForce' },
    { ...term, revokedAt: term.from, state: 'revoked' },
    { ...term, revokedAt: '2026-11-25T00:00:00Z', state: 'ending' },
    { from: '2026-12-01T00:00:00Z', until: '2026-12-02T00:00:00Z', revokedAt: null, state: 'later' },
    { from: '2026-10-01T00:00:00Z', until: '2026-11-20T00:00:00Z', revokedAt: null, state: 'ended' },
  ] as const)('from $from until $until, revoked at $revokedAt: $state', ({ state, ...one }) => {
    expect(grantStateOf(one, now)).toBe(state);
  });
});
