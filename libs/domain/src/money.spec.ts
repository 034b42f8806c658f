import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allocate, formatYuan, fromWire, moneyText, percentOf, sum, toWire } from './money.js';

/** Published worked examples, in fen. */
const goldenSplits: readonly {
  readonly total: bigint;
  readonly weights: readonly bigint[];
  readonly rotation?: number;
  readonly shares: readonly bigint[];
  readonly why: string;
}[] = [
  { total: 100n, weights: [1n, 1n, 1n], rotation: 0, shares: [34n, 33n, 33n], why: '33⅓ each, 1 fen left' },
  {
    total: 3000n,
    weights: [1n, 1n, 1n, 1n, 1n, 1n, 1n],
    rotation: 0,
    shares: [429n, 429n, 429n, 429n, 428n, 428n, 428n],
    why: 'E68: 3000 = 7·428 + 4',
  },
  {
    total: 1000000n,
    weights: [47n, 31n, 9n],
    shares: [540230n, 356322n, 103448n],
    why: '÷87: 540229.885, 356321.839, 103448.276; 2 fen left go to .885 and .839',
  },
  { total: 5n, weights: [70n, 30n], rotation: 0, shares: [4n, 1n], why: '3.5 and 1.5 tie, the first wins' },
  { total: 5n, weights: [70n, 30n], rotation: 1, shares: [3n, 2n], why: 'the same tie, rotated by one' },
  { total: 1n, weights: [1n, 1n, 1n], rotation: 0, shares: [1n, 0n, 0n], why: '⅓ each, 1 fen left' },
  { total: 0n, weights: [1n, 1n], shares: [0n, 0n], why: 'nothing to split' },
];

const weightArbitrary = fc.bigInt({ min: 0n, max: 1_000_000_000n });
const weightsArbitrary = fc
  .array(weightArbitrary, { minLength: 1, maxLength: 20 })
  .filter((weights) => weights.some((weight) => weight > 0n));
const totalArbitrary = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const rotationArbitrary = fc.nat(100);

