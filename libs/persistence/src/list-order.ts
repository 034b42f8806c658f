import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { type CursorValues, decodeCursor, invalidCursor } from './keyset.js';

/** A column, or with a minus the same from its highest value. */
type OrderWord<Column extends string> = Column | `-${Column}`;

/** Where a page of a list in order begins: after the row with this value and id. */
interface Position {
  readonly value: string | null;
  readonly id: string;
}

/** The order that a list is asked for by a word, such as `total`, or `-total` from the highest. */
export interface ListOrder {
  readonly word: string;
  /** Of the query, such as `p.totalFen`. */
  readonly column: string;
  readonly cursor: string | undefined;
}

/** The column that a word of an order names. */
export function orderedBy<Column extends string>(word: OrderWord<Column>): Column {
  return word.replace(/^-/, '') as Column;
}

/** The cursor of a page in order. It names its order: in another one its values would mean another place. */
export function orderCursorOf(word: string, { value, id }: Position): CursorValues {
  return [word, value, id];
}

/** @throws DomainError `CURSOR_INVALID` for a cursor of another order */
function positionIn({ word, cursor }: ListOrder): Position | null {
  const values = decodeCursor(cursor, 3);
  if (values === null) return null;
  const [of, value, id] = values;
  if (of !== word || typeof id !== 'string') throw invalidCursor();
  return { value: value === null || value === undefined ? null : String(value), id };
}

/**
 * A page of a list by the values of a column; what has none stands last, whichever way the order goes. Both parts are walked
 * along an index of column and id.
 * @param query with its conditions and its limit, without an order
 * @param select of the rows of a query, as {@link newestWithin} does
 */
export async function inListOrder<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  order: ListOrder,
  select: (query: SelectQueryBuilder<Row>) => Promise<Row[]>,
): Promise<Row[]> {
  const { column, word } = order;
  const id = `${query.alias}.id`;
  const [direction, beyond] = word.startsWith('-') ? (['DESC', '<'] as const) : (['ASC', '>'] as const);
  const after = positionIn(order);
  const limit = query.expressionMap.limit ?? 0;
  const inPart = (condition: string): SelectQueryBuilder<Row> => query.clone().andWhere(condition);
  const rows: Row[] = [];
  if (after === null || after.value !== null) {
    const valued = inPart(`${column} IS NOT NULL`).orderBy(column, direction).addOrderBy(id, direction);
    if (after !== null)
      valued.andWhere(`(${column}, ${id}) ${beyond} (:afterValue, :afterId)`, {
        afterValue: after.value,
        afterId: after.id,
      });
    rows.push(...(await select(valued)));
  }
  if (rows.length >= limit) return rows;
  const others = inPart(`${column} IS NULL`).orderBy(id, direction);
  if (after?.value === null) others.andWhere(`${id} ${beyond} :afterId`, { afterId: after.id });
  return [...rows, ...(await select(others.limit(limit - rows.length)))];
}
