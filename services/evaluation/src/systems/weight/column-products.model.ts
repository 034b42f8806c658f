/** Columns are multiplied four at a time. */
const together = 4;

/** Columns that rows are made up to with zeros, so that they can be multiplied. */
export function paddedWidth(columnCount: number): number {
  return Math.ceil(columnCount / together) * together;
}

/**
 * Adds Σ x·y over some rows, of every two columns and of each with itself. The order of the sums is fixed, and so are
 * they to the last digit; two columns that are the same have the same sums with every other.
 * @param products `width` × `width` sums, of which only those on and above the diagonal are meant
 * @param rows one after the other, each of `width` numbers; few enough to stay in the processor's cache
 * @param width as `paddedWidth` says
 */
export function addColumnProducts(products: Float64Array, rows: Float64Array, width: number): void {
  for (let k = 0; k < width; k += together)
    for (let j = 0; j < k + together; j += 2) addTile(products, rows, { j, k, width });
}

/**
 * Two columns times four: eight sums from six numbers that are read, where one product by itself reads two for one.
 * More sums at once would not find room in the processor's registers.
 */
function addTile(
  products: Float64Array,
  rows: Float64Array,
  { j, k, width }: { readonly j: number; readonly k: number; readonly width: number },
): void {
  let [firstA, firstB, firstC, firstD] = [0, 0, 0, 0];
  let [secondA, secondB, secondC, secondD] = [0, 0, 0, 0];
  for (let row = 0; row < rows.length; row += width) {
    const first = rows[row + j] ?? 0;
    const second = rows[row + j + 1] ?? 0;
    const a = rows[row + k] ?? 0;
    const b = rows[row + k + 1] ?? 0;
    const c = rows[row + k + 2] ?? 0;
    const d = rows[row + k + 3] ?? 0;
    firstA += first * a;
    firstB += first * b;
    firstC += first * c;
    firstD += first * d;
    secondA += second * a;
    secondB += second * b;
    secondC += second * c;
    secondD += second * d;
  }
  addFour(products, j * width + k, [firstA, firstB, firstC, firstD]);
  addFour(products, (j + 1) * width + k, [secondA, secondB, secondC, secondD]);
}

function addFour(products: Float64Array, start: number, sums: readonly number[]): void {
  for (let place = 0; place < together; place += 1)
    products[start + place] = (products[start + place] ?? 0) + (sums[place] ?? 0);
}
