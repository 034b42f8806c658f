import { describe, expect, it } from '@jest/globals';
import { BridgeTickets } from './bridge-tickets.js';

const now = new Date('2026-11-20T09:00:00+08:00');
const later = (ms: number): Date => new Date(now.getTime() + ms);
const tickets = new BridgeTickets({ jwtSecret: 'a secret of thirty-two characters' });
const { ticket, expiresAt } = tickets.issue('wecom', 'sign-in', now);

describe('the ticket of a sign-in elsewhere', () => {
  it('is valid for ten minutes', () => {
    expect(expiresAt).toEqual(later(600_000));
    expect(tickets.read('wecom', 'sign-in', ticket, later(599_999))).toEqual(expiresAt);
    expect(tickets.read('wecom', 'sign-in', ticket, later(600_000))).toBeNull();
  });

  it.each([
    ['another bridge', 'wechat', 'sign-in', ticket],
    ['linking', 'wecom', 'link:somebody', ticket],
    ['anything if its end is moved', 'wecom', 'sign-in', ticket.replace(/^\d+/, '9999999999999')],
    ['anything if it is made up', 'wecom', 'sign-in', '1.2.3'],
    ['anything if it is empty', 'wecom', 'sign-in', ''],
  ] as const)('is not for %s', (_name, bridge, purpose, given) => {
    expect(tickets.read(bridge, purpose, given, now)).toBeNull();
  });

  it('of one person links for no other', () => {
    const own = tickets.issue('wecom', 'link:one', now).ticket;
    expect(tickets.read('wecom', 'link:one', own, now)).not.toBeNull();
    expect(tickets.read('wecom', 'link:other', own, now)).toBeNull();
  });

  it('is not known from what the provider is asked with, and both providers take that', () => {
    const { state, nonce, verifier } = tickets.attemptOf(ticket);
    // WeChat: a-zA-Z0-9, 128 bytes at most.
    expect(state).toMatch(/^[0-9a-f]{64}$/);
    // RFC 7636, 4.1.
    expect(verifier).toMatch(/^[A-Za-z0-9\-._~]{43,128}$/);
    expect(new Set([state, nonce, verifier, ticket]).size).toBe(4);
    expect(ticket).not.toContain(state);
    const other = tickets.attemptOf(tickets.issue('wecom', 'sign-in', now).ticket);
    expect([other.state, other.nonce, other.verifier]).not.toContain(state);
    expect(other.verifier).not.toBe(verifier);
  });
});
