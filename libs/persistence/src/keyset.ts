import { createHash } from 'node:crypto';
import { DomainError } from '@gongxiang/domain';

export const pageLimitDefault = 50;

/** The end of a page: the values of the columns by which the list is ordered. Opaque to the caller. */
export type CursorValues = readonly (string | number | null)[];

export function encodeCursor(values: CursorValues): string {
  const json = JSON.stringify(values);
  return Buffer.from(checkOf(json) + json).toString('base64url');
}

const checkLength = 8;

/**
 * A checksum that distinguishes our cursors from forged ones, whose values the columns might not be able to parse. It
 * protects no secret.
 */
function checkOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, checkLength);
}

/** @throws DomainError `CURSOR_INVALID` for anything but a cursor of {@link encodeCursor} with as many values */
export function decodeCursor(cursor: string | undefined, length: number): CursorValues | null {
  if (cursor === undefined) return null;
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const json = text.slice(checkLength);
  if (text.slice(0, checkLength) !== checkOf(json)) throw invalidCursor();
  let values: unknown;
  try {
    values = JSON.parse(json);
  } catch {
    throw invalidCursor(); // text that is not JSON is not ours; the parser's message helps nobody
  }
  const isValid = (one: unknown): boolean =>
    one === null || typeof one === 'string' || typeof one === 'number';
  if (!Array.isArray(values) || values.length !== length || !values.every(isValid)) throw invalidCursor();
  return values as CursorValues;
}

export function invalidCursor(): DomainError {
  return new DomainError('CURSOR_INVALID', { pointer: '/cursor' });
}

export interface PageOptions<Row> {
  readonly limit: number | undefined;
  /** The values of a row by which the list is ordered; the last of them is unique. */
  readonly cursorOf: (row: Row) => CursorValues;
}

/**
 * Cuts a page from rows selected with {@link rowsFor}(limit): one extra row shows whether there is a next page, so
 * nothing is ever counted.
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

/** Escapes text for a LIKE pattern: its wildcards are matched literally. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
