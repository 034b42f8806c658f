import type { ListOffersRequest } from '@gongxiang/contracts/sharing/finding/offer.contract';
import { boxAround, type Coordinates, distanceTenthsSql, type Period } from '@gongxiang/domain';
import { fullSql } from '../../activities/activity/activity-phase-sql.js';
import { typedPinyin } from '@gongxiang/persistence';
import { queryTerms } from '@gongxiang/domain';
import { sortTerm } from '../../lending/words/want-kind.model.js';
import type { WantedWord } from '../../lending/words/wanted.model.js';
import type { Search } from './search.model.js';

/** Collects the parameters of a statement, and returns the name of each. */
export type Bind = (value: unknown) => string;

/** Input that may be pinyin. */
const typedLatin = /^[a-z0-9ü]+$/;

/** One way of finding words: its condition and its quality, see {@link waysOf}. */
interface Way {
  readonly conditions: readonly string[];
  readonly found: string;
}

/**
 * The ways of finding all of the words, in the text or in the pinyin of the title, or what they mean; no result is
 * found in two of them. Quality: 3: all words in the title; 2: in the title and its pinyin; 1: elsewhere too; 0 and
 * less: in other words, see {@link meantWay}; null without words.
 */
export function waysOf(search: Pick<Search, 'words' | 'wanted' | 'order'>, bind: Bind): readonly Way[] {
  const { words } = search;
  const [word] = words;
  if (word === undefined) return [{ conditions: [], found: 'NULL::int' }];
  const isTyped = words.length === 1 && typedLatin.test(word);
  const exact = isTyped
    ? waysOfTyped(word, bind)
    : [{ conditions: wordsSql(words, bind), found: foundSql(words, bind) }];
  return [...exact, ...meantWay(search, bind)];
}

/** Of what is sought, at least so much is named; of a sentence with several things less, unless distance sorts. */
const [meantShareMin, severalShareMin] = [0.65, 0.5];
/** Named in the description only. */
const furtherShare = 0.7;
const wantedMax = 8;
/** Points of a word that is in no line of the thesaurus; ten: of one that is. */
const unknownPoints = 5;
/** Subtracted where seats are asked for: of a thing without any, and at most of a hall that is far too large. */
const [seatlessPoints, oversizePoints] = [5, 4];

/** A word of a search. */
interface Meant {
  readonly points: number;
  /** Whether an offer names it at all. */
  readonly isNamed: string;
  /** The points that an offer gets for it. */
  readonly sum: string;
  /** Enough by itself to look by: not said of much. */
  readonly isTelling: boolean;
}

/**
 * What is found by meaning and by sound rather than by the words themselves. Its quality is 0 for all that is sought,
 * in the title, and less by the points of what is missing.
 */
function meantWay(search: Pick<Search, 'words' | 'wanted' | 'order'>, bind: Bind): Way[] {
  const { seats, words } = search.wanted;
  const meant = words.slice(0, wantedMax).flatMap((word) => meantSql(word, bind));
  const telling = meant.filter(({ isTelling }) => isTelling);
  const looked = telling.length > 0 ? telling : meant;
  if (looked.length === 0) return [];
  const all = meant.reduce((sum, { points }) => sum + points, 0);
  const sum = `(${meant.map((one) => one.sum).join(' + ')})`;
  const conditions = [
    `(${looked.map(({ isNamed }) => isNamed).join(' OR ')})`,
    `${sum} >= ${Math.ceil(all * leastShare(search))}`,
    `NOT (${wordsSql(search.words, bind).join(' AND ')})`,
    ...(seats === null ? [] : [`(o.capacity IS NULL OR o.capacity >= ${bind(seats)}::int)`]),
  ];
  const oversize = seats === null ? '' : ` - ${oversizeSql(seats, bind)}`;
  return [{ conditions, found: `(${sum} - ${all}${oversize})` }];
}

function leastShare({ wanted, order }: Pick<Search, 'wanted' | 'order'>): number {
  const known = wanted.words.filter(({ meaning }) => meaning !== null);
  return known.length > 1 && order === 'relevance' ? severalShareMin : meantShareMin;
}

