import { createHash } from 'node:crypto';
import { DomainError } from '@gongxiang/domain';

export const pageLimitDefault = 50;

/** Where a page ended: the values of the columns that the list is ordered by. Opaque to the caller. */
export type CursorValues = readonly (string | number | null)[];

export function encodeCursor(values: CursorValues): string {
  const json = JSON.stringify(values);
  return Buffer.from(checkOf(json) + json).toString('base64url');
}

const checkLength = 8;

/** Tells our own cursors from made-up ones, whose values the columns might not be able to read. It guards no secret. */
function checkOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, checkLength);
}

/** @throws DomainError `CURSOR_INVALID` for anything that {@link encodeCursor} did not make with as many values */
export function decodeCursor(cursor: string | undefined, length: number): CursorValues | null {
  if (cursor === undefined) return null;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const json = text.slice(checkLength);
  if (text.slice(0, checkLength) !== checkOf(json)) throw invalidCursor();
  let values: unknown;
  try {
    values = JSON.parse(json);
  } catch {
    throw invalidCursor(); // text that is no JSON was not made by us; what the parser says of it helps nobody
  }
  const fits = (one: unknown): boolean => one === null || typeof one === 'string' || typeof one === 'number';
  if (!Array.isArray(values) || values.length !== length || !values.every(fits)) throw invalidCursor();
  return values as CursorValues;
}

function invalidCursor(): DomainError {
  return new DomainError('CURSOR_INVALID', { pointer: '/cursor' });
}

export interface PageOptions<Row> {
  readonly limit: number | undefined;
  /** The values of a row by which the list is ordered; the last of them is unique. */
  readonly cursorOf: (row: Row) => CursorValues;
}

/**
 * Cuts a page from rows that were selected with {@link rowsFor}(limit): one more row than the page holds tells
 * whether there is a next page, so nothing is ever counted.
 */
export function toPage<Row>(
  rows: readonly Row[],
  options: PageOptions<Row>,
): { items: Row[]; nextCursor: string | null } {
  const limit = options.limit ?? pageLimitDefault;
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items, nextCursor: hasMore ? encodeCursor(options.cursorOf(last)) : null };
}

/** How many rows to select for a page. */
export function rowsFor(limit: number | undefined): number {
  return (limit ?? pageLimitDefault) + 1;
}

/** Text as a part of a LIKE pattern: its own wildcards stand for themselves. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
