import { Injectable } from '@nestjs/common';
import type { ListOffersRequest } from '@gongxiang/contracts';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { OfferRow } from '../offer/offer.entity.js';
import type { Search } from './search.model.js';
import {
  type Bind,
  boxSql,
  filtersSql,
  foundSql,
  hasSeatsSql,
  heldThenSql,
  lentSql,
  tenthsSql,
  wordsSql,
} from './search-sql.js';

export type FoundOffer = Omit<OfferRow, 'heading' | 'body' | 'terms' | 'pinyin'> & {
  readonly unionName: string | null;
  /** 3: the words stand in the title; 2: in its pinyin; 1: elsewhere; null where none were looked for. */
  readonly found: number | null;
  /** From the place that was asked for, in tenths of a kilometre. */
  readonly tenths: number | null;
  /** By what the list is ordered before the id: the smaller comes first. */
  readonly orderKey: number;
};

const shown = `o.id, o.kind, o.title, o.function, o.businesses, o.union_id AS "unionId", u.name AS "unionName", o.district,
  o.place, o.latitude, o.longitude, o.capacity, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.found, o.tenths,
  o.order_key AS "orderKey"`;

/** What is put in order: without the words, which would make the rows too many for the memory. */
const sorted = `o.id, o.kind, o.title, o.function, o.businesses, o.union_id, o.district, o.place, o.latitude, o.longitude,
  o.capacity, o.starts_at, o.ends_at`;

@Injectable()
export class OfferSearchRepository {
  /**
   * One statement. What an index can find is found and put in order first; what has to be looked up for each of them is
   * looked up in that order until there are enough. Whether a resource is free, and by which right, is not asked here.
   * @param forUnion null where it need not be for anybody in particular
   */
  list(
    tx: Transaction,
    request: ListOffersRequest,
    { search, forUnion }: { readonly search: Search; readonly forUnion: string | null },
  ): Promise<FoundOffer[]> {
    const params: unknown[] = [];
    const bind: Bind = (value) => `$${params.push(value)}`;
    const looked = [
      hasSeatsSql(`${bind(tx.now)}::timestamptz`),
      ...(search.period === null ? [] : [heldThenSql(search.period, bind)]),
      ...(forUnion === null
        ? []
        : [lentSql(forUnion, search.period ?? { start: tx.now, end: tx.now }, bind)]),
    ];
    const sql = `SELECT ${shown} FROM (${foundInOrder(request, search, bind)}) o
      LEFT JOIN union_ref u ON u.id = o.union_id WHERE ${looked.join(' AND ')}
      ORDER BY ${orderOf(search, 'o.')} LIMIT ${bind(rowsFor(request.limit))}`;
    return tx.sql.query(sql, params);
  }
}

function foundInOrder(request: ListOffersRequest, search: Search, bind: Bind): string {
  const { words, near, order } = search;
  const found = words.length === 0 ? 'NULL::int' : foundSql(words, bind);
  const tenths = near === null ? 'NULL::int' : tenthsSql(near, bind);
  const key = { newest: '0', distance: 'o.tenths', relevance: '-o.found' }[order];
  const rows = `SELECT ${sorted}, ${found} AS found, ${tenths} AS tenths FROM offer o${whereOf([
    ...filtersSql(request, bind),
    ...wordsSql(words, bind),
    ...(near === null ? [] : [boxSql(near, bind)]),
  ])}`;
  const conditions = [
    ...(near === null ? [] : [`o.tenths <= ${bind(near.km * 10)}`]),
    ...afterSql(request.cursor, order === 'newest' ? null : key, bind),
  ];
  const all = `SELECT o.*, ${key} AS order_key FROM (${rows}) o${whereOf(conditions)}`;
  // A fence: without it the planner would look everything up for all of them before it sorts.
  return order === 'newest' ? all : `${all} ORDER BY ${orderOf(search, '')} OFFSET 0`;
}

function orderOf({ order }: Search, alias: string): string {
  return order === 'newest' ? `${alias}id DESC` : `${alias}order_key, ${alias}id DESC`;
}

function afterSql(cursor: string | undefined, key: string | null, bind: Bind): string[] {
  const after = decodeCursor(cursor, 2);
  if (after === null) return [];
  const [place, id] = after;
  const older = `o.id < ${bind(id)}::uuid`;
  if (key === null) return [older];
  const at = `${bind(place)}::int`;
  return [`(${key} > ${at} OR (${key} = ${at} AND ${older}))`];
}

function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}