/** None of a Latin word that is no pinyin of the thesaurus: the other ways find it. */
function meantSql({ word, meaning, weight, isGeneral, pairs, sounds }: WantedWord, bind: Bind): Meant[] {
  if (meaning !== null) {
    const points = Math.round(weight * 10);
    const named = ['#', '#^', '~', '~^'].map((mark) => `${mark}${meaning}`);
    const isNamed = `o.meanings && ${bind(named)}::text[]`;
    const isTitled = `o.meanings && ${bind(named.slice(0, 2))}::text[]`;
    const further = Math.floor(points * furtherShare);
    const sum = `CASE WHEN ${isTitled} THEN ${points} WHEN ${isNamed} THEN ${further} ELSE 0 END`;
    return [{ points, isNamed, sum, isTelling: !isGeneral }];
  }
  if (typedLatin.test(word)) return [];
  const isThere = `o.terms @> ${bind(pairs)}::text[]`;
  const sounding = sounds.length === 0 ? isThere : `(${isThere} OR o.meanings @> ${bind(sounds)}::text[])`;
  const sum = `CASE WHEN ${sounding} THEN ${unknownPoints} ELSE 0 END`;
  return [{ points: unknownPoints, isNamed: sounding, sum, isTelling: sounds.length > 0 }];
}

/** Seats that just suffice come first: 2 points less for each time that they are e times as many. */
function oversizeSql(seats: number, bind: Bind): string {
  const times = `ln(o.capacity::float8 / ${bind(seats)}::float8)`;
  return `CASE WHEN o.capacity IS NULL THEN ${seatlessPoints} ELSE least(${oversizePoints}, floor(2 * ${times}))::int END`;
}

/**
 * A single Latin word is nearly always pinyin, and finds much: each way reads one index, so that the long pinyin is
 * scanned once per result, instead of three times.
 */
function waysOfTyped(word: string, bind: Bind): readonly Way[] {
  const inTitle = `o.heading LIKE ${bind(`%${word}%`)}`;
  const inPinyin = inPinyinSql(word, bind);
  return [
    { conditions: [inPinyin], found: `CASE WHEN ${inTitle} THEN 3 ELSE 2 END` },
    {
      conditions: [inTextSql(word, bind), `NOT ${inPinyin}`],
      found: `CASE WHEN ${inTitle} THEN 3 ELSE 1 END`,
    },
  ];
}

function wordsSql(words: readonly string[], bind: Bind): string[] {
  return words.map((word) => {
    const inText = inTextSql(word, bind);
    return typedLatin.test(word) ? `(${inPinyinSql(word, bind)} OR ${inText})` : inText;
  });
}

function foundSql(words: readonly string[], bind: Bind): string {
  const inTitle = words.map((word) => `o.heading LIKE ${bind(`%${word}%`)}`);
  const typed = words.map((word, place) =>
    typedLatin.test(word) ? `(${inPinyinSql(word, bind)} OR ${inTitle[place]})` : inTitle[place],
  );
  const byPinyin = words.some((word) => typedLatin.test(word)) ? ` WHEN ${typed.join(' AND ')} THEN 2` : '';
  return `CASE WHEN ${inTitle.join(' AND ')} THEN 3${byPinyin} ELSE 1 END`;
}

/** Pairs of characters alone would also match them apart: the index narrows, the text decides. */
function inTextSql(word: string, bind: Bind): string {
  return `(o.terms @> ${bind(queryTerms(word))}::text[] AND o.body LIKE ${bind(`%${word}%`)})`;
}

/** One of its words begins like this. */
function inPinyinSql(word: string, bind: Bind): string {
  return `o.pinyin LIKE ${bind(`% ${typedPinyin(word)}%`)}`;
}

/** The box around a place; see {@link tenthsSql} for the circle. */
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
  const { kind, thing, function: wanted, business, capacity } = request;
  return [
    ...(kind === undefined ? [] : [`o.kind = ${bind(kind)}`]),
    ...(thing === undefined ? [] : [`o.meanings @> ARRAY[${bind(sortTerm(thing))}]::text[]`]),
    ...(wanted === undefined ? [] : [`o.function = ${bind(wanted)}`]),
    ...(business === undefined ? [] : [`o.businesses @> ARRAY[${bind(business)}]`]),
    ...(capacity === undefined ? [] : [`o.capacity >= ${bind(capacity)}`]),
  ];
}

