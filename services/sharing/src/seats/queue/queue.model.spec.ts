import { describe, expect, it } from '@jest/globals';
import { movedQueue } from '../../activities/activity/queue-opening.js';
import { commitmentOf } from './commitment.js';
import { hmacPads, placeKeyOf } from './place-key.js';
import {
  aheadOf,
  pollAfterOf,
  queueStateOf,
  type QueueTerms,
  requireJoinable,
  requireTurn,
  termsOf,
  turnAt,
  turnsStep,
  turnsUntil,
} from './queue.model.js';

/** So many seconds after the opening. */
const at = (seconds: number): Date => new Date(Date.parse('2026-11-21T02:00:00.000Z') + seconds * 1_000);
const terms = (changes: Partial<QueueTerms> = {}): QueueTerms => ({
  joinFrom: at(-1_800).toISOString(),
  opensAt: at(0).toISOString(),
  perMinute: 300,
  ...changes,
});

describe('a step that tells people of their turns', () => {
  it.each([
    [
      'the first, and plans the next at its turn',
      { perMinute: 2 },
      { told: 0, joined: 3 },
      0,
      { upTo: 1, nextAt: at(30) },
    ],
    ['all whose turns have come', { perMinute: 2 }, { told: 1, joined: 5 }, 61, { upTo: 3, nextAt: at(90) }],
    [
      'several together where turns come fast',
      { perMinute: 300 },
      { told: 1, joined: 900 },
      10,
      { upTo: 51, nextAt: at(20) },
    ],
    [
      'two hundred, and the rest at once',
      { perMinute: 60_000 },
      { told: 0, joined: 900 },
      1,
      { upTo: 200, nextAt: at(1) },
    ],
    ['the last, and plans none', { perMinute: 2 }, { told: 2, joined: 3 }, 60, { upTo: 3, nextAt: null }],
    [
      'nobody where nobody has joined',
      { perMinute: 2 },
      { told: 0, joined: 0 },
      0,
      { upTo: 0, nextAt: null },
    ],
    [
      'nobody twice where the opening was moved later',
      { perMinute: 2 },
      { told: 2, joined: 4 },
      -60,
      { upTo: 2, nextAt: at(60) },
    ],
  ])('tells %s', (_whom, pace, progress, seconds, step) => {
    expect(turnsStep(terms(pace), progress, at(seconds))).toEqual(step);
  });
});

describe('turns', () => {
  it.each([
    { perMinute: 300, place: 1, seconds: 0 },
    // 300 a minute is one each 0.2 seconds: (2 − 1) × 0.2, (301 − 1) × 0.2.
    { perMinute: 300, place: 2, seconds: 0.2 },
    { perMinute: 300, place: 301, seconds: 60 },
    { perMinute: 1, place: 31, seconds: 1_800 },
    // (2 − 1) × 60 ÷ 7 = 8.571 428… seconds, rounded up to the millisecond.
    { perMinute: 7, place: 2, seconds: 8.572 },
    // 60,000 a minute is one each millisecond.
    { perMinute: 60_000, place: 20_000, seconds: 19.999 },
  ])('place $place at $perMinute a minute comes after $seconds s', ({ perMinute, place, seconds }) => {
    expect(turnAt(terms({ perMinute }), place)).toEqual(at(seconds));
  });

  it.each([
    { seconds: -0.001, turns: 0 },
    { seconds: 0, turns: 1 },
    { seconds: 0.199, turns: 1 },
    { seconds: 0.2, turns: 2 },
    // 60 s × 300 ÷ 60 + 1.
    { seconds: 60, turns: 301 },
  ])('after $seconds s $turns have come', ({ seconds, turns }) => {
    expect(turnsUntil(terms(), at(seconds))).toBe(turns);
  });

  it('the count and the moments agree to the millisecond, however the division goes', () => {
    for (const perMinute of [1, 7, 59, 61, 300, 999, 7_919, 60_000]) {
      for (const place of [1, 2, 3, 10, 97, 4_999]) {
        const turn = turnAt(terms({ perMinute }), place);
        expect(turnsUntil(terms({ perMinute }), turn)).toBeGreaterThanOrEqual(place);
        expect(turnsUntil(terms({ perMinute }), new Date(turn.getTime() - 1))).toBeLessThan(place);
      }
    }
  });

  it.each([
    // Nobody is let in: places 1 to 9 stand before the tenth.
    { place: 10, seconds: -5, ahead: 9 },
    // The first has been let in: 2 to 9.
    { place: 10, seconds: 0, ahead: 8 },
    { place: 2, seconds: 0, ahead: 0 },
    { place: 10, seconds: 1.8, ahead: 0 },
    { place: 10, seconds: 600, ahead: 0 },
  ])('before place $place stand $ahead after $seconds s', ({ place, seconds, ahead }) => {
    expect(aheadOf(terms(), place, at(seconds))).toBe(ahead);
  });

  it.each([
    { place: 1, seconds: 0, refused: null },
    { place: 301, seconds: 60, refused: null },
    { place: 301, seconds: 59.999, refused: { code: 'QUEUE_TURN_NOT_YET', opensAt: at(60).toISOString() } },
    { place: null, seconds: -1, refused: { code: 'QUEUE_TURN_NOT_YET', opensAt: at(0).toISOString() } },
    { place: undefined, seconds: 3_600, refused: { code: 'QUEUE_PLACE_MISSING', opensAt: undefined } },
  ])('place $place may sign up after $seconds s unless refused: $refused', ({ place, seconds, refused }) => {
    const check = (): void => requireTurn(terms(), place, at(seconds));
    if (refused === null) check();
    else {
      const { code, opensAt } = refused;
      expect(check).toThrow(
        expect.objectContaining({ code, params: opensAt === undefined ? {} : { opensAt } }),
      );
    }
  });

  it('without a queue there is no turn to wait for', () => {
    expect(() => requireTurn(null, undefined, at(-9_999))).not.toThrow();
  });
});

