/** Beyond this many fen an amount has more than the fifteen digits that a cell can hold. */
const cellLimitFen = 10n ** 15n;
const exactSumLimit = 2n ** 52n;

/**
 * An amount as the number of a cell, in yuan: null where no cell can hold it exactly.
 *
 * A cell is a decimal in the file and a double in every spreadsheet. Below 10¹⁵ fen the amount has at most fifteen
 * significant digits, so that decimal → double → decimal gives back every digit, though the double in between is hardly
 * ever the exact amount. (2⁵³ ≈ 9.007 · 10¹⁵ bounds whole numbers, so it would bound fen; yuan with two decimals meet the
 * limit of fifteen digits first.)
 * @param fen any amount
 */
export function cellNumber(fen: bigint): number | null {
  const absolute = fen < 0n ? -fen : fen;
  if (absolute >= cellLimitFen) return null;
  const digits = absolute.toString().padStart(3, '0');
  return Number(`${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`);
}

/**
 * The formula that adds up what stands above it in a column, from the second row on: null where it might show another
 * amount than ours.
 *
 * A spreadsheet adds doubles, and each addition may be off by 2⁻⁵³ of what it has come to. n amounts that are S fen
 * together, whatever their signs, are off by less than n · S · 2⁻⁵³ fen; below half a fen ROUND gives the exact amount
 * back, so n · S has to be below 2⁵².
 * @param column 0 for A
 */
export function sumFormula(column: number, amounts: readonly bigint[]): string | null {
  const count = BigInt(amounts.length);
  const all = amounts.reduce((total, fen) => total + (fen < 0n ? -fen : fen), 0n);
  if (amounts.length === 0 || count * all >= exactSumLimit) return null;
  const letter = String.fromCharCode('A'.charCodeAt(0) + column);
  return `ROUND(SUM(${letter}2:${letter}${amounts.length + 1}),2)`;
}

/** Midnight in UTC of a day: a workbook counts days, and knows no zone. */
export function cellDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
