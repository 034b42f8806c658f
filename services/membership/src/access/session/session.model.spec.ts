import { describe, expect, it } from '@jest/globals';
import { renewalOf, sessionEnd } from './session.model.js';

const start = new Date('2026-11-20T09:00:00+08:00');
const later = (ms: number): Date => new Date(start.getTime() + ms);
const session = { generation: 3, renewedAt: start, expiresAt: sessionEnd(start), revokedAt: null };

describe('the renewal of a session', () => {
  it.each([
    ['the present token gets the next one', 3, later(0), 'rotate'],
    ['the token before gets the same successor within 30 s', 2, later(30_000), 'repeat'],
    ['the token before ends the session after 30 s', 2, later(30_001), 'revoke'],
    ['an older token ends the session at once', 1, later(1), 'revoke'],
    ['a token that was never given is refused', 4, later(1), 'refuse'],
    ['nothing renews a session whose end has come', 3, sessionEnd(start), 'refuse'],
  ])('%s', (_name, generation, now, expected) => {
    expect(renewalOf(session, generation, now)).toBe(expected);
  });

  it('nothing renews a revoked session', () => {
    expect(renewalOf({ ...session, revokedAt: start }, 3, later(1))).toBe('refuse');
  });
});
