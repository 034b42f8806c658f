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
function positionIn({ word, cursor }: Pick<ListOrder, 'word' | 'cursor'>): Position | null {
  const values = decodeCursor(cursor, 3);
  if (values === null) return null;
  const [of, value, id] = values;
  if (of !== word || typeof id !== 'string') throw invalidCursor();
  return { value: value === null || value === undefined ? null : String(value), id };
}

/** A part of a list in order: the rows that have a value, by which they stand, and after them all others, by id. */
export interface OrderPart {
  readonly hasValue: boolean;
  readonly direction: 'ASC' | 'DESC';
  /** The row after which it begins; null for its first. */
  readonly after: Position | null;
  /** How many rows of it are wanted at most. */
  readonly limit: number;
}

/**
 * A page of a list by the values of a column; what has none stands last, whichever way the order goes.
 * @param limit of the page, see {@link rowsFor}
 * @param select of the rows of one part; each can be walked along an index, see {@link partInSql}
 */
export async function inOrderParts<Row>(
  order: Pick<ListOrder, 'word' | 'cursor'>,
  limit: number,
  select: (part: OrderPart) => Promise<Row[]>,
): Promise<Row[]> {
  const direction = order.word.startsWith('-') ? 'DESC' : 'ASC';
  const after = positionIn(order);
  const isBehind = after?.value === null;
  const rows = isBehind ? [] : await select({ hasValue: true, direction, after, limit });
  if (rows.length >= limit) return rows;
  const begin = isBehind ? after : null;
  const rest = await select({ hasValue: false, direction, after: begin, limit: limit - rows.length });
  return [...rows, ...rest];
}

/** What a list in order is ordered by, in SQL: the value, its type, and the id of the row. */
export interface OrderSql {
  readonly value: string;
  readonly type: 'date' | 'timestamptz';
  /** Condition that a row has the value; `true` where each has. */
  readonly hasValue: string;
  readonly id: string;
}

/** No order but that of the ids: no row has a value. @param id of a row, in SQL */
export function orderOfIds(id: string): OrderSql {
  return { value: 'NULL::timestamptz', type: 'timestamptz', hasValue: 'false', id };
}

/** A page of a list in order of its ids, the newest first, whose cursor is an id: the one part of {@link orderOfIds}. */
export function newestPart(cursor: string | undefined, limit: number): OrderPart {
  const [id] = decodeCursor(cursor, 1) ?? [];
  const after = id === undefined ? null : { value: null, id: String(id) };
  return { hasValue: false, direction: 'DESC', after, limit };
}

/** A part of a list in order, for a statement in SQL. @param bind takes a value, and returns its placeholder */
export function partInSql(
  { hasValue, direction, after }: OrderPart,
  { value, type, hasValue: isValued, id }: OrderSql,
  bind: (value: unknown) => string,
): { readonly conditions: readonly string[]; readonly orderBy: string } {
  const beyond = direction === 'DESC' ? '<' : '>';
  if (!hasValue)
    return {
      conditions: [`NOT (${isValued})`, ...(after ? [`${id} ${beyond} ${bind(after.id)}::uuid`] : [])],
      orderBy: `${id} ${direction}`,
    };
  const place = after && `(${bind(after.value)}::${type}, ${bind(after.id)}::uuid)`;
  return {
    conditions: [isValued, ...(place ? [`(${value}, ${id}) ${beyond} ${place}`] : [])],
    orderBy: `${value} ${direction}, ${id} ${direction}`,
  };
}

/**
 * A page of a list in order of a query, part by part. Both parts are walked along an index of column and id.
 * @param query with its conditions and its limit, without an order
 * @param select of the rows of a query, as {@link newestWithin} does
 */
export function inListOrder<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  order: ListOrder,
  select: (query: SelectQueryBuilder<Row>) => Promise<Row[]>,
): Promise<Row[]> {
  const { column } = order;
  const id = `${query.alias}.id`;
  return inOrderParts(order, query.expressionMap.limit ?? 0, ({ hasValue, direction, after, limit }) => {
    const part = query.clone().limit(limit);
    const beyond = direction === 'DESC' ? '<' : '>';
    if (hasValue) part.andWhere(`${column} IS NOT NULL`).orderBy(column, direction).addOrderBy(id, direction);
    else part.andWhere(`${column} IS NULL`).orderBy(id, direction);
    const [place, bound] = hasValue ? [`(${column}, ${id})`, '(:afterValue, :afterId)'] : [id, ':afterId'];
    if (after !== null)
      part.andWhere(`${place} ${beyond} ${bound}`, { afterValue: after.value, afterId: after.id });
    return select(part);
  });
}
