import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type PoolGroup, poolMin, poolUpwards, voicesOf } from './pooling.model.js';

/** One answer of each union given, e.g. `1.2.7.`: the union is its place. */
const from = (...paths: string[]) => paths.map((path) => ({ path, voices: [path], answers: 1 }));
/** That many unions below a place. */
const below = (place: string, count: number) =>
  from(...Array.from({ length: count }, (_one, index) => `${place}${index + 1}.`));

const shown = (groups: readonly PoolGroup[], root = '1.') =>
  poolUpwards(groups, root).map(({ path, isRest, groups: pooled }) => [path, isRest, pooled.length]);

describe('pooling up the tree until five', () => {
  it.each([
    ['nobody', [], []],
    ['four in all are not shown', below('1.2.', 4), []],
    ['five of a district', below('1.2.', 5), [['1.2.', false, 5]]],
    // 3 + 2: neither district has five, the federation has.
    ['three and two are pooled above', [...below('1.2.', 3), ...below('1.3.', 2)], [['1.', false, 5]]],
    // 1.3. has 2, too few; at the root they take the only other pool in: 6 + 2.
    ['two left over take the district in', [...below('1.2.', 6), ...below('1.3.', 2)], [['1.', false, 8]]],
    // The smaller of 7 and 6 goes with the 2: 6 + 2, and 1.2. stays.
    [
      'two left over take the smallest in',
      [...below('1.2.', 7), ...below('1.3.', 6), ...below('1.4.', 2)],
      [
        ['1.', true, 8],
        ['1.2.', false, 7],
      ],
    ],
    // Of 5 and 5 the first in the order of places.
    [
      'of equals the first',
      [...below('1.2.', 5), ...below('1.3.', 5), ...below('1.4.', 1)],
      [
        ['1.', true, 6],
        ['1.3.', false, 5],
      ],
    ],
    // Streets 1.2.1. with 5 and 1.2.2. with 3; district 1.2. then lacks five, 3 go up to meet 2 of 1.3.
    [
      'what is left of a district goes on upwards',
      [...below('1.2.1.', 5), ...below('1.2.2.', 3), ...below('1.3.', 2)],
      [
        ['1.', true, 5],
        ['1.2.1.', false, 5],
      ],
    ],
    ['the federation itself answers, too', [...below('1.2.', 4), ...from('1.')], [['1.', false, 5]]],
  ])('E127: %s', (_name, groups, expected) => {
    expect(shown(groups)).toEqual(expected);
  });

  it('E127: five clubs of one union are one voice', () => {
    const clubs = Array.from({ length: 5 }, () => ({ path: '1.2.7.', voices: ['1.2.7.'], answers: 1 }));
    expect(shown(clubs)).toEqual([]);
    expect(shown([...clubs, ...below('1.3.', 4)])).toEqual([['1.', false, 9]]);
  });

  it('stays within the subtree that was asked', () => {
    expect(shown(below('1.2.4.', 5), '1.2.')).toEqual([['1.2.4.', false, 5]]);
    expect(shown([...below('1.2.4.', 3), ...below('1.2.5.', 2)], '1.2.')).toEqual([['1.2.', false, 5]]);
  });

  it('E127, E129: never shows fewer than five, never twice, and leaves nobody out who can be shown', () => {
    const place = fc
      .array(fc.integer({ min: 1, max: 3 }), { maxLength: 4 })
      .map((steps) => `1.${steps.map((step) => `${step}.`).join('')}`);
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60 }), (places) => {
        const groups = places.map((path, index) => ({ path, voices: [`${path}${index % 7}`], answers: 1 }));
        const pools = poolUpwards(groups, '1.');
        const voices = (list: readonly { voices: readonly string[] }[]) =>
          new Set(list.flatMap((one) => one.voices)).size;
        const pooled = pools.flatMap((pool) => pool.groups);
        expect(new Set(pooled).size).toBe(pooled.length);
        expect(pooled.length).toBe(voices(groups) < poolMin ? 0 : groups.length);
        for (const pool of pools) {
          expect(voices(pool.groups)).toBeGreaterThanOrEqual(poolMin);
          for (const group of pool.groups) expect(group.path.startsWith(pool.path)).toBe(true);
        }
      }),
    );
  });
});

describe('who speaks, where tokens say nothing of whose they are', () => {
  const group = (answers: number, ...tokens: number[]): PoolGroup => ({
    path: '1.',
    voices: tokens.flatMap((count, voice) => Array.from({ length: count }, () => `u${voice}`)),
    answers,
  });

  it.each([
    ['all tokens were used', [group(9, 5, 1, 1, 1, 1)], 5],
    // All five may be of the one who had five.
    ['four were not', [group(5, 5, 1, 1, 1, 1)], 1],
    ['seven of nine: the five of one, and two more', [group(7, 5, 1, 1, 1, 1)], 3],
    ['nobody answered', [group(0, 1, 1, 1, 1, 1)], 0],
    // Tokens that were used nowhere near speak for nobody.
    ['a place where nobody answered adds nobody', [group(4, 1, 1, 1, 1), group(0, 1, 1, 1)], 4],
  ])('E127: %s', (_name, groups, expected) => {
    expect(voicesOf(groups)).toBe(expected);
  });

  it('E127: are never counted as more than they are, whichever tokens were used', () => {
    const tokens = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 6 }), fc.array(fc.boolean(), { minLength: 6 })),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(tokens, (voices) => {
        const used = voices.map(([count, uses]) => uses.slice(0, count).filter(Boolean).length);
        const answers = used.reduce((sum, count) => sum + count, 0);
        const spoke = used.filter((count) => count > 0).length;
        expect(voicesOf([group(answers, ...voices.map(([count]) => count))])).toBeLessThanOrEqual(spoke);
      }),
    );
  });
});
