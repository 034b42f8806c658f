import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import { pathsUpwards } from '@gongxiang/domain';
import { thresholdDefault } from '../../surveys/survey/suppression.model.js';
import {
  type Balance,
  boundless,
  type CountCell,
  rangesOf,
  publishedCells,
} from './tree-suppression.model.js';

/** Members of one union who were born in one decade, and how many of them came to anything. */
export interface ReachGroup {
  readonly unionId: string;
  readonly decade: number | null;
  readonly members: number;
  readonly served: number;
}

export interface ReachUnion {
  readonly unionId: string;
  readonly path: string;
  readonly name: string;
  readonly sizeClass: SizeClassName | null;
}

/**
 * `all`: a union with all below it. `own`: its own members, where there are unions below it; else they are `all`.
 * Of unions with others below them: `sizeClass`, `decade`, and `rest`: those born in a decade who belong to the union
 * itself or to one with none below. The last is shown nowhere, but follows from the others.
 */
export const reachKinds = ['all', 'own', 'sizeClass', 'decade', 'rest'] as const;
export type ReachKind = (typeof reachKinds)[number];

/** Which people are counted. */
interface ReachPlace {
  readonly unionId: string;
  readonly kind: ReachKind;
  /** A size class or a decade; empty for the other kinds. */
  readonly key: string;
}

/** The stored form of a cell when its period is frozen; null for suppressed counts. */
export interface FrozenCell extends ReachPlace {
  readonly members: number | null;
  /** The upper bound of the members implied by the published counts. */
  readonly membersMax: number;
  readonly served: number | null;
}

/** A frozen period. */
export interface FrozenReach {
  readonly unions: readonly ReachUnion[];
  readonly cells: readonly FrozenCell[];
}

/** The name of people without a size class, or without a date of birth. */
export const unknownKey = 'unknown';

interface TreeCell extends ReachPlace {
  readonly members: number;
  readonly served: number;
}

/** Counts with what is known to add up. */
export interface CountTable {
  readonly counts: readonly CountCell[];
  readonly balances: readonly Balance[];
}

/**
 * What is told of a period: one decision for the whole tree of unions and, for a year, in the light of what was told
 * of its quarters.
 * @param quarters those of the year, frozen earlier; none for a quarter
 */
export function freezeReach(
  unions: readonly ReachUnion[],
  groups: readonly ReachGroup[],
  quarters: readonly FrozenReach[],
): readonly FrozenCell[] {
  const cells = cellsOf(unions, groups);
  const balances = balancesOf(unions, cells);
  const membersPublished = publishedMembers(cells, balances);
  const served = { counts: servedCounts(cells, membersPublished, balances), balances };
  const published = publishedWithQuarters(cells, served, quarters);
  return cells.map(({ unionId, kind, key, members, served: count }, place) => ({
    unionId,
    kind,
    key,
    members: membersPublished.published.has(place) ? members : null,
    membersMax: membersPublished.most[place] ?? members,
    served: published.has(place) ? count : null,
  }));
}

/** Whether zero attendance may be published: only for more people than the threshold. */
export function mayPublishZero(members: number): boolean {
  return members > thresholdDefault;
}

