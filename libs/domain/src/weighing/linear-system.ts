/**
 * Solves the square system `matrix · x = right` by Gaussian elimination with partial pivoting.
 * Meant for the few dozen unknowns of a judgement matrix; returns null where the matrix is singular.
 */
export function solveLinearSystem(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): readonly number[] | null {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  for (let column = 0; column < size; column += 1) {
    if (!pivot(rows, column)) return null;
    eliminateBelow(rows, column);
  }
  return substituteBack(rows, size);
}

function at(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] ?? 0;
}

function pivot(rows: number[][], column: number): boolean {
  let best = column;
  for (let row = column + 1; row < rows.length; row += 1) {
    if (Math.abs(at(rows, row, column)) > Math.abs(at(rows, best, column))) best = row;
  }
  const chosen = rows[best];
  const current = rows[column];
  if (chosen === undefined || current === undefined || at(rows, best, column) === 0) return false;
  rows[column] = chosen;
  rows[best] = current;
  return true;
}

function eliminateBelow(rows: number[][], column: number): void {
  const top = rows[column] ?? [];
  for (let row = column + 1; row < rows.length; row += 1) {
    const factor = at(rows, row, column) / (top[column] ?? 1);
    if (factor === 0) continue;
    rows[row] = (rows[row] ?? []).map((value, index) => value - factor * (top[index] ?? 0));
  }
}

function substituteBack(rows: readonly (readonly number[])[], size: number): readonly number[] {
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let value = at(rows, row, size);
    for (let column = row + 1; column < size; column += 1) {
      value -= at(rows, row, column) * (solution[column] ?? 0);
    }
    solution[row] = value / at(rows, row, row);
  }
  return solution;
}
