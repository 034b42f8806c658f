import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commitmentOf, listHashOf, newSecret, newToken, seedOf, valuesOf } from './draw-hash.js';
import {
  allot,
  drawOrder,
  type DrawList,
  type ListedEntry,
  listText,
  requireEnterable,
  requireWindow,
  resultText,
  weightOf,
} from './draw.model.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 21, hour));
const entry = (token: string, weight = 1, heads = 1, pool = 1): ListedEntry => ({
  token,
  weight,
  heads,
  pool,
});

describe('the window of a draw', () => {
  it.each([
    [1, 2, null],
    [1, 24, null], // until the start itself
    [0, 2, ['DRAW_OPENS_TOO_EARLY', '/opensAt']], // now is no time ahead
    [2, 2, ['PERIOD_EMPTY', '/closesAt']],
    [1, 25, ['DRAW_CLOSES_TOO_LATE', '/closesAt']],
  ])('from %i to %i o’clock: %j', (opens, closes, problem) => {
    const attempt = (): void => requireWindow({ opensAt: at(opens), closesAt: at(closes) }, at(24), at(0));
    if (problem === null) expect(attempt).not.toThrow();
    else
      expect(attempt).toThrow(
        expect.objectContaining({
          errors: [expect.objectContaining({ code: problem[0], pointer: problem[1] })],
        }),
      );
  });

  it.each([
    ['open', 0, 'DRAW_NOT_OPEN_YET'],
    ['open', 1, null],
    ['open', 2, 'DRAW_CLOSED'], // the freeze may run a moment late
    ['frozen', 1, 'DRAW_CLOSED'],
    ['drawn', 3, 'DRAW_CLOSED'],
    ['cancelled', 1, 'DRAW_CANCELLED'],
  ])('while it is %s, at %i o’clock: %j', (state, hour, code) => {
    const attempt = (): void => requireEnterable({ state, opensAt: at(1), closesAt: at(2) }, at(hour));
    if (code === null) expect(attempt).not.toThrow();
    else expect(attempt).toThrow(expect.objectContaining({ code }));
  });
});

describe('the fair share', () => {
  it.each([
    [0, 3],
    [1, 2],
    [2, 1],
    [40, 1],
  ])('gives who came %i times %i tickets', (times, tickets) => {
    expect(weightOf(times)).toBe(tickets);
  });
});

describe('the frozen list', () => {
  it('is text that any program can read, without a person in it', () => {
    const list: DrawList = {
      drawId: 'd',
      pools: [4, 0],
      caps: [{ free: 3, pools: [1, 2] }],
      entries: [entry('aa', 3, 2, 1), entry('bb', 1, 1, 2)],
    };
    expect(listText(list)).toBe(
      'draw d\npool 1 4\npool 2 0\ncap 3 1 2\nentry 1 aa 3 2 1\nentry 2 bb 1 1 2\n',
    );
  });

  it('names a person by a token that only that person can compute, and that is never the same twice', () => {
    const one = newToken('d', 'p');
    expect(one.token).toBe(listHashOf(`d:p:${one.salt}`));
    expect(newToken('d', 'p').token).not.toBe(one.token);
  });
});

