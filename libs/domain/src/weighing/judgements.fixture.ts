import fc from 'fast-check';
import type { Judgements } from './judgement.js';

/** Judgements of 1/9…9 in which the first row is complete, so that gaps elsewhere leave the graph connected. */
export function judgementsArbitrary(size: number): fc.Arbitrary<Judgements> {
  const value = fc.integer({ min: -8, max: 8 }).map((k) => (k < 0 ? 1 / (1 - k) : k + 1));
  const rows = Array.from({ length: size - 1 }, (_, row) => {
    const length = size - 1 - row;
    const cell = row === 0 ? value : fc.option(value, { freq: 2 });
    return fc.array<number | null>(cell, { minLength: length, maxLength: length });
  });
  return fc.tuple(...rows);
}

/** Judgements that no gap is in. */
export function completeArbitrary(size: number): fc.Arbitrary<Judgements> {
  return judgementsArbitrary(size).map((judgements) =>
    judgements.map((cells) => cells.map((cell) => cell ?? 1)),
  );
}