/**
 * An activity is shown while sign-up is possible and there is a free seat. One without published seats has none.
 * @param now the name of the parameter
 */
/** OFFSET 0 stops PostgreSQL from counting the seats of all activities for one page. */
export function hasSeatsSql(now: string): string {
  return `(o.kind <> 'activity' OR EXISTS (SELECT 1 FROM activity a
    WHERE a.id = o.id AND a.starts_at > ${now} AND a.sign_up_closes_at > ${now} AND NOT ${fullSql('a')}
    OFFSET 0))`;
}

/** An activity must take place then; for all else free times are looked up. */
export function heldThenSql({ start, end }: Period, bind: Bind): string {
  return `(o.kind <> 'activity' OR (o.starts_at < ${bind(end)}::timestamptz AND o.ends_at > ${bind(start)}::timestamptz))`;
}

/**
 * Only narrows: no booking of the thing itself overlaps the time. Such bookings never overlap each other, so checking
 * the first one that ends after the start suffices. Counted resources, those with parts or buffers need more; and
 * know-how is lent to any number, whatever its calendar says.
 */
export function notTakenSql({ start, end }: Period, bind: Bind): string {
  // LIMIT keeps it a single-row look-up: otherwise the planner would read the whole calendar of that time first.
  return `(o.kind <> 'resource' OR NOT EXISTS (
    SELECT FROM (SELECT b.starts_at FROM booking b
      WHERE b.resource_id = o.id AND b.quantity IS NULL AND b.occupied_until > ${bind(start)}::timestamptz
      ORDER BY b.occupied_until LIMIT 1) AS next
    JOIN resource k ON k.id = o.id WHERE next.starts_at < ${bind(end)}::timestamptz AND k.lending <> 'access'))`;
}

/** The cover picture of a resource. For results, as `o`. */
export const firstPictureSql = `(SELECT jsonb_build_object('id', i.id, 'alt', i.alt, 'width', i.width, 'height', i.height)
  FROM resource_picture i WHERE i.resource_id = o.id AND i.removed_at IS NULL ORDER BY i.position, i.id LIMIT 1)`;

/** The opening hours: a part uses those of its whole without its own. For resources, as `r`. */
export const hoursSql = `(SELECT jsonb_build_object('weekly', h.weekly, 'exceptions', h.exceptions, 'holidays', h.holidays,
    'makeUpDays', h.make_up_days, 'overnight', h.overnight)
  FROM opening_hours h WHERE h.resource_id IN (r.id, r.part_of_id) ORDER BY h.resource_id = r.id DESC LIMIT 1)`;

/**
 * Its calendar row says everything: each booking is of the thing itself, for exactly its time. For resources, as `r`.
 */
export const isPlainSql = `(r.lending = 'access' OR r.counting = 'one' AND r.setup_minutes = 0 AND r.turnaround_minutes = 0
  AND NOT EXISTS (SELECT 1 FROM resource p WHERE p.part_of_id = r.id))`;

/**
 * Only narrows: resources of others to which somebody has a right for part of the time, other than exclusively
 * another union. Whether it covers the request is looked up.
 */
export function lentSql(unionId: string, { start, end }: Period, bind: Bind): string {
  const union = `${bind(unionId)}::uuid`;
  // OFFSET keeps it a single-row look-up: otherwise the planner may read all rights first.
  return `(o.kind <> 'resource' OR o.union_id = ${union} OR EXISTS (SELECT 1 FROM right_of_use g
    WHERE g.resource_id = o.id AND g.valid_from <= ${bind(start)}::timestamptz
      AND LEAST(g.valid_until, g.revoked_at) >= ${bind(end)}::timestamptz
      AND (g.grantee_kind <> 'union' OR g.grantee_union_id = ${union}) OFFSET 0))`;
}
