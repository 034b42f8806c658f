import { describe, expect, it } from '@jest/globals';
import { floorOf, growsBeyond, quantileOf, type Sample, slowdownOf, trendOf } from './endurance-series.js';
import { Chance } from './malformed-schema.js';

/** Every half second for three minutes: what a process of 100 MB looks like. */
function series(valueAt: (minute: number, index: number) => number): Sample[] {
  return Array.from({ length: 360 }, (_one, index) => ({
    atMs: index * 500,
    value: valueAt(index / 120, index),
  }));
}

const chance = new Chance(20_261_121);
/** From −size to +size. */
const noise = (size: number): number => ((chance.below(20_001) - 10_000) / 10_000) * size;
/** A heap between two collections, every ten seconds: it fills by 40 MB and falls back. */
const sawtooth = (index: number): number => ((index % 20) / 20) * 40;

describe('the trend of a series', () => {
  it('is exact for a line: 100 MB and 2 MB a minute', () => {
    const trend = trendOf(series((minute) => 100 + 2 * minute));
    expect(trend.slopePerMinute).toBeCloseTo(2, 9);
    expect(trend.start).toBeCloseTo(100, 9);
    expect(trend.standardError).toBeCloseTo(0, 9);
  });

  it('has the slope and the error of a textbook: (0,1) (1,3) (2,2) (3,5)', () => {
    // x̄ = 1.5, ȳ = 2.75; Σdxdy = 5.5, Σdx² = 5: slope 1.1, start 1.1. Rests −0.1, 0.8, −1.3, 0.6: Σr² = 2.7; √(2.7/2/5) = 0.5196
    const values = [1, 3, 2, 5].map((value, minute) => ({ atMs: minute * 60_000, value }));
    const trend = trendOf(values);
    expect(trend.slopePerMinute).toBeCloseTo(1.1, 9);
    expect(trend.start).toBeCloseTo(1.1, 9);
    expect(trend.standardError).toBeCloseTo(0.5196, 4);
  });

  it('of two samples is refused', () => {
    expect(() => trendOf([])).toThrow('0 samples');
  });
});

describe('a process that may grow by a fifth of its size in an hour', () => {
  // Of 100 MB, 20 % in 60 minutes: 0.33 MB a minute.
  it.each([
    { what: 'flat', leaks: false, at: () => 100 },
    { what: 'flat and noisy', leaks: false, at: () => 100 + noise(5) },
    {
      what: 'flat between collections',
      leaks: false,
      at: (_minute: number, index: number) => 100 + sawtooth(index),
    },
    { what: 'shrinking', leaks: false, at: (minute: number) => 100 - 3 * minute },
    { what: 'growing by 0.2 MB a minute', leaks: false, at: (minute: number) => 100 + 0.2 * minute },
    { what: 'growing by 1 MB a minute', leaks: true, at: (minute: number) => 100 + minute },
    { what: 'leaking and noisy', leaks: true, at: (minute: number) => 100 + 6 * minute + noise(5) },
    {
      what: 'leaking between collections',
      leaks: true,
      at: (minute: number, index: number) => 100 + 3 * minute + sawtooth(index),
    },
  ])('is seen to be $what', ({ leaks, at }) => {
    const floor = floorOf(series(at), 20);
    expect(floor).toHaveLength(18);
    expect(growsBeyond(trendOf(floor), 0.2, 60)).toBe(leaks);
  });
});

describe('how much slower the last third of twelve slices is than the first', () => {
  it.each([
    { what: 'as fast as ever', p99: () => 40, pace: () => 10, expected: 1 },
    { what: 'twice as slow', p99: (n: number) => (n < 8 ? 40 : 80), pace: () => 10, expected: 2 },
    // The medians of 40, 44, 48, 52 and of 72, 76, 80, 84, each by nearest rank: 76 / 44.
    { what: 'slower with every slice', p99: (n: number) => 40 + 4 * n, pace: () => 10, expected: 76 / 44 },
    { what: 'held up once', p99: (n: number) => (n === 10 ? 4_000 : 40), pace: () => 10, expected: 1 },
    {
      what: 'on a machine that has a third of its time for it, as fast as that allows',
      p99: (n: number) => (n < 8 ? 40 : 120),
      pace: (n: number) => (n < 8 ? 10 : 30),
      expected: 1,
    },
    {
      what: 'twice as slow on a machine that has become faster',
      p99: () => 40,
      pace: (n: number) => (n < 8 ? 20 : 10),
      expected: 2,
    },
  ])('is seen of one that is $what', ({ p99, pace, expected }) => {
    const slices = Array.from({ length: 12 }, (_one, n) => ({ p99Ms: p99(n), paceMs: pace(n) }));
    expect(slowdownOf(slices)).toBeCloseTo(expected, 9);
  });
});

describe('a quantile', () => {
  it.each([
    { upTo: 1, share: 0.99, expected: 1 },
    { upTo: 3, share: 0.5, expected: 2 },
    { upTo: 100, share: 0.99, expected: 99 },
    { upTo: 200, share: 0.99, expected: 198 },
  ])('of 1 to $upTo at $share is $expected', ({ upTo, share, expected }) => {
    const values = Array.from({ length: upTo }, (_one, index) => upTo - index);
    expect(quantileOf(values, share)).toBe(expected);
  });

  it('of nothing is refused', () => {
    expect(() => quantileOf([], 0.5)).toThrow('no value');
  });
});
