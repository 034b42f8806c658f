import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor, encodeCursor, rowsFor, toPage } from './keyset.js';

interface Row {
  readonly name: string;
  readonly id: number;
}

const order = (a: Row, b: Row): number => (a.name === b.name ? a.id - b.id : a.name < b.name ? -1 : 1);

/** The result of `WHERE (name, id) > cursor ORDER BY name, id LIMIT rowsFor(limit)`. */
function select(rows: readonly Row[], cursor: string | undefined, limit: number): Row[] {
  const after = decodeCursor(cursor, 2);
  const last: Row | null = after && { name: String(after[0]), id: Number(after[1]) };
  const rest = last === null ? [...rows] : rows.filter((row) => order(row, last) > 0);
  return rest.sort(order).slice(0, rowsFor(limit));
}

describe('paging by key', () => {
  it('gives each row of a list exactly once, in order, whatever the page size', () => {
    const lists = fc.uniqueArray(
      fc.record({ name: fc.string({ maxLength: 2, unit: 'binary' }), id: fc.nat(20) }),
      {
        selector: (row) => row.id,
      },
    );
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 7 }), (rows, limit) => {
        const read: Row[] = [];
        let cursor: string | undefined;
        do {
          const page = toPage(select(rows, cursor, limit), { limit, cursorOf: (row) => [row.name, row.id] });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          read.push(...page.items);
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect(read).toEqual([...rows].sort(order));
      }),
    );
  });

  it('reads 51 rows for a page of 50 where nothing is said', () => {
    expect(rowsFor(undefined)).toBe(51);
  });

  it('gives back what was put in', () => {
    const values = ['总工会 "x"', 5, null];
    expect(decodeCursor(encodeCursor(values), 3)).toEqual(values);
  });

  const sample = encodeCursor(['a', 1]);
  it.each([
    ['no text at all', '', 2],
    ['text that is no cursor', 'abc', 2],
    ['JSON that we did not write', Buffer.from('["a",1]').toString('base64url'), 2],
    ['a cursor that was changed', encodeCursor(['a', 2]).slice(0, -2) + sample.slice(-3), 2],
    ['a cursor of another list', sample, 1],
    ['an object in it', encodeCursor([{} as never]), 1],
  ])('refuses %s', (_what, cursor, length) => {
    expect(() => decodeCursor(cursor, length)).toThrow(
      expect.objectContaining({
        code: 'CURSOR_INVALID',
        errors: [expect.objectContaining({ pointer: '/cursor' })],
      }),
    );
  });
});
