import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createSigner } from 'fast-jwt';
import { Identities } from './identities.js';

const secret = 'a secret of thirty-two characters';
const other = 'another one of thirty-two letters';
const ended = { kind: 'nobody', reason: 'SESSION_ENDED' };

/** A header with a token of this person, valid for a minute. */
function headerOf(personId: string, key = secret): string {
  const sign = createSigner({ key, algorithm: 'HS256', expiresIn: 60_000 });
  return `Bearer ${sign({ sub: personId, sid: `session of ${personId}` })}`;
}

function sessionOf(personId: string): object {
  return { kind: 'session', personId, sessionId: `session of ${personId}`, endsAt: expect.any(Number) };
}

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2026-03-01T08:00:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('whose a token is', () => {
  it('is told as often as it is asked', () => {
    const identities = new Identities(secret);
    const header = headerOf('a');
    for (let turn = 0; turn < 3; turn += 1) expect(identities.of(header)).toEqual(sessionOf('a'));
    expect(identities.of(headerOf('b'))).toEqual(sessionOf('b'));
  });

  it('is nobody from its end on, though it was read before', () => {
    const identities = new Identities(secret);
    const header = headerOf('a');
    jest.advanceTimersByTime(59_000);
    expect(identities.of(header)).toEqual(sessionOf('a'));
    jest.advanceTimersByTime(1_001);
    expect(identities.of(header)).toEqual(ended);
  });

  it('is nobody where it is forged, garbled, or made of a good one', () => {
    const identities = new Identities(secret);
    const good = headerOf('a');
    identities.of(good);
    for (const header of [headerOf('a', other), `${good}x`, good.slice(0, -1), 'Bearer x.y.z'])
      expect(identities.of(header)).toEqual(ended);
  });

  it('is nobody without an end, a person or a session', () => {
    const identities = new Identities(secret);
    const sign = createSigner({ key: secret, algorithm: 'HS256' });
    const exp = Math.floor(Date.now() / 1_000) + 60;
    for (const claims of [
      { sub: 'a', sid: 'session of a' },
      { sid: 'session of a', exp },
      { sub: 'a', exp },
    ])
      expect(identities.of(`Bearer ${sign(claims)}`)).toEqual(ended);
    const whole = sign({ sub: 'a', sid: 'session of a', exp });
    expect(identities.of(`Bearer ${whole}`)).toEqual(sessionOf('a'));
  });

  it('is read anew when many came meanwhile, and is the same', () => {
    const identities = new Identities(secret, 2);
    const headers = ['a', 'b', 'c'].map((personId) => headerOf(personId));
    for (const header of [...headers, ...headers]) identities.of(header);
    expect(headers.map((header) => identities.of(header))).toEqual(['a', 'b', 'c'].map(sessionOf));
  });
});

it('tells a key by its hash, and nobody without a header', () => {
  const identities = new Identities(secret);
  expect(identities.of('Bearer gx_abc')).toMatchObject({ kind: 'apiKey' });
  expect(identities.of(undefined)).toEqual({ kind: 'nobody', reason: 'NOT_SIGNED_IN' });
});
