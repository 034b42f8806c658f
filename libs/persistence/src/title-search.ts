import { beyondText, queryTerms, runsOf } from '@gongxiang/domain';
import { escapeLike } from './keyset.js';
import type { Transaction } from './transaction.js';
import { placeholdersIn } from './union-reach.js';
import { typedPinyin } from './pinyin.js';
import { headingOf } from './title-index.js';
import type { TitleTable } from './title-table.js';

/** How a title has what was typed: as a whole, at its beginning or as its pinyin, or anywhere. The closest first. */
export const titleMatches = ['exact', 'prefix', 'contains'] as const;
export type TitleMatch = (typeof titleMatches)[number];

type Bind = (value: unknown) => string;

/** What is typed, in the forms in which titles are indexed. */
export interface TypedTitle {
  readonly heading: string;
  readonly words: readonly string[];
  /** Of Latin letters and digits alone, which may be pinyin; null for all else. */
  readonly pinyin: string | null;
}

const typedLatin = /^[a-z0-9ü]+$/;

export function typedTitleOf(q: string): TypedTitle {
  const heading = headingOf(q);
  return { heading, words: runsOf(q), pinyin: typedLatin.test(heading) ? typedPinyin(heading) : null };
}

/** The things of one kind among which titles are searched. */
export interface SearchedThings {
  readonly titles: TitleTable;
  /** The table of the things, and its column with the id of the title. */
  readonly table: string;
  readonly titleId: string;
  /** SQL of the condition by which the reader sees the thing `o`. */
  readonly visible: (bind: Bind) => string | Promise<string>;
  /** SQL of what is shown of the thing `o` beside its id, with its title. */
  readonly shown: string;
  /** Further tables of what is shown. */
  readonly joined?: string;
}

export interface FoundTitle {
  readonly id: string;
  readonly title: string;
  readonly match: TitleMatch;
}

/**
 * So many are read by an index of words before they are sorted. What more things have is found sooner by walking
 * through the things from the newest on.
 */
const rareMax = 1_000;

/**
 * The things whose titles have what was typed: the closest matches first, and among equal ones the newest. One
 * statement; a wider match is only looked for if the closer ones are not enough. Blanks alone find nothing.
 * @returns one more than `limit` if there are more
 */
export async function findTitles<Shown extends object>(
  tx: Transaction,
  typed: TypedTitle,
  things: SearchedThings,
  limit: number,
): Promise<(FoundTitle & Shown)[]> {
  if (typed.heading === '') return [];
  const values: unknown[] = [];
  const bind = placeholdersIn(values);
  const { table, shown, joined = '' } = things;
  const context = { things, bind, visible: await things.visible(bind), max: bind(limit + 1) };
  const heading = `${bind(typed.heading)}::text`;
  const classes = classesOf(typed, heading, bind);
  const found = classes.map((one, index) => classSql(one, index, context));
  const all = classes
    .map((_one, index) => `SELECT id, ${index} AS match FROM found${index}`)
    .join(' UNION ALL ');
  const rows: (Omit<FoundTitle, 'match'> & Shown & { readonly place: number })[] = await tx.sql.query(
    `WITH ${found.join(', ')},
       closest AS MATERIALIZED (SELECT id, match FROM (${all}) AS any_match ORDER BY match, id DESC LIMIT ${context.max})
     SELECT o.id, closest.match AS place, ${shown}
     FROM closest JOIN ${table} o ON o.id = closest.id ${joined} ORDER BY closest.match, o.id DESC`,
    values,
  );
  return rows.map(({ place, ...row }) => ({
    ...(row as unknown as FoundTitle & Shown),
    match: titleMatches[place] ?? 'contains',
  }));
}

/** Things of one kind as a search shows them. */
export interface FoundGroup<Kind, Item> {
  readonly kind: Kind;
  readonly items: Item[];
  readonly hasMore: boolean;
}

/**
 * Looks for each kind that is wanted, one after the other.
 * @param wanted `kind` where only one is; `limit` of each
 * @param find one more of a kind than `limit` if there are more
 * @returns the kinds of which something was found
 */
