import { pathsUpwards } from '@gongxiang/domain';

/** The voice behind an answer: a union, whatever it answers for, or a person who answers for themselves. */
export function voiceOf({ partyKind, partyId, unionId }: VoicedParty): string {
  return partyKind === 'person' ? partyId : unionId;
}

interface VoicedParty {
  readonly partyKind: string;
  readonly partyId: string;
  readonly unionId: string;
}

/** How many unions speak together at least, where none of them is to be known by what it said. */
export const poolMin = 5;

/** Answers that are only ever taken together, and where in the tree they are from. */
export interface PoolGroup {
  readonly path: string;
  /** The possible voices, once per answer they may give: a union that answers for five clubs is one voice. */
  readonly voices: readonly string[];
  /** The number of answers. */
  readonly answers: number;
}

interface Pool<Group> {
  /** The subtree in which they were pooled. */
  readonly path: string;
  /** Other pools lie within it: it holds the rest. */
  readonly isRest: boolean;
  readonly groups: readonly Group[];
}

/**
 * Pools answers up the tree until five unions speak in each pool: what does not reach five in a street is pooled in
 * its district, and then in the federation. What is left over there takes the smallest pool in with it (the first in
 * the order of places among equals), so that nobody is left out as long as five have answered in all.
 *
 * Guarantee. Every group in which anything was said is in one pool or, where fewer than five unions answered in all,
 * in none. Pools are disjoint and hold five unions each, and nothing is published that is not a sum of whole pools:
 * so no two figures can be subtracted to leave fewer than five. It does not protect a pool whose unions all said the
 * same.
 * @param rootPath the place above all groups
 * @returns in the order of their places
 */
export function poolUpwards<Group extends PoolGroup>(
  groups: readonly Group[],
  rootPath: string,
  min: number = poolMin,
): readonly Pool<Group>[] {
  const waiting = waitingAt(groups, rootPath);
  const pools = new Map<string, Group[]>();
  for (const path of deepestFirst(waiting)) {
    const here = waiting.get(path) ?? [];
    if (voicesOf(here) >= min) pools.set(path, here);
    else if (path !== rootPath) waiting.get(parentOf(path))?.push(...here);
    else takeSmallestIn(here, pools, rootPath);
  }
  const places = [...pools.keys()].sort(byPlace);
  return places.map((path) => ({
    path,
    isRest: places.some((other) => other !== path && other.startsWith(path)),
    groups: pools.get(path) ?? [],
  }));
}

/** The groups of each place, and an empty list for each place above them. */
function waitingAt<Group extends PoolGroup>(
  groups: readonly Group[],
  rootPath: string,
): Map<string, Group[]> {
  const waiting = new Map<string, Group[]>();
  for (const group of groups) for (const path of placesOf(group.path, rootPath)) waiting.set(path, []);
  for (const group of groups) waiting.get(group.path)?.push(group);
  return waiting;
}

/** What is left over at the root is too little to stand alone. */
function takeSmallestIn<Group extends PoolGroup>(
  left: readonly Group[],
  pools: Map<string, Group[]>,
  rootPath: string,
): void {
  if (left.length === 0) return;
  const [smallest] = [...pools].sort(
    ([path, one], [otherPath, other]) => voicesOf(one) - voicesOf(other) || byPlace(path, otherPath),
  );
  if (smallest === undefined) return;
  const [path, groups] = smallest;
  pools.delete(path);
  pools.set(rootPath, [...groups, ...left]);
}

function placesOf(path: string, rootPath: string): string[] {
  return pathsUpwards(path).filter((place) => place.startsWith(rootPath));
}

function parentOf(path: string): string {
  return pathsUpwards(path).at(-2) ?? path;
}

function deepestFirst(places: ReadonlyMap<string, unknown>): string[] {
  const depth = (path: string): number => path.split('.').length;
  return [...places.keys()].sort((one, other) => depth(other) - depth(one) || byPlace(one, other));
}

/** In byte order, as the database compares places. */
function byPlace(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/**
 * How many speak in these groups at least. Of answers by tokens nobody knows whose they are: where not all tokens
 * were used, as many as possible of the answers may be of those who had most of them.
 */
export function voicesOf(groups: readonly PoolGroup[]): number {
  const spoken = groups.filter(({ answers }) => answers > 0);
  const tokens = new Map<string, number>();
  for (const voice of spoken.flatMap(({ voices }) => voices)) tokens.set(voice, (tokens.get(voice) ?? 0) + 1);
  let left = spoken.reduce((sum, { answers }) => sum + answers, 0);
  let count = 0;
  for (const most of [...tokens.values()].sort((one, other) => other - one)) {
    if (left <= 0) break;
    left -= most;
    count += 1;
  }
  return count;
}