describe('the order that is drawn', () => {
  it('is what the published formula gives, to the byte', () => {
    // printf '%064d' 1 | xxd -r -p | sha256sum, and printf 'draw d\n' | sha256sum
    const secret = '1'.padStart(64, '0');
    expect(commitmentOf(secret)).toBe('ec4916dd28fc4c10d78e287ca5d9cc51ee1ae73cbfde08c6b37324cbfaac8bc5');
    const listHash = listHashOf('draw d\n');
    expect(listHash).toBe('7dcae8d79ca0f228c1308c5b3db092ae2884ed849b8ecd3c8393e0324b9104d5');
    expect(seedOf(secret, listHash)).toHaveLength(64);
  });

  it('follows from the smallest ticket of each', () => {
    const values: Record<string, string> = { 'a:1': '5', 'a:2': '2', 'b:1': '3', 'c:1': '1', 'c:2': '9' };
    const order = drawOrder([entry('a', 2), entry('b'), entry('c', 2)], (ticket) => values[ticket] ?? 'x');
    expect(order).toEqual([3, 1, 2]); // c by its 1, a by its 2, b by its 3
  });

  it('E26: with the same seed is the same, in whatever order people came', () => {
    const tokens = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(tokens, fc.integer({ min: 1, max: 1_000_000 }), (all, seed) => {
        const valueOf = valuesOf(seed.toString(16).padStart(64, '0'));
        const tokensIn = (order: readonly ListedEntry[]): string[] =>
          drawOrder(order, valueOf).map((number) => order[number - 1]?.token ?? '');
        const entries = all.map((token, index) => entry(token, 1 + (index % 3)));
        const drawn = tokensIn(entries);
        expect(tokensIn([...entries].reverse())).toEqual(drawn);
        expect([...drawn].sort()).toEqual([...all].sort()); // everybody once
      }),
    );
  });

  it('E26: gives who has three tickets the first place three times as often as who has one', () => {
    const rounds = 4_000;
    const entries = [entry('a', 3), entry('b', 2), entry('c', 1)];
    const firsts = [0, 0, 0];
    const seconds = [0, 0, 0];
    for (let round = 0; round < rounds; round += 1) {
      const [first = 1, second = 1] = drawOrder(entries, valuesOf(listHashOf(`seed ${round}`)));
      firsts[first - 1] = (firsts[first - 1] ?? 0) + 1;
      seconds[second - 1] = (seconds[second - 1] ?? 0) + 1;
    }
    // 3/6, 2/6 and 1/6 of 4,000
    const expected = [2_000, 1_333, 667];
    firsts.forEach((count, index) => expect(Math.abs(count - (expected[index] ?? 0))).toBeLessThan(120));
    // a second: 2/6 × 3/4 + 1/6 × 3/5 = 0.35; b: 3/6 × 2/3 + 1/6 × 2/5 = 0.4; c: 3/6 × 1/3 + 2/6 × 1/4 = 0.25
    const then = [1_400, 1_600, 1_000];
    seconds.forEach((count, index) => expect(Math.abs(count - (then[index] ?? 0))).toBeLessThan(120));
  });

  it('hangs on every bit of the secret and of the list', () => {
    const [one, other] = [newSecret(), newSecret()];
    expect(seedOf(one, listHashOf('a'))).not.toBe(seedOf(other, listHashOf('a')));
    expect(seedOf(one, listHashOf('a'))).not.toBe(seedOf(one, listHashOf('b')));
  });
});

describe('the seats', () => {
  const list = (pools: number[], entries: ListedEntry[], caps: DrawList['caps'] = []): DrawList => ({
    drawId: 'd',
    pools,
    caps,
    entries,
  });

  it.each<[string, DrawList, number[], string]>([
    ['go along the order', list([2], [entry('a'), entry('b'), entry('c')]), [3, 1, 2], 'seat seat line'],
    [
      'pass over a party that does not fit', // 2 seats: three do not fit, the two singles behind do
      list([2], [entry('a', 1, 3), entry('b'), entry('c')]),
      [1, 2, 3],
      'line seat seat',
    ],
    [
      'are those of the own pool',
      list([0, 1], [entry('a', 1, 1, 1), entry('b', 1, 1, 2)]),
      [1, 2],
      'line seat',
    ],
    [
      'end where a cap over several pools does', // 3 + 3 free, the hall takes 2
      list([3, 3], [entry('a', 1, 2, 1), entry('b', 1, 1, 2)], [{ free: 2, pools: [1, 2] }]),
      [1, 2],
      'seat line',
    ],
  ])('%s', (_name, drawn, order, results) => {
    expect(allot(drawn, order).join(' ')).toBe(results);
  });

  it('E26: are never more than there are, and nobody wins twice', () => {
    const parties = fc.array(
      fc.record({ heads: fc.integer({ min: 1, max: 5 }), pool: fc.constantFrom(1, 2) }),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(parties, fc.nat(20), fc.nat(20), fc.nat(30), (drawn, first, second, cap) => {
        const entries = drawn.map(({ heads, pool }, index) =>
          entry(`t${index}`, 1 + (index % 3), heads, pool),
        );
        const all = list([first, second], entries, [{ free: cap, pools: [1, 2] }]);
        const order = drawOrder(entries, valuesOf(listHashOf(String(cap))));
        const results = allot(all, order);
        const winners = order.filter((_number, index) => results[index] === 'seat');
        const seated = (pool: number): number =>
          winners.reduce((sum, number) => {
            const one = entries[number - 1];
            return one?.pool === pool ? sum + one.heads : sum;
          }, 0);
        expect(new Set(winners).size).toBe(winners.length);
        expect(seated(1)).toBeLessThanOrEqual(first);
        expect(seated(2)).toBeLessThanOrEqual(second);
        expect(seated(1) + seated(2)).toBeLessThanOrEqual(cap);
      }),
    );
  });

  it('are told as place, entry and result', () => {
    expect(resultText([3, 1], ['seat', 'line'])).toBe('1 3 seat\n2 1 line\n');
  });
});