export async function groupsFound<Kind extends string, Item>(
  kinds: readonly Kind[],
  { kind: only, limit }: { readonly kind?: string | undefined; readonly limit: number },
  find: (kind: Kind) => Promise<readonly Item[]>,
): Promise<FoundGroup<Kind, Item>[]> {
  const groups: FoundGroup<Kind, Item>[] = [];
  for (const kind of kinds) {
    if (only !== undefined && only !== kind) continue;
    const found = await find(kind);
    if (found.length > 0) groups.push({ kind, items: found.slice(0, limit), hasMore: found.length > limit });
  }
  return groups;
}

/** One degree of closeness of a title `t`. */
interface MatchClass {
  /** Each served by an index. */
  readonly ways: readonly string[];
  /** The same as one condition that no index serves. */
  readonly test: string;
  /** What belongs to closer matches. */
  readonly except: string;
}

/** In the order of {@link titleMatches}. */
function classesOf({ heading, words, pinyin }: TypedTitle, at: string, bind: Bind): MatchClass[] {
  const exact = `t.heading = ${at}`;
  const begins = `left(t.heading, length(${at})) = ${at}`;
  const spoken = pinyin === null ? null : `LIKE ${bind(`% ${escapeLike(pinyin)}%`)}`;
  const isNear = [begins, ...(spoken === null ? [] : [`t.pinyin || '' ${spoken}`])].join(' OR ');
  const near: MatchClass = {
    ways: [
      `t.heading > ${at} AND t.heading < ${bind(beyondText(heading))}::text`,
      ...(spoken === null ? [] : [`t.pinyin ${spoken}`]),
    ],
    test: `(${isNear})`,
    except: `t.heading <> ${at}`,
  };
  const classes = [{ ways: [exact], test: exact, except: 'true' }, near];
  if (words.length === 0) return classes;
  // Pairs of characters alone would also match them apart: the index narrows, the heading decides.
  const contained = words.map((word) => `t.heading LIKE ${bind(`%${escapeLike(word)}%`)}`).join(' AND ');
  const terms = bind([...new Set(words.flatMap((word) => queryTerms(word)))]);
  return [
    ...classes,
    {
      ways: [`t.terms @> ${terms}::text[] AND ${contained}`],
      test: contained,
      except: `NOT (${isNear})`,
    },
  ];
}

interface ClassContext {
  readonly things: SearchedThings;
  readonly bind: Bind;
  readonly visible: string;
  readonly max: string;
}

/**
 * The newest visible things of one class, as `found<index>`. Conditions without columns stop a part before it reads
 * anything: that closer matches are enough, or that the other strategy serves. OFFSET 0 stops PostgreSQL from reading
 * a whole table to join it.
 */
function classSql(
  { ways, test, except }: MatchClass,
  index: number,
  { things: { titles, table, titleId }, visible, max }: ClassContext,
): string {
  const closer = Array.from({ length: index }, (_none, place) => `(SELECT count(*) FROM found${place})`);
  const isWanted = closer.length === 0 ? 'true' : `${closer.join(' + ')} < ${max}`;
  const hits = ways.map(
    (way) =>
      `(SELECT t.id FROM ${titles.name} t WHERE ${isWanted} AND ${way} AND ${except} LIMIT ${rareMax + 1})`,
  );
  const isRare = `(SELECT count(*) FROM hit${index}) <= ${rareMax}`;
  return `hit${index} AS MATERIALIZED (${hits.join(' UNION ')}),
    found${index} AS MATERIALIZED (
      (SELECT seen.id FROM hit${index} CROSS JOIN LATERAL (
         SELECT o.id FROM ${table} o WHERE o.${titleId} = hit${index}.id AND ${visible} OFFSET 0) AS seen
       WHERE ${isRare} ORDER BY seen.id DESC LIMIT ${max})
      UNION ALL
      (SELECT o.id FROM ${table} o CROSS JOIN LATERAL (
         SELECT FROM ${titles.name} t WHERE t.id = o.${titleId} AND ${test} AND ${except} OFFSET 0) AS titled
       WHERE NOT ${isRare} AND ${visible} ORDER BY o.id DESC LIMIT ${max}))`;
}
