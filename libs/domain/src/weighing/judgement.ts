import { DomainError } from '../domain-error.js';

/**
 * How much the item of the row matters over the item of the column (1/9 to 9), for each pair above the
 * diagonal, row by row; null where nobody judged. Row 0 compares item 0 with items 1, 2, …
 */
export type Judgements = readonly (readonly (number | null)[])[];

export const itemsMin = 2;
export const itemsMax = 9;

const fractionPattern = /^(\d{1,6}(?:\.\d{1,15})?)(?:\/(\d{1,6}(?:\.\d{1,15})?))?$/;
/** A reciprocal written as a decimal, or a mean of nines, may miss the bound by its rounding. */
const rangeTolerance = 1e-9;

/**
 * Reads an upper triangle of judgements as written ("5", "1/3", "7/2", "2.5", null for missing).
 * @throws DomainError `ITEMS_COUNT`, `MATRIX_SHAPE`, `JUDGEMENT_FORMAT` or `JUDGEMENT_RANGE`, with the pointer of the field.
 */
export function parseJudgements(
  itemCount: number,
  upper: readonly (readonly (string | null)[])[],
): Judgements {
  requireItemCount(itemCount);
  requireTriangle(itemCount, upper, '/upper');
  return upper.map((row, r) => row.map((text, c) => parseJudgement(text, `/upper/${r}/${c}`)));
}

/**
 * One judgement as a number.
 * @throws DomainError `JUDGEMENT_FORMAT` for what is no number or fraction, `JUDGEMENT_RANGE` outside Saaty's 1/9 to 9.
 */
export function parseJudgement(text: string | null, pointer: string): number | null {
  if (text === null) return null;
  const match = typeof text === 'string' ? fractionPattern.exec(text.trim()) : null;
  if (match === null) throw new DomainError('JUDGEMENT_FORMAT', { pointer });
  const denominator = match[2] === undefined ? 1 : Number(match[2]);
  if (denominator === 0) throw new DomainError('JUDGEMENT_FORMAT', { pointer });
  const value = Number(match[1]) / denominator;
  if (value < 1 / 9 - rangeTolerance || value > 9 + rangeTolerance) {
    throw new DomainError('JUDGEMENT_RANGE', { pointer, params: { judgement: text.trim() } });
  }
  return value;
}

/**
 * The judgement of a group: the geometric mean of its judges, pair by pair, because only that keeps
 * a_ji = 1/a_ij (Aczél and Saaty 1983). A judge who left a pair out does not count for that pair.
 * @throws DomainError `JUDGES_MISSING` without a judge, `MATRIX_SHAPE` where the judges judged different items.
 */
export function groupJudgements(judges: readonly Judgements[]): Judgements {
  const [first] = judges;
  if (first === undefined) throw new DomainError('JUDGES_MISSING', { pointer: '/judges' });
  judges.forEach((judge, index) => requireTriangle(first.length + 1, judge, `/judges/${index}`));
  return first.map((row, r) =>
    row.map((_, c) => geometricMean(judges.map((judge) => judge[r]?.[c] ?? null))),
  );
}

/**
 * The full reciprocal matrix, null where a judgement is missing.
 * @throws DomainError `ITEMS_COUNT` or `MATRIX_SHAPE`.
 */
export function reciprocalMatrix(judgements: Judgements): (number | null)[][] {
  const size = judgements.length + 1;
  requireItemCount(size);
  requireTriangle(size, judgements, '/upper');
  const matrix = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column): number | null => (row === column ? 1 : null)),
  );
  forEachPair(judgements, (row, column, value) => {
    const [upperRow, lowerRow] = [matrix[row], matrix[column]];
    if (value === null || upperRow === undefined || lowerRow === undefined) return;
    upperRow[column] = value;
    lowerRow[row] = 1 / value;
  });
  return matrix;
}

/** Calls `visit` for each pair above the diagonal, row by row. */
export function forEachPair(
  judgements: Judgements,
  visit: (row: number, column: number, value: number | null) => void,
): void {
  judgements.forEach((cells, row) => cells.forEach((value, offset) => visit(row, row + 1 + offset, value)));
}

/**
 * Refuses judgements that leave some items unrelated: then no weights follow from them.
 * @throws DomainError `JUDGEMENTS_DISCONNECTED`, naming (0-based) two items that nothing links.
 */
export function requireConnected(judgements: Judgements): void {
  const column = unreachedItem(judgements);
  if (column === null) return;
  throw new DomainError('JUDGEMENTS_DISCONNECTED', { pointer: '/upper', params: { row: 0, column } });
}

/** Do the judgements relate every item with every other, directly or by way of others? */
export function isConnected(judgements: Judgements): boolean {
  return unreachedItem(judgements) === null;
}

/** The first item that no chain of judgements leads to from the first. */
function unreachedItem(judgements: Judgements): number | null {
  const reached = new Set([0]);
  // Each round reaches at least one more item or is the last.
  for (let before = 0; before < reached.size;) {
    before = reached.size;
    forEachPair(judgements, (row, column, value) => {
      if (value === null || reached.has(row) === reached.has(column)) return;
      reached.add(row).add(column);
    });
  }
  for (let item = 1; item <= judgements.length; item += 1) if (!reached.has(item)) return item;
  return null;
}

function geometricMean(values: readonly (number | null)[]): number | null {
  const given = values.filter((value) => value !== null);
  if (given.length === 0) return null;
  return Math.exp(given.reduce((sum, value) => sum + Math.log(value), 0) / given.length);
}

function requireItemCount(count: number): void {
  if (count < itemsMin || count > itemsMax) {
    throw new DomainError('ITEMS_COUNT', { pointer: '/items', params: { min: itemsMin, max: itemsMax } });
  }
}

function requireTriangle(itemCount: number, upper: readonly (readonly unknown[])[], pointer: string): void {
  if (!Array.isArray(upper) || upper.length !== itemCount - 1) {
    throw new DomainError('MATRIX_SHAPE', { pointer, params: { expected: itemCount - 1 } });
  }
  upper.forEach((row, index) => {
    const expected = itemCount - 1 - index;
    if (!Array.isArray(row) || row.length !== expected) {
      throw new DomainError('MATRIX_SHAPE', { pointer: `${pointer}/${index}`, params: { expected } });
    }
  });
}
