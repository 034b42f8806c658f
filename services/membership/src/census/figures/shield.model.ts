/**
 * Statistical disclosure control for a table of one level of the union tree: the rows are the unions directly below one, the
 * columns the values of a dimension, and each line adds up to a total that the reader may know as well.
 *
 * - primary: a number of one to four people is hidden
 * - complementary: a line with a known total never has a hidden number that follows from the others: at least two are
 *   hidden, and together they are at least five wherever the line has that many
 *
 * Numbers of zero are shown as long as they are not needed for that. What follows from looking at different times is not
 * prevented: see the README.
 */
export const fewestShown = 5;

interface Row {
  readonly numbers: readonly number[];
  /** Numbers of the caller's own union: they are only hidden to protect others. */
  readonly isOwn: boolean;
}

/** Hides row totals: one column with a known or hidden total. */
export function shieldTotals(
  totals: readonly number[],
  isOwn: readonly boolean[],
  isSumHidden: boolean,
): boolean[] {
  const hidden = totals.map((number, index) => isFew(number) && isOwn[index] !== true);
  protect(totals, hidden, isSumHidden);
  return hidden;
}

/**
 * Hides the numbers of one dimension.
 * @param rowsHidden of {@link shieldTotals}: a row without a total shows no numbers
 * @param sumsHidden for each column whether its total is hidden
 * @param rowsAddUp whether the numbers of a row add up to its total, as the months of a year do not
 */
export function shieldCells(
  rows: readonly Row[],
  {
    rowsHidden,
    sumsHidden,
    rowsAddUp,
  }: {
    readonly rowsHidden: readonly boolean[];
    readonly sumsHidden: readonly boolean[];
    readonly rowsAddUp: boolean;
  },
): boolean[][] {
  const cells = rows.map(({ numbers, isOwn }, row) =>
    numbers.map((number) => rowsHidden[row] === true || (isFew(number) && !isOwn)),
  );
  // Each round hides at least one more number, or is the last.
  const protectRows = (): boolean =>
    rowsAddUp &&
    rows.filter(({ numbers }, row) => rowsHidden[row] !== true && protect(numbers, cells[row] ?? [], false))
      .length > 0;
  const protectColumns = (): boolean =>
    sumsHidden.filter((isSumHidden, column) => protectColumn(rows, cells, { column, isSumHidden })).length >
    0;
  while (protectRows() || protectColumns());
  return cells;
}

function protectColumn(
  rows: readonly Row[],
  cells: boolean[][],
  { column, isSumHidden }: { readonly column: number; readonly isSumHidden: boolean },
): boolean {
  const numbers = rows.map((row) => row.numbers[column] ?? 0);
  const line = cells.map((row) => row[column] ?? false);
  const changed = protect(numbers, line, isSumHidden);
  for (const [row, isHidden] of line.entries()) (cells[row] ?? [])[column] = isHidden;
  return changed;
}

function isFew(number: number): boolean {
  return number > 0 && number < fewestShown;
}

/**
 * Hides more numbers of a line until none of them, nor its total where that is hidden, follows from the rest.
 * @param hidden is changed
 * @returns whether it was
 */
function protect(numbers: readonly number[], hidden: boolean[], isSumHidden: boolean): boolean {
  let changed = false;
  while (!isProtected(numbers, hidden, isSumHidden)) {
    const next = nextToHide(numbers, hidden);
    if (next === null) break;
    hidden[next] = true;
    changed = true;
  }
  return changed;
}

function isProtected(numbers: readonly number[], hidden: readonly boolean[], isSumHidden: boolean): boolean {
  const count = hidden.filter(Boolean).length;
  // The shown numbers must not add up to a hidden total.
  if (isSumHidden) return count > 0 || numbers.length === 0;
  if (count === 0) return true;
  const sum = numbers.reduce((total, number, index) => total + (hidden[index] === true ? number : 0), 0);
  return count > 1 && sum >= fewestShown;
}

/** The smallest number that is shown and is not zero, else a zero; null where all are hidden. */
function nextToHide(numbers: readonly number[], hidden: readonly boolean[]): number | null {
  const shown = numbers.flatMap((number, index) => (hidden[index] === true ? [] : [{ number, index }]));
  const rank = ({ number }: { number: number }): number => (number === 0 ? Number.MAX_SAFE_INTEGER : number);
  return shown.toSorted((a, b) => rank(a) - rank(b))[0]?.index ?? null;
}