describe('joining', () => {
  const activity = { state: 'published', startsAt: at(90_000), signUpClosesAt: at(80_000), queue: terms() };
  it.each([
    { changes: {}, seconds: -1_800, code: null },
    { changes: {}, seconds: 79_999, code: null },
    { changes: {}, seconds: -1_801, code: 'QUEUE_NOT_OPEN_YET' },
    { changes: {}, seconds: 80_000, code: 'SIGN_UP_CLOSED' },
    { changes: { signUpClosesAt: at(99_999) }, seconds: 90_000, code: 'SIGN_UP_CLOSED' },
    { changes: { queue: null }, seconds: 0, code: 'QUEUE_NONE' },
    { changes: { state: 'cancelled' }, seconds: 0, code: 'ACTIVITY_NOT_OPEN' },
    { changes: { state: 'draft' }, seconds: 0, code: 'ACTIVITY_NOT_OPEN' },
  ])('$changes after $seconds s: $code', ({ changes, seconds, code }) => {
    const check = (): QueueTerms => requireJoinable({ ...activity, ...changes }, at(seconds));
    if (code === null) expect(check()).toEqual(terms());
    else expect(check).toThrow(expect.objectContaining({ code }));
  });
});

describe('what the organiser sets', () => {
  const none = { queue: null, signUpOpensAt: at(0), isFrozen: false };
  const there = { ...none, queue: terms() };
  it.each([
    {
      name: 'by default one joins half an hour before',
      context: none,
      wanted: {},
      seconds: -7_200,
      joins: -1_800,
    },
    // 600 s before the opening is later than 1,800 s before it.
    { name: 'never earlier than now', context: none, wanted: {}, seconds: -600, joins: -600 },
    { name: 'as it is said', context: none, wanted: { joinFrom: at(-60) }, seconds: -7_200, joins: -60 },
    { name: 'what is absent stays', context: there, wanted: {}, seconds: -60, joins: -1_800 },
    { name: 'may move before', context: there, wanted: { joinFrom: at(-90) }, seconds: -7_200, joins: -90 },
    {
      name: 'any speed before the order',
      context: there,
      wanted: { perMinute: 1 },
      seconds: -1,
      joins: -1_800,
    },
    { name: 'faster after it', context: there, wanted: { perMinute: 301 }, seconds: 60, joins: -1_800 },
  ])('$name', ({ context: ground, wanted, seconds, joins }) => {
    const all = { joinFrom: null, perMinute: 300, ...wanted };
    expect(termsOf(ground, all, at(seconds))).toEqual({
      joinFrom: at(joins).toISOString(),
      opensAt: at(0).toISOString(),
      perMinute: all.perMinute,
    });
  });

  it.each([
    { context: none, wanted: {}, seconds: 0, code: 'QUEUE_TOO_LATE' },
    // The queue was removed, and the opening moved ahead again, after its order was drawn.
    { context: { ...none, isFrozen: true }, wanted: {}, seconds: -7_200, code: 'QUEUE_TOO_LATE' },
    { context: none, wanted: { joinFrom: at(0) }, seconds: -7_200, code: 'QUEUE_JOIN_TOO_LATE' },
    { context: there, wanted: { joinFrom: at(0) }, seconds: -7_200, code: 'QUEUE_JOIN_TOO_LATE' },
    { context: there, wanted: { joinFrom: at(-60) }, seconds: -1_800, code: 'QUEUE_JOINING' },
    { context: there, wanted: { perMinute: 299 }, seconds: 0, code: 'QUEUE_ONLY_FASTER' },
    {
      context: { ...there, isFrozen: true },
      wanted: { perMinute: 1 },
      seconds: -9,
      code: 'QUEUE_ONLY_FASTER',
    },
  ])('$wanted after $seconds s is refused: $code', ({ context: ground, wanted, seconds, code }) => {
    const set = (): QueueTerms => termsOf(ground, { joinFrom: null, perMinute: 300, ...wanted }, at(seconds));
    expect(set).toThrow(expect.objectContaining({ code }));
  });

  it.each([
    { seconds: -1_801, state: 'ahead' },
    { seconds: -1_800, state: 'joining' },
    { seconds: 0, state: 'open' },
  ])('after $seconds s it is $state', ({ seconds, state }) => {
    expect(queueStateOf(terms(), at(seconds))).toBe(state);
  });
});

