import { Injectable } from '@nestjs/common';
import type {
  ListOffersRequest,
  OfferKind,
  OfferPictureView,
} from '@gongxiang/contracts/sharing/finding/offer.contract';
import type { Lending } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { decodeCursor, rowsFor, type Transaction } from '@gongxiang/persistence';
import type { OfferRow } from '../../lending/offer/offer.entity.js';
import type { OpeningHours } from '../../lending/resource/opening-hours.model.js';
import type { Search } from './search.model.js';
import {
  type Bind,
  boxSql,
  filtersSql,
  firstPictureSql,
  hasSeatsSql,
  heldThenSql,
  hoursSql,
  isPlainSql,
  lentSql,
  notTakenSql,
  tenthsSql,
  waysOf,
} from './search-sql.js';

export type FoundOffer = Omit<OfferRow, 'heading' | 'body' | 'terms' | 'pinyin' | 'meanings'> & {
  readonly unionName: string | null;
  /** 3: the words are in the title; 2: in its pinyin; 1: elsewhere; 0 and less: other words for it; null without words. */
  readonly found: number | null;
  /** From the requested place, in tenths of a kilometre. */
  readonly tenths: number | null;
  /** The sort key before the id: smaller first. */
  readonly orderKey: number;
  readonly picture: OfferPictureView | null;
  /** For a resource, if a time is requested: how it is lent, and whose part it is. */
  readonly lending: Lending | null;
  readonly partOfId: string | null;
  /** For a resource, if a time is requested: only its opening hours can make it unavailable. */
  readonly isPlain: boolean | null;
  /** The opening hours of such a resource; null: open around the clock. */
  readonly hours: OpeningHours | null;
};

const shown = `o.id, o.kind, o.title, o.function, o.businesses, o.union_id AS "unionId", u.name AS "unionName", o.district,
  o.place, o.latitude, o.longitude, o.capacity, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.found, o.tenths,
  o.order_key AS "orderKey", ${firstPictureSql} AS picture`;

const calendar = `r.lending, r.part_of_id AS "partOfId", ${isPlainSql} AS "isPlain", ${hoursSql} AS hours`;
const noCalendar = `NULL AS lending, NULL AS "partOfId", NULL AS "isPlain", NULL AS hours`;

/** The sorted columns: only what is needed until a page is chosen, as all results go through the sort. */
const sorted = 'o.id, o.kind, o.union_id, o.starts_at, o.ends_at';

@Injectable()
export class OfferSearchRepository {
  /**
   * One statement. It filters and sorts by index first, and looks up the rest in that order until there are enough.
   * It checks neither the right to a resource, nor whether it is free, if that takes more than one calendar row and
   * its opening hours.
   * @param forUnion null without a particular union
   */
  list(
    tx: Transaction,
    request: ListOffersRequest,
    { search, forUnion }: { readonly search: Search; readonly forUnion: string | null },
  ): Promise<FoundOffer[]> {
    const params: unknown[] = [];
    const bind: Bind = (value) => `$${params.push(value)}`;
    const looked = [
      ...(mayBe('activity', request) ? activitySql(tx.now, search, bind) : []),
      ...(mayBe('resource', request) ? resourceSql(tx.now, { search, forUnion }, bind) : []),
    ];
    const chosen = `SELECT o.* FROM (${foundInOrder(request, search, bind)}) o${whereOf(looked)}
      ORDER BY ${orderOf(search, 'o.')} LIMIT ${bind(rowsFor(request.limit))}`;
    const whole = isSorted(search)
      ? `SELECT o.*, c.found, c.tenths, c.order_key FROM (${chosen}) c JOIN offer o ON o.id = c.id`
      : chosen;
    const sql = `SELECT ${shown}, ${search.period === null ? noCalendar : calendar}
      FROM (${whole}) o LEFT JOIN union_ref u ON u.id = o.union_id
      ${search.period === null ? '' : 'LEFT JOIN resource r ON r.id = o.id'} ORDER BY ${orderOf(search, 'o.')}`;
    return tx.sql.query(sql, params);
  }
}

/** Newest first is the order of an index: there each row is read once, completely. */
function isSorted({ order }: Search): boolean {
  return order !== 'newest';
}

/** Conditions on unwanted kinds would only cost planning time: more than the search itself. */
function mayBe(kind: OfferKind, request: ListOffersRequest): boolean {
  return request.kind === undefined || request.kind === kind;
}

function activitySql(now: Date, { period }: Search, bind: Bind): string[] {
  return [hasSeatsSql(`${bind(now)}::timestamptz`), ...(period === null ? [] : [heldThenSql(period, bind)])];
}

function resourceSql(
  now: Date,
  { search: { period }, forUnion }: { readonly search: Search; readonly forUnion: string | null },
  bind: Bind,
): string[] {
  return [
    ...(period === null ? [] : [notTakenSql(period, bind)]),
    ...(forUnion === null ? [] : [lentSql(forUnion, period ?? { start: now, end: now }, bind)]),
  ];
}

function foundInOrder(request: ListOffersRequest, search: Search, bind: Bind): string {
  const { near, order } = search;
  const tenths = near === null ? 'NULL::int' : tenthsSql(near, bind);
  const key = { newest: '0', distance: 'o.tenths', relevance: '-o.found' }[order];
  const filters = [...filtersSql(request, bind), ...(near === null ? [] : [boxSql(near, bind)])];
  const columns = `${isSorted(search) ? sorted : 'o.*'}, ${tenths} AS tenths`;
  const rows = waysOf(search, bind).map(
    ({ conditions, found }) =>
      `SELECT ${columns}, ${found} AS found FROM offer o${whereOf([...filters, ...conditions])}`,
  );
  const conditions = [
    ...(near === null ? [] : [`o.tenths <= ${bind(near.km * 10)}`]),
    ...afterSql(request.cursor, isSorted(search) ? key : null, bind),
  ];
  const all = `SELECT o.*, ${key} AS order_key FROM (${rows.join(' UNION ALL ')}) o${whereOf(conditions)}`;
  // An optimisation fence: without it the planner would look everything up before sorting.
  return isSorted(search) ? `${all} ORDER BY ${orderOf(search, '')} OFFSET 0` : all;
}

function orderOf(search: Search, alias: string): string {
  return isSorted(search) ? `${alias}order_key, ${alias}id DESC` : `${alias}id DESC`;
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
