import { describe, expect, it } from '@jest/globals';
import { renewalOf, secondsLeft, sessionEnd, slowDownMs, waitSeconds } from './session.model.js';

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

describe('the slowing of failed sign-ins', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1], // 2^0
    [6, 2], // 2^1
    [10, 32], // 2^5
    [15, 900], // 2^10 = 1024, above the limit
    [4_000, 900],
  ])('after %i failures the next try waits %i s', (failures, seconds) => {
    expect(waitSeconds(failures)).toBe(seconds);
  });

  it('E124: tells how many whole seconds are left', () => {
    expect(secondsLeft({ failures: 7, lastAt: start }, later(1_500))).toBe(3); // 4 s − 1.5 s = 2.5 s, rounded up
    expect(secondsLeft({ failures: 7, lastAt: start }, later(4_000))).toBe(0);
  });

  it.each([
    [10, 0],
    [15, 500], // (15 − 10) · 100
    [1_000, 2_000],
  ])('%i failures from everywhere delay an account by %i ms, never more than 2 s', (failures, ms) => {
    expect(slowDownMs(failures)).toBe(ms);
  });
});