/** The cells of a period, those without members left out. */
function cellsOf(unions: readonly ReachUnion[], groups: readonly ReachGroup[]): readonly TreeCell[] {
  const byId = new Map(unions.map((union) => [union.unionId, union]));
  const above = ancestorsOf(unions);
  const populated = new Set(groups.filter(({ members }) => members > 0).map(({ unionId }) => unionId));
  const inner = new Set([...populated].flatMap((id) => above.get(id)?.slice(1) ?? []));
  const cells = new Map<string, TreeCell>();
  const add = (place: ReachPlace, { members, served }: ReachGroup): void => {
    const before = cells.get(nameOf(place)) ?? { ...place, members: 0, served: 0 };
    cells.set(nameOf(place), {
      ...before,
      members: before.members + members,
      served: before.served + served,
    });
  };
  for (const group of groups.filter(({ members }) => members > 0)) {
    const decade = group.decade === null ? unknownKey : String(group.decade);
    const sizeClass = byId.get(group.unionId)?.sizeClass ?? unknownKey;
    const line = above.get(group.unionId) ?? [];
    for (const unionId of line) add({ unionId, kind: 'all', key: '' }, group);
    if (inner.has(group.unionId)) add({ unionId: group.unionId, kind: 'own', key: '' }, group);
    const innerLine = line.filter((unionId) => inner.has(unionId));
    for (const unionId of innerLine) {
      add({ unionId, kind: 'sizeClass', key: sizeClass }, group);
      add({ unionId, kind: 'decade', key: decade }, group);
    }
    const [nearest] = innerLine;
    if (nearest !== undefined) add({ unionId: nearest, kind: 'rest', key: decade }, group);
  }
  return [...cells.values()];
}

/** A sum as it is in the tree: of places, whether or not they have a cell. */
interface PlaceBalance {
  readonly wholes: readonly ReachPlace[];
  readonly parts: readonly ReachPlace[];
}

/** A union with others below it, and these. */
interface InnerUnion {
  readonly union: ReachUnion;
  readonly leaves: readonly ReachUnion[];
  readonly inner: readonly ReachUnion[];
}

type KeysOf = (unionId: string, kind: ReachKind) => readonly string[];

/** Which of the cells add up to which: follows from the tree and from which cells there are. */
export function balancesOf(unions: readonly ReachUnion[], cells: readonly ReachPlace[]): readonly Balance[] {
  const places = new Map(cells.map((cell, place) => [nameOf(cell), place]));
  const placesOf = (wanted: readonly ReachPlace[]): number[] =>
    wanted.flatMap((one) => places.get(nameOf(one)) ?? []);
  const keys = new Map<string, string[]>();
  for (const { unionId, kind, key } of cells) {
    const name = `${unionId} ${kind}`;
    keys.set(name, [...(keys.get(name) ?? []), key]);
  }
  const keysOf: KeysOf = (unionId, kind) => keys.get(`${unionId} ${kind}`) ?? [];
  const innerIds = innerOf(cells);
  const children = childrenOf(unions);
  return unions
    .filter(({ unionId }) => innerIds.has(unionId))
    .flatMap((union) => {
      const below = children.get(union.unionId) ?? [];
      const inner = below.filter(({ unionId }) => innerIds.has(unionId));
      const leaves = below.filter(({ unionId }) => !innerIds.has(unionId));
      const one = { union, inner, leaves };
      return [...unionBalances(one, keysOf), ...classBalances(one, keysOf), ...decadeBalances(one, keysOf)];
    })
    .map(({ wholes, parts }) => ({ wholes: placesOf(wholes), parts: placesOf(parts) }))
    .filter(({ wholes, parts }) => wholes.length > 0 && parts.length > 0);
}

function placeOf({ unionId }: ReachUnion, kind: ReachKind, key = ''): ReachPlace {
  return { unionId, kind, key };
}

/** Its own members and all below it, by union, by size class and by decade. */
function unionBalances({ union, inner, leaves }: InnerUnion, keysOf: KeysOf): readonly PlaceBalance[] {
  const wholes = [placeOf(union, 'all')];
  const partsOf = (kind: ReachKind): ReachPlace[] =>
    keysOf(union.unionId, kind).map((key) => placeOf(union, kind, key));
  const own = placeOf(union, 'own');
  const allOf = (children: readonly ReachUnion[]): ReachPlace[] =>
    children.map((child) => placeOf(child, 'all'));
  return [
    { wholes, parts: [own, ...allOf(leaves), ...allOf(inner)] },
    { wholes, parts: partsOf('sizeClass') },
    { wholes, parts: partsOf('decade') },
    { wholes: partsOf('rest'), parts: [own, ...allOf(leaves)] },
  ];
}