describe('allocate', () => {
  it.each(goldenSplits)('splits $total by $weights: $why', ({ total, weights, rotation, shares }) => {
    expect(allocate(total, weights, rotation)).toEqual(shares);
  });

  it('E66: splits 1.00 by three without losing a fen', () => {
    expect(allocate(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]); // 34 + 33 + 33 = 100
  });

  it.each([
    { rotation: 0, shares: [34n, 33n, 33n] },
    { rotation: 1, shares: [33n, 34n, 33n] },
    { rotation: 2, shares: [33n, 33n, 34n] },
    { rotation: 3, shares: [34n, 33n, 33n] }, // 3 mod 3 = 0
  ])('E67: the odd fen moves on with the rotation $rotation', ({ rotation, shares }) => {
    expect(allocate(100n, [1n, 1n, 1n], rotation)).toEqual(shares);
  });

  it('E67: a rotation decides ties only', () => {
    // 10·2/3 = 6⅔, 10·1/3 = 3⅓: the fen goes to ⅔ whatever the rotation
    expect(allocate(10n, [2n, 1n], 0)).toEqual([7n, 3n]);
    expect(allocate(10n, [2n, 1n], 1)).toEqual([7n, 3n]);
  });

  it('gives nothing to a weight of zero, even when it is first in the rotated order', () => {
    expect(allocate(1n, [1n, 0n, 1n], 1)).toEqual([0n, 0n, 1n]); // order 1, 2, 0; index 1 has no remainder
  });

  it('mirrors a negative total', () => {
    expect(allocate(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
  });

  it('splits nothing among weights that are all zero, or among nobody', () => {
    expect(allocate(0n, [0n, 0n])).toEqual([0n, 0n]);
    expect(allocate(0n, [])).toEqual([]);
  });

  it.each([
    { total: 1n, weights: [0n, 0n], code: 'NO_WEIGHT' },
    { total: -1n, weights: [0n], code: 'NO_WEIGHT' },
    { total: 1n, weights: [], code: 'NO_WEIGHT' },
    { total: 1n, weights: [2n, -1n], code: 'WEIGHT_NEGATIVE' },
    { total: 0n, weights: [1n, -1n], code: 'WEIGHT_NEGATIVE' },
  ])('refuses $total by $weights with $code', ({ total, weights, code }) => {
    expect(() => allocate(total, weights)).toThrow(expect.objectContaining({ code }));
  });

  it('E66: the parts always sum to the whole', () => {
    fc.assert(
      fc.property(totalArbitrary, weightsArbitrary, rotationArbitrary, (total, weights, rotation) => {
        expect(sum(allocate(total, weights, rotation))).toBe(total);
      }),
    );
  });

  it('each share is less than one fen from its exact part, and zero weights get zero', () => {
    fc.assert(
      fc.property(totalArbitrary, weightsArbitrary, rotationArbitrary, (total, weights, rotation) => {
        const weightSum = sum(weights);
        allocate(total, weights, rotation).forEach((share, index) => {
          const weight = weights[index] ?? 0n;
          const difference = share * weightSum - total * weight;
          expect(difference < weightSum && -difference < weightSum).toBe(true);
          if (weight === 0n) expect(share).toBe(0n);
        });
      }),
    );
  });

  it('a larger weight never gets less, and equal weights differ by one fen at most', () => {
    const smallTotal = fc.bigInt({ min: 0n, max: 1000n });
    const smallWeights = fc.array(fc.bigInt({ min: 0n, max: 9n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(smallTotal, smallWeights, rotationArbitrary, (total, weights, rotation) => {
        fc.pre(sum(weights) > 0n);
        const shares = allocate(total, weights, rotation);
        const pairs = weights.map((weight, index) => ({ weight, share: shares[index] ?? 0n }));
        for (const left of pairs) {
          for (const right of pairs) {
            if (left.weight > right.weight) expect(left.share >= right.share).toBe(true);
            if (left.weight === right.weight) expect(left.share - right.share <= 1n).toBe(true);
          }
        }
      }),
    );
  });

  it('E67: without ties the order of the weights does not matter', () => {
    const shuffled = weightsArbitrary.chain((weights) =>
      fc.tuple(
        fc.constant(weights),
        fc.shuffledSubarray([...weights.keys()], { minLength: weights.length, maxLength: weights.length }),
      ),
    );
    fc.assert(
      fc.property(totalArbitrary, shuffled, rotationArbitrary, (total, [weights, order], rotation) => {
        const weightSum = sum(weights);
        const remainders = weights.map((weight) => ((total < 0n ? -total : total) * weight) % weightSum);
        fc.pre(new Set(remainders).size === weights.length);
        const straight = allocate(total, weights, rotation);
        const permuted = allocate(
          total,
          order.map((index) => weights[index] ?? 0n),
          rotation,
        );
        expect(permuted).toEqual(order.map((index) => straight[index]));
      }),
    );
  });

  it('a refund mirrors the charge', () => {
    fc.assert(
      fc.property(totalArbitrary, weightsArbitrary, rotationArbitrary, (total, weights, rotation) => {
        const mirrored = allocate(-total, weights, rotation).map((share) => -share);
        expect(mirrored).toEqual(allocate(total, weights, rotation));
      }),
    );
  });
});

describe('percentOf', () => {
  it.each([
    { total: 1000n, percent: '30', fen: 300n }, // 1000 · 0.30
    { total: 101n, percent: '50', fen: 50n }, // 50.5, down
    { total: 99999n, percent: '33.3333', fen: 33332n }, // 33332.97, down
    { total: 1000000n, percent: '0.0001', fen: 1n }, // 1000000 / 1000000
    { total: 7n, percent: '100', fen: 7n },
    { total: 7n, percent: '100.0000', fen: 7n },
    { total: 7n, percent: '0', fen: 0n },
    { total: -101n, percent: '50', fen: -50n }, // the mirror of 101
  ])('$percent % of $total fen is $fen', ({ total, percent, fen }) => {
    expect(percentOf(total, percent)).toBe(fen);
  });

  it.each(['', '101', '100.0001', '-1', '1.', '.5', '1.23456', '05', '5%', '1e1', ' 5', '５'])(
    'refuses "%s"',
    (percent) => {
      expect(() => percentOf(1n, percent)).toThrow(expect.objectContaining({ code: 'PERCENT_FORMAT' }));
    },
  );
});

describe('formatYuan and moneyText', () => {
  it.each([
    { fen: 1865000n, column: '18,650.00', text: '¥18,650.00' },
    { fen: -1865000n, column: '-18,650.00', text: '−¥18,650.00' },
    { fen: 0n, column: '0.00', text: '¥0.00' },
    { fen: 5n, column: '0.05', text: '¥0.05' },
    { fen: -5n, column: '-0.05', text: '−¥0.05' },
    { fen: 99999n, column: '999.99', text: '¥999.99' },
    { fen: 100000000n, column: '1,000,000.00', text: '¥1,000,000.00' },
  ])('writes $fen fen as $column in a column and as $text in a sentence', ({ fen, column, text }) => {
    expect(formatYuan(fen)).toBe(column);
    expect(moneyText(fen)).toBe(text);
  });

  it('write every digit of every amount', () => {
    const digitsOf = (text: string): bigint => BigInt(text.replace(/[,.]/g, ''));
    fc.assert(fc.property(totalArbitrary, (fen) => expect(digitsOf(formatYuan(fen))).toBe(fen)));
  });
});

describe('the wire form', () => {
  it('carries every amount there and back', () => {
    fc.assert(fc.property(totalArbitrary, (fen) => expect(fromWire(toWire(fen))).toBe(fen)));
    expect(toWire(12345n)).toEqual({ amount: '12345', currency: 'CNY' });
  });

  it.each(['', '1.5', '01', '+1', '1e3', ' 1', '1,000', '1234567890123456789', '0x1'])(
    'refuses "%s"',
    (amount) => {
      expect(() => fromWire({ amount, currency: 'CNY' }, '/total')).toThrow(
        expect.objectContaining({
          code: 'MONEY_FORMAT',
          errors: [expect.objectContaining({ pointer: '/total/amount' })],
        }),
      );
    },
  );

  it.each(['JPY', 'USD', 'cny', ''])('E78: refuses the currency "%s"', (currency) => {
    expect(() => fromWire({ amount: '100', currency }, '/total')).toThrow(
      expect.objectContaining({
        code: 'CURRENCY_UNSUPPORTED',
        errors: [expect.objectContaining({ pointer: '/total/currency' })],
      }),
    );
  });
});
