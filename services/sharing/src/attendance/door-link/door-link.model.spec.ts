import { describe, expect, it } from '@jest/globals';
import { expiryOf, isBoundTo, requireUsable, stateOf } from './door-link.model.js';

const now = new Date('2026-11-20T10:00:00Z');
const later = new Date('2026-11-20T10:00:01Z');
const link = { revokedAt: null, expiresAt: later, deviceHash: null };
const published = { state: 'published' } as const;

describe('the state of a door link', () => {
  it.each([
    ['nobody has opened it', link, published, 'open'],
    ['a phone works with it', { ...link, deviceHash: 'phone' }, published, 'bound'],
    ['its last moment has come', { ...link, expiresAt: now }, published, 'ended'],
    ['the activity is closed', link, { state: 'closed' } as const, 'ended'],
    ['the activity is cancelled', { ...link, deviceHash: 'phone' }, { state: 'cancelled' } as const, 'ended'],
    ['it was taken back', { ...link, revokedAt: now }, published, 'revoked'],
    [
      'it was taken back, and is past its end',
      { ...link, revokedAt: now, expiresAt: now },
      published,
      'revoked',
    ],
  ])('%s', (_what, one, activity, state) => {
    expect(stateOf(one, activity, now)).toBe(state);
    const use = (): void => requireUsable(one, activity, now);
    if (state === 'open' || state === 'bound') expect(use).not.toThrow();
    else
      expect(use).toThrow(
        expect.objectContaining({ code: state === 'ended' ? 'DOOR_LINK_ENDED' : 'DOOR_LINK_REVOKED' }),
      );
  });
});

it('belongs to the first phone, which may ask again', () => {
  expect(isBoundTo({ deviceHash: null }, 'phone')).toBe(false);
  expect(isBoundTo({ deviceHash: 'phone' }, 'phone')).toBe(true);
  expect(() => isBoundTo({ deviceHash: 'phone' }, 'other')).toThrow(
    expect.objectContaining({ code: 'DOOR_LINK_BOUND' }),
  );
});

describe('the end of a door link', () => {
  const activity = { endsAt: new Date('2026-11-20T12:00:00Z') };
  it.each([
    ['six hours after the activity', null, '2026-11-20T18:00:00.000Z'], // 12 + 6
    ['as wished', '2026-11-20T20:00:00+08:00', '2026-11-20T12:00:00.000Z'],
    ['a day after the activity at the latest', '2026-11-21T12:00:00Z', '2026-11-21T12:00:00.000Z'], // 12 + 24
  ])('%s', (_what, wished, expiresAt) => {
    expect(expiryOf(wished, activity, now).toISOString()).toBe(expiresAt);
  });

  it.each([
    ['later than that', '2026-11-21T12:00:01Z', now],
    ['now', '2026-11-20T10:00:00Z', now],
    ['long after the activity, where nothing is wished', null, new Date('2026-11-20T18:00:00Z')],
  ])('is refused: %s', (_what, wished, at) => {
    expect(() => expiryOf(wished, activity, at)).toThrow(
      expect.objectContaining({ code: 'DOOR_LINK_EXPIRY', errors: [expect.anything()] }),
    );
  });
});
