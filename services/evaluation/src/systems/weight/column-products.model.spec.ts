import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addColumnProducts, paddedWidth } from './column-products.model.js';
import { criticOfMatrix } from './critic.model.js';

const blockArbitrary = fc
  .record({ columns: fc.integer({ min: 1, max: 9 }), rows: fc.integer({ min: 1, max: 12 }) })
  .chain(({ columns, rows }) =>
    fc.array(fc.array(fc.integer({ min: -20, max: 20 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe('products of columns', () => {
  it.each([
    [1, 4],
    [4, 4],
    [5, 8],
    [20, 20],
  ])('%d columns are made up to %d', (columns, expected) => {
    expect(paddedWidth(columns)).toBe(expected);
  });

  it('are those of each pair, and are added to what stands there', () => {
    fc.assert(
      fc.property(blockArbitrary, (rows) => {
        const columnCount = rows[0]?.length ?? 0;
        const width = paddedWidth(columnCount);
        const block = Float64Array.from(
          rows.flatMap((row) => [...row, ...new Array<number>(width - columnCount).fill(0)]),
        );
        const products = new Float64Array(width * width).fill(7);
        addColumnProducts(products, block, width);
        for (let j = 0; j < columnCount; j += 1)
          for (let k = j; k < columnCount; k += 1) {
            // Whole numbers: their sums are exact, in whatever order.
            const plain = rows.reduce((sum, row) => sum + (row[j] ?? 0) * (row[k] ?? 0), 0);
            expect(products[j * width + k]).toBe(7 + plain);
          }
      }),
    );
  });
});

describe('CRITIC of more rows than are looked at together', () => {
  // 300 rows are two times 128 and 44.
  const rowCount = 300;
  const waves = (columnCount: number): Float64Array =>
    Float64Array.from({ length: rowCount * columnCount }, (_unused, index) => {
      const [row, column] = [Math.floor(index / columnCount), index % columnCount];
      return 1e6 + 100 * Math.sin(row * (column + 1)) + row * column;
    });

  it.each([1, 2, 3, 4, 5, 7])('is what the formula says, of %d columns', (columnCount) => {
    const values = waves(columnCount);
    const directions = Array.from({ length: columnCount }, (_unused, j) => (j % 2 === 0 ? 'max' : 'min'));
    const { weights } = criticOfMatrix({ values, rowCount, columnCount }, directions as ('max' | 'min')[]);
    plainCritic(values, columnCount).forEach((weight, j) => expect(weights[j]).toBeCloseTo(weight, 10));
  });

  function plainCritic(values: Float64Array, columnCount: number): readonly number[] {
    const columns = Array.from({ length: columnCount }, (_unused, j) => {
      const column = [...values].filter((_value, index) => index % columnCount === j);
      const [low, high] = [Math.min(...column), Math.max(...column)];
      return column.map((value) => (j % 2 === 0 ? value - low : high - value) / (high - low));
    });
    const covariance = (a: readonly number[], b: readonly number[]): number => {
      const [meanA, meanB] = [a, b].map((all) => all.reduce((sum, value) => sum + value, 0) / rowCount);
      const sum = a.reduce((all, value, i) => all + (value - (meanA ?? 0)) * ((b[i] ?? 0) - (meanB ?? 0)), 0);
      return sum / (rowCount - 1);
    };
    const deviations = columns.map((column) => Math.sqrt(covariance(column, column)));
    const information = columns.map((one, j) => {
      const conflicts = columns.map((other, k) =>
        j === k ? 0 : 1 - covariance(one, other) / ((deviations[j] ?? 0) * (deviations[k] ?? 0)),
      );
      return (deviations[j] ?? 0) * (columnCount === 1 ? 1 : conflicts.reduce((sum, part) => sum + part, 0));
    });
    const total = information.reduce((sum, part) => sum + part, 0);
    return information.map((part) => part / total);
  }
});
