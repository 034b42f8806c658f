export interface BarPart {
  readonly key: 'drawn' | 'returned';
  readonly name: string;
  /** Fen, as text. */
  readonly amount: string;
}

/** The width of a part in percent, with one decimal; by whole fen, as a float would round large amounts before. */
export function shareOf(amount: string, whole: string): number {
  const all = BigInt(whole);
  return all === 0n ? 0 : Number((BigInt(amount) * 1_000n) / all) / 10;
}

/** The amount that no part takes. */
export function restOf(whole: string, parts: readonly BarPart[]): string {
  return String(parts.reduce((left, { amount }) => left - BigInt(amount), BigInt(whole)));
}
