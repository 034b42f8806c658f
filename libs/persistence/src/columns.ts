import type { ColumnOptions } from 'typeorm';

/** Whole fen: `bigint` in the database and in TypeScript. */
export const fen: ColumnOptions = {
  type: 'bigint',
  transformer: {
    to: (value: bigint | null | undefined) => (typeof value === 'bigint' ? value.toString() : value),
    from: (value: string | bigint | null) => (value === null ? null : BigInt(value)),
  },
};

/** A moment, in UTC. */
export const instant: ColumnOptions = { type: 'timestamptz' };

/** A day on the calendar, as text: it has no zone, so it must never become a Date. */
export const day: ColumnOptions = { type: 'date' };

/** A path in the union tree; a subtree is a range of it, which only the C collation orders by bytes. */
export const treePath: ColumnOptions = { type: 'text', collation: 'C' };