function classBalances({ union, inner, leaves }: InnerUnion, keysOf: KeysOf): readonly PlaceBalance[] {
  return keysOf(union.unionId, 'sizeClass').map((key) => {
    const isIts = ({ sizeClass }: ReachUnion): boolean => (sizeClass ?? unknownKey) === key;
    const own = isIts(union) ? [placeOf(union, 'own')] : [];
    const alike = leaves.filter(isIts).map((child) => placeOf(child, 'all'));
    const below = inner.map((child) => placeOf(child, 'sizeClass', key));
    return { wholes: [placeOf(union, 'sizeClass', key)], parts: [...own, ...alike, ...below] };
  });
}

function decadeBalances({ union, inner }: InnerUnion, keysOf: KeysOf): readonly PlaceBalance[] {
  return keysOf(union.unionId, 'decade').map((key) => ({
    wholes: [placeOf(union, 'decade', key)],
    parts: [placeOf(union, 'rest', key), ...inner.map((child) => placeOf(child, 'decade', key))],
  }));
}

/** What readers would rather do without: sizes and ages before unions, unions before what they are parts of. */
const ranks: Readonly<Record<ReachKind, number>> = { sizeClass: 0, decade: 1, own: 2, rest: 3, all: 4 };
const leafRank = 2;
/** Those of whom nobody came are held back last: they are there to be asked why. */
const nobodyRank = 9;

function rankOf({ unionId, kind }: ReachPlace, count: number, inner: ReadonlySet<string>): number {
  if (count === 0) return nobodyRank;
  return kind === 'all' && !inner.has(unionId) ? leafRank : ranks[kind];
}

function innerOf(cells: readonly ReachPlace[]): ReadonlySet<string> {
  return new Set(cells.filter(({ kind }) => kind === 'sizeClass').map(({ unionId }) => unionId));
}

interface PublishedMembers {
  readonly published: ReadonlySet<number>;
  /** By cell, the most members that it may have. */
  readonly most: readonly number[];
}

/**
 * How many members a union or a size class has is no secret; how many were born in a decade is, below the threshold.
 */
function publishedMembers(cells: readonly TreeCell[], balances: readonly Balance[]): PublishedMembers {
  const all = new Map(
    cells.flatMap(({ kind, unionId, members }) => (kind === 'all' ? [[unionId, members] as const] : [])),
  );
  const inner = innerOf(cells);
  const counts = cells.map((cell): CountCell => {
    const { kind, unionId, members } = cell;
    if (kind !== 'decade' && kind !== 'rest')
      return { value: members, min: members, max: members, isSensitive: false, rank: 0, state: 'published' };
    const max = all.get(unionId) ?? boundless;
    const isSensitive = members < thresholdDefault;
    return { value: members, min: 0, max, isSensitive, rank: rankOf(cell, members, inner), state: 'open' };
  });
  const published = publishedCells(counts, balances, thresholdDefault);
  const ranges = rangesOf(counts, balances, published);
  return { published, most: cells.map(({ members }, place) => ranges?.high[place] ?? members) };
}

function servedCounts(
  cells: readonly TreeCell[],
  { published, most }: PublishedMembers,
  balances: readonly Balance[],
): readonly CountCell[] {
  const inner = innerOf(cells);
  const counts = cells.map((cell, place): CountCell => {
    const { members, served } = cell;
    const max = most[place] ?? members;
    const mayBeNobody = published.has(place) && mayPublishZero(members);
    const isFew = served < thresholdDefault || members - served < thresholdDefault;
    const isSensitive = served === 0 ? !mayBeNobody : isFew || !published.has(place);
    // A reader infers attendance from a suppressed count where zero would have been published.
    const min = served > 0 && mayBeNobody ? 1 : 0;
    return { value: served, min, max, isSensitive, rank: rankOf(cell, served, inner), state: 'open' };
  });
  return withImpliedNobody(counts, balances);
}

