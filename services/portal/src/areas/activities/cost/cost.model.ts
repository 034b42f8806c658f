/** Fen for each head, rounded half up to the fen; null where nobody came. */
export function perHead(totalFen: string, heads: number): string | null {
  if (heads < 1) return null;
  const twice = 2n * BigInt(heads);
  return String((2n * BigInt(totalFen) + BigInt(heads)) / twice);
}
