import { describe, expect, it } from '@jest/globals';
import { holds, minutesFor, platformTime, standingOf, type ReportedPlace } from './queue.model.js';

/** So many seconds after the opening. */
const at = (seconds: number): Date => new Date(Date.parse('2026-11-21T02:00:00.000Z') + seconds * 1_000);
const joinFrom = at(-1_800).toISOString();
/** At 300 a minute, one each 0.2 seconds, place 301 comes after (301 − 1) × 0.2 = 60 seconds. */
const placeOf = (changes: Partial<ReportedPlace> = {}): ReportedPlace => ({
  state: 'waiting',
  place: 301,
  turnAt: at(60).toISOString(),
  opensAt: at(0).toISOString(),
  perMinute: 300,
  ...changes,
});
const none = placeOf({ state: 'none', place: null, turnAt: null });
const unordered = placeOf({ place: null, turnAt: null });

describe('how one stands in a queue', () => {
  it.each([
    { place: none, seconds: -1_801, phase: 'ahead', ahead: 0, share: 0 },
    { place: none, seconds: -1_800, phase: 'joinable', ahead: 0, share: 0 },
    { place: none, seconds: 999, phase: 'joinable', ahead: 0, share: 0 },
    { place: unordered, seconds: -1, phase: 'before', ahead: 0, share: 0 },
    { place: unordered, seconds: 0, phase: 'ordering', ahead: 0, share: 0 },
    // The first was let in at once: 2 to 300.
    { place: placeOf(), seconds: 0, phase: 'waiting', ahead: 299, share: 0 },
    // 15 s × 5 + 1 = 76 were let in: 77 to 300 are 224. 15 ÷ 60 of the way.
    { place: placeOf(), seconds: 15, phase: 'waiting', ahead: 224, share: 0.25 },
    { place: placeOf(), seconds: 59.9, phase: 'waiting', ahead: 0, share: 59.9 / 60 },
    { place: placeOf(), seconds: 60, phase: 'turn', ahead: 0, share: 1 },
    // The opening was put off after the order was made: everybody before me is before me.
    { place: placeOf(), seconds: -600, phase: 'waiting', ahead: 300, share: 0 },
    {
      place: placeOf({ place: 1, turnAt: at(0).toISOString() }),
      seconds: -9,
      phase: 'waiting',
      ahead: 0,
      share: 0,
    },
  ])('$phase after $seconds s', ({ place, seconds, phase, ahead, share }) => {
    const standing = standingOf(place, joinFrom, at(seconds));
    expect(standing).toMatchObject({ phase, ahead });
    expect(standing.share).toBeCloseTo(share, 6);
  });

  it('goes by the clock of the platform: a phone that is ten minutes fast is not ten minutes early', () => {
    // Asked at the opening; 5 seconds have gone by on the phone since.
    const phone = at(600).getTime();
    expect(platformTime(at(0).toISOString(), phone, phone + 5_000)).toEqual(at(5));
  });
});

it.each([
  // 999 ÷ 300 = 3.33, 4,999 ÷ 300 = 16.66; the first is let in at once.
  { people: 1_000, perMinute: 300, minutes: 4 },
  { people: 5_000, perMinute: 300, minutes: 17 },
  { people: 1, perMinute: 1, minutes: 0 },
])('$people people at $perMinute a minute take $minutes minutes', ({ people, perMinute, minutes }) => {
  expect(minutesFor(people, perMinute)).toBe(minutes);
});

describe('what a place rests on', () => {
  // RFC 4231, test case 2: the key "Jefe".
  const proof = {
    commitment: '0'.repeat(64),
    secret: '4a656665',
    personId: 'what do ya want for nothing?',
    key: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  };

  it('holds where key and commitment are those of the secret, and not otherwise', async () => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('Jefe'));
    const commitment = Buffer.from(digest).toString('hex');
    expect(await holds({ ...proof, commitment })).toBe(true);
    expect(await holds(proof)).toBe(false);
    expect(await holds({ ...proof, commitment, personId: 'somebody else' })).toBe(false);
  });
});
