/**
 * The same weights found in another way, for the tests alone: the largest root of the characteristic polynomial instead
 * of a power iteration, one gap after the other instead of Newton's step over all of them, and averages instead of a linear
 * system.
 */

type Full = readonly (readonly number[])[];
type Gapped = readonly (readonly (number | null)[])[];

/** Coefficients of det(xI − A), the highest first, by Faddeev and LeVerrier. */
function characteristic(matrix: Full): number[] {
  const size = matrix.length;
  const coefficients = [1];
  let product = matrix.map((row) => row.map(() => 0));
  for (let k = 1; k <= size; k += 1) {
    const shift = coefficients[k - 1] ?? 0;
    const inner = product.map((row, i) => row.map((value, j) => value + (i === j ? shift : 0)));
    product = matrix.map((row) =>
      inner.map((_, j) => row.reduce((sum, value, l) => sum + value * (inner[l]?.[j] ?? 0), 0)),
    );
    const trace = product.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
    coefficients.push(-trace / k);
  }
  return coefficients;
}

/**
 * The largest real root, by Newton from the right of all roots: there the polynomial is convex and rises, as the roots of
 * its derivatives lie within the hull of its own (Gauss and Lucas), so every step comes nearer from the same side.
 */
export function largestEigenvalue(matrix: Full): number {
  const coefficients = characteristic(matrix);
  let x = Math.max(...matrix.map((row) => row.reduce((sum, value) => sum + value, 0)));
  for (let step = 0; step < 500; step += 1) {
    let [value, slope] = [0, 0];
    for (const coefficient of coefficients) {
      slope = slope * x + value;
      value = value * x + coefficient;
    }
    const next = x - value / slope;
    if (!(next < x)) return x;
    x = next;
  }
  return x;
}

/** The vector of an eigenvalue, its last component set to 1 before it is made to sum 1, by elimination (Gauss and Jordan). */
export function eigenvectorOf(matrix: Full, eigenvalue: number): number[] {
  const last = matrix.length - 1;
  // (A − λI)x = 0 without its last row; the column of the component that is set goes to the right.
  const rows = matrix
    .slice(0, last)
    .map((row, i) => [
      ...row.slice(0, last).map((value, j) => value - (i === j ? eigenvalue : 0)),
      -(row[last] ?? 0),
    ]);
  rows.forEach((top, column) => {
    const pivot = top[column] ?? 1;
    rows.forEach((row, other) => {
      if (other === column) return;
      const factor = (row[column] ?? 0) / pivot;
      top.forEach((value, k) => (row[k] = (row[k] ?? 0) - factor * value));
    });
  });
  const raw = [...rows.map((row, i) => (row[last] ?? 0) / (row[i] ?? 1)), 1];
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
}

/** Fills the gaps one after the other, each where the eigenvalue is least, over and over (Bozóki, Fülöp, Rónyai 2010). */
export function completeOneByOne(matrix: Gapped): Full {
  const filled = matrix.map((row) => row.map((value) => value ?? 1));
  const gaps = matrix.flatMap((row, i) =>
    row.flatMap((value, j) => (value === null && j > i ? [[i, j] as const] : [])),
  );
  const put = (i: number, j: number, log: number): void => {
    (filled[i] ?? [])[j] = Math.exp(log);
    (filled[j] ?? [])[i] = Math.exp(-log);
  };
  for (let sweep = 0; sweep < (gaps.length > 1 ? 60 : 1); sweep += 1) {
    for (const [i, j] of gaps) {
      const at = (log: number): number => {
        put(i, j, log);
        return largestEigenvalue(filled);
      };
      put(i, j, leastOf(at, -8, 8));
    }
  }
  return filled;
}

/** Where a convex function is least, by the golden section. */
function leastOf(at: (x: number) => number, low: number, high: number): number {
  const part = (Math.sqrt(5) - 1) / 2;
  let [left, right] = [low, high];
  for (let step = 0; step < 45; step += 1) {
    const [a, b] = [right - part * (right - left), left + part * (right - left)];
    if (at(a) < at(b)) right = b;
    else left = a;
  }
  return (left + right) / 2;
}

/** Each ln w is the mean of what its neighbours say of it, until nothing moves any more (Gauss and Seidel). */
export function averagedWeights(matrix: Gapped): number[] {
  const logs = matrix.map(() => 0);
  for (let round = 0; round < 5_000; round += 1) {
    matrix.forEach((row, i) => {
      const said = row.flatMap((value, j) =>
        value === null || j === i ? [] : [Math.log(value) + (logs[j] ?? 0)],
      );
      logs[i] = said.reduce((sum, one) => sum + one, 0) / said.length;
    });
  }
  const raw = logs.map((log) => Math.exp(log - (logs[0] ?? 0)));
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
}
