import type { ListOffersRequest } from '@gongxiang/contracts';
import { boxAround, type Coordinates, distanceTenthsSql, type Period } from '@gongxiang/domain';
import { fullSql } from '../activity/activity.phase-sql.js';
import { typedPinyin } from '../offer/pinyin.js';
import { queryTerms } from '../resource/search-terms.model.js';
import type { Borrower } from '../resource/right.model.js';

/** Keeps the parameters of a statement, and says how each is named in it. */
export type Bind = (value: unknown) => string;

/** How something is typed that may be pinyin. */
const typedLatin = /^[a-z0-9ü]+$/;

/**
 * All the words are there, in the text or in the pinyin of the title. Pairs of characters alone would also find them apart:
 * the index narrows, the text decides.
 */
export function wordsSql(words: readonly string[], bind: Bind): string[] {
  return words.map((word) => {
    const inText = `(o.terms @> ${bind(queryTerms(word))}::text[] AND o.body LIKE ${bind(`%${word}%`)})`;
    return typedLatin.test(word) ? `(${inText} OR o.pinyin LIKE ${bind(`% ${typedPinyin(word)}%`)})` : inText;
  });
}

/** 3: all words stand in the title; 2: in the title and its pinyin; 1: elsewhere too. */
export function foundSql(words: readonly string[], bind: Bind): string {
  const inTitle = words.map((word) => `o.heading LIKE ${bind(`%${word}%`)}`);
  const typed = words.map((word, place) =>
    typedLatin.test(word)
      ? `(${inTitle[place]} OR o.pinyin LIKE ${bind(`% ${typedPinyin(word)}%`)})`
      : inTitle[place],
  );
  const byPinyin = words.some((word) => typedLatin.test(word)) ? ` WHEN ${typed.join(' AND ')} THEN 2` : '';
  return `CASE WHEN ${inTitle.join(' AND ')} THEN 3${byPinyin} ELSE 1 END`;
}

/** What lies in the box around a place; see {@link tenthsSql} for what then lies in the circle. */
export function boxSql(near: Coordinates & { readonly km: number }, bind: Bind): string {
  const { south, west, north, east } = boxAround(near, near.km);
  const corners = [east, north, west, south].map((corner) => `${bind(corner)}::float8`);
  const [right, top, left, bottom] = corners;
  return `point(o.longitude, o.latitude) <@ box(point(${right}, ${top}), point(${left}, ${bottom}))`;
}

export function tenthsSql(near: Coordinates, bind: Bind): string {
  const from = { latitude: `${bind(near.latitude)}::float8`, longitude: `${bind(near.longitude)}::float8` };
  return distanceTenthsSql(from, { latitude: 'o.latitude', longitude: 'o.longitude' });
}

export function filtersSql(request: ListOffersRequest, bind: Bind): string[] {
  const { kind, function: wanted, business, capacity } = request;
  return [
    ...(kind === undefined ? [] : [`o.kind = ${bind(kind)}`]),
    ...(wanted === undefined ? [] : [`o.function = ${bind(wanted)}`]),
    ...(business === undefined ? [] : [`o.businesses @> ARRAY[${bind(business)}]`]),
    ...(capacity === undefined ? [] : [`o.capacity >= ${bind(capacity)}`]),
  ];
}

/**
 * An activity is shown while people can sign up and there is a free seat. One whose seats are not told yet is none.
 * @param now the name of the parameter
 */
export function hasSeatsSql(now: string): string {
  return `(o.kind <> 'activity' OR EXISTS (SELECT 1 FROM activity a
    WHERE a.id = o.id AND a.starts_at > ${now} AND a.sign_up_closes_at > ${now} AND NOT ${fullSql('a')}))`;
}

/**
 * A resource is free at a time where neither itself nor a part of it is taken then, the time to make it ready included (E59,
 * E64): what the constraint would refuse. An activity takes place then. A brand, or what takes no time, is always free.
 */
export function freeSql({ start, end }: Period, bind: Bind): string {
  const from = `${bind(start)}::timestamptz`;
  const to = `${bind(end)}::timestamptz`;
  const wanted = `tstzrange(${from}, ${to} + o.turnaround_minutes * interval '1 minute', '[)')`;
  const taken = (unit: string): string =>
    `EXISTS (SELECT 1 FROM booking b WHERE b.resource_id = ${unit} AND tstzrange(b.starts_at, b.occupied_until, '[)') && ${wanted})`;
  return `(CASE o.kind WHEN 'brand' THEN true WHEN 'activity' THEN o.starts_at < ${to} AND o.ends_at > ${from}
    ELSE NOT ${taken('o.id')} AND NOT EXISTS (SELECT 1 FROM resource p WHERE p.part_of_id = o.id AND ${taken('p.id')}) END)`;
}

/** What a union may have: the same as `findRight` for a resource; a seat that is not kept for others; a brand to adopt. */
export function rightSql(borrower: Borrower, { start, end }: Period, bind: Bind): string {
  const union = `${bind(borrower.unionId)}::uuid`;
  const path = `${bind(borrower.path)}::text`;
  const granted = `EXISTS (SELECT 1 FROM right_of_use g LEFT JOIN union_ref gu ON gu.id = g.grantee_union_id
    WHERE g.resource_id = o.id AND g.revoked_at IS NULL AND g.valid_from <= ${bind(start)}::timestamptz AND g.valid_until >= ${bind(end)}::timestamptz
      AND CASE g.grantee_kind WHEN 'everyone' THEN true WHEN 'union' THEN g.grantee_union_id = ${union}
        WHEN 'subtree' THEN starts_with(${path}, gu.path) ELSE g.grantee_size_class = ${bind(borrower.sizeClass)}::text END)`;
  const seats = `EXISTS (SELECT 1 FROM pool sp LEFT JOIN union_ref su ON su.id = sp.union_id
    LEFT JOIN pool_line sl ON sl.activity_id = sp.activity_id AND sl.pool_id = sp.id
    WHERE sp.activity_id = o.id AND sp.capacity > coalesce(sl.confirmed + sl.held, 0)
      AND (sp.union_id IS NULL OR starts_with(${path}, su.path)))`;
  const adoption = `EXISTS (SELECT 1 FROM brand br WHERE br.id = o.id AND (br.adoption = 'open' OR EXISTS (
    SELECT 1 FROM brand_adoption_request q WHERE q.brand_id = br.id AND q.union_id = ${union} AND q.state = 'approved')))`;
  return `(o.union_id = ${union} OR CASE o.kind WHEN 'resource' THEN ${granted} WHEN 'activity' THEN ${seats} ELSE ${adoption} END)`;
}
