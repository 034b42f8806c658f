import type { Split } from '../agreement/use-split.js';

/** What one party pays, in fen, before and after; null where it is not a party. */
export interface ShareChange {
  readonly key: string;
  readonly beforeFen: bigint;
  readonly afterFen: bigint | null;
  readonly changeFen: bigint;
}

/** Compares two splits of the same total, in the order of the first. */
export function sharesCompared(before: Pick<Split, 'shares'>, after: Pick<Split, 'shares'>): ShareChange[] {
  const later = new Map(after.shares.map(({ party, amount }) => [party, BigInt(amount.amount)]));
  return before.shares.map(({ party: key, amount }) => {
    const beforeFen = BigInt(amount.amount);
    const afterFen = later.get(key) ?? null;
    return { key, beforeFen, afterFen, changeFen: (afterFen ?? 0n) - beforeFen };
  });
}

export function sumOf(amounts: readonly (bigint | null)[]): bigint {
  return amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n);
}