describe('an opening that is moved', () => {
  it.each([
    // Nobody can have joined: joining still begins 1,800 s before.
    { name: 'later, before joining', now: -7_200, to: 3_600, joins: 1_800, opens: 3_600 },
    { name: 'earlier, before joining', now: -7_200, to: -3_600, joins: -5_400, opens: -3_600 },
    { name: 'so early that one joins at once', now: -7_200, to: -6_000, joins: -7_800, opens: -6_000 },
    { name: 'later, while they join', now: -60, to: 3_600, joins: -1_800, opens: 3_600 },
    { name: 'earlier, while they join', now: -60, to: -30, joins: -1_800, opens: -30 },
    { name: 'into the past, so it is now', now: -60, to: -9_999, joins: -1_800, opens: -60 },
    { name: 'into the past before joining', now: -7_200, to: -9_999, joins: -9_000, opens: -7_200 },
    { name: 'into the past after it: the turns go on', now: 60, to: -9_999, joins: -1_800, opens: 0 },
    { name: 'later after it: the turns begin anew then', now: 60, to: 3_600, joins: -1_800, opens: 3_600 },
    { name: 'not at all', now: -60, to: 0, joins: -1_800, opens: 0 },
  ])('$name', ({ now, to, joins, opens }) => {
    const before = { queue: terms(), signUpOpensAt: at(0) };
    expect(movedQueue(before, at(to), at(now))).toEqual({
      joinFrom: at(joins).toISOString(),
      opensAt: at(opens).toISOString(),
      perMinute: 300,
    });
  });

  it('without a queue stays without one', () => {
    expect(movedQueue({ queue: null, signUpOpensAt: at(0) }, at(60), at(-60))).toBeNull();
  });
});

describe('asking again', () => {
  const ask = (place: number | null, seconds: number, jitter = 0.5, joined = 5_000): number =>
    pollAfterOf(terms(), { place, joined, now: at(seconds), jitter });

  it.each([
    { name: 'half an hour before: seldom', place: null, seconds: -1_800, after: 60 },
    // 130 ÷ 2 × (0.8 + 0.4 × 0.5) is 65: a minute at most.
    { name: 'two minutes before', place: null, seconds: -130, after: 60 },
    // 30 + 1 + 0.5 × min(20, 5,000 ÷ 500).
    { name: 'half a minute before: once the order is made', place: null, seconds: -30, after: 36 },
    { name: 'the order is late', place: null, seconds: 3, after: 6 },
    // Place 3,001 comes after 600 s: 600 ÷ 4 is more than a minute.
    { name: 'far', place: 3_001, seconds: 0, after: 60 },
    // Place 501 comes after 100 s: 100 ÷ 4.
    { name: 'nearer', place: 501, seconds: 0, after: 25 },
    // Place 101 comes after 20 s.
    { name: 'next: at the turn', place: 101, seconds: 0, after: 20 },
    { name: 'in half a second', place: 101, seconds: 19.5, after: 1 },
    { name: 'it has come', place: 101, seconds: 20, after: 60 },
  ])('$name', ({ place, seconds, after }) => {
    expect(ask(place, seconds)).toBe(after);
  });

  it('is spread over ten seconds for 5,000, so that 500 ask in one', () => {
    const asks = Array.from({ length: 5_000 }, (_one, index) => ask(null, -30, (index + 0.5) / 5_000));
    const perSecond = new Map<number, number>();
    for (const after of asks) perSecond.set(after, (perSecond.get(after) ?? 0) + 1);
    expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(500);
    expect(Math.min(...asks)).toBeGreaterThan(30);
  });

  it('never comes after the turn, and is from 1 to 60 seconds', () => {
    for (const jitter of [0, 0.3, 1]) {
      for (let place = 102; place < 3_000; place += 37) {
        const after = ask(place, 0, jitter);
        expect(after).toBeGreaterThanOrEqual(1);
        expect(after).toBeLessThanOrEqual(60);
        expect(after).toBeLessThanOrEqual(Math.ceil((place - 1) / 5));
      }
    }
  });
});

describe('the keys', () => {
  it('are those of RFC 4231, test case 2', () => {
    const jefe = Buffer.from('Jefe').toString('hex');
    expect(placeKeyOf(jefe, 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('begin from a block that is filled up with zeros', () => {
    const { inner, outer } = hmacPads('ff00');
    expect([inner.length, outer.length]).toEqual([64, 64]);
    // 0xff ⊕ 0x36 = 0xc9, 0x00 ⊕ 0x36 = 0x36; 0xff ⊕ 0x5c = 0xa3.
    expect([...inner.subarray(0, 3)]).toEqual([0xc9, 0x36, 0x36]);
    expect([...outer.subarray(0, 3)]).toEqual([0xa3, 0x5c, 0x5c]);
  });

  it('rest on a secret whose hash is that of its bytes', () => {
    // SHA-256 of one zero byte.
    expect(commitmentOf('00')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });
});