/** If zero attendance is published for a whole, it is published for all its parts. */
function withImpliedNobody(counts: readonly CountCell[], balances: readonly Balance[]): readonly CountCell[] {
  const isPublished = counts.map(({ value, isSensitive }) => value === 0 && !isSensitive);
  const implied = new Set<number>();
  for (let found = -1; found !== implied.size;) {
    found = implied.size;
    for (const { wholes, parts } of balances) {
      if (!wholes.every((place) => isPublished[place] === true || implied.has(place))) continue;
      for (const place of parts) implied.add(place);
    }
  }
  return counts.map((count, place) => (implied.has(place) ? { ...count, isSensitive: false } : count));
}

function publishedWithQuarters(
  cells: readonly ReachPlace[],
  table: CountTable,
  quarters: readonly FrozenReach[],
): ReadonlySet<number> {
  const joined = joinQuarters(cells, table, quarters);
  const everything = new Set(
    joined.counts.flatMap(({ value, state }, place) => (value === null || state === 'slack' ? [] : [place])),
  );
  // Members who left or joined since a quarter may make the sums inconsistent, which misleads a reader rather than
  // revealing anything.
  const isConsistent = rangesOf(joined.counts, joined.balances, everything) !== null;
  const { counts, balances } = isConsistent ? joined : table;
  return publishedCells(counts, balances, thresholdDefault);
}

/**
 * The cells of a year beside those of its quarters: who came in a quarter came in the year, and who came in the year
 * came in one.
 */
export function joinQuarters(
  cells: readonly ReachPlace[],
  { counts, balances }: CountTable,
  quarters: readonly FrozenReach[],
): CountTable {
  const joined = { counts: [...counts], balances: [...balances] };
  const inQuarters = new Map<string, number[]>();
  for (const quarter of quarters) {
    const first = joined.counts.length;
    const shifted = (places: readonly number[]): number[] => places.map((place) => place + first);
    quarter.cells.forEach((cell, index) => {
      const name = nameOf(cell);
      inQuarters.set(name, [...(inQuarters.get(name) ?? []), first + index]);
    });
    joined.counts.push(...quarter.cells.map(frozenCount));
    for (const { wholes, parts } of balancesOf(quarter.unions, quarter.cells))
      joined.balances.push({ wholes: shifted(wholes), parts: shifted(parts) });
  }
  const slack = (): number =>
    joined.counts.push({ value: null, min: 0, max: boundless, isSensitive: true, rank: 0, state: 'slack' }) -
    1;
  cells.forEach((cell, place) => {
    const parts = inQuarters.get(nameOf(cell)) ?? [];
    if (parts.length === 0) return;
    joined.balances.push({ wholes: [place, slack()], parts });
    for (const part of parts) joined.balances.push({ wholes: [place], parts: [part, slack()] });
  });
  return joined;
}

function frozenCount({ served, membersMax }: FrozenCell): CountCell {
  const state = served === null ? 'suppressed' : 'published';
  return { value: served, min: 0, max: membersMax, isSensitive: served === null, rank: 0, state };
}

function nameOf({ unionId, kind, key }: ReachPlace): string {
  return `${unionId} ${kind} ${key}`;
}

/** By union, the line of unions from itself up to the top. */
function ancestorsOf(unions: readonly ReachUnion[]): ReadonlyMap<string, readonly string[]> {
  const byPath = new Map(unions.map(({ path, unionId }) => [path, unionId]));
  return new Map(
    unions.map(({ unionId, path }) => [
      unionId,
      pathsUpwards(path)
        .toReversed()
        .flatMap((one) => byPath.get(one) ?? []),
    ]),
  );
}

function childrenOf(unions: readonly ReachUnion[]): ReadonlyMap<string, readonly ReachUnion[]> {
  const above = ancestorsOf(unions);
  const children = new Map<string, ReachUnion[]>();
  for (const union of unions) {
    const parent = above.get(union.unionId)?.[1];
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), union]);
  }
  return children;
}
