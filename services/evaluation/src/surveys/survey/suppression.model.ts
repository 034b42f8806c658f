import { DomainError } from '@gongxiang/domain';

export const thresholdDefault = 5;

/** A cell of another cut, e.g. the district that a union lies in. */
export interface CellName {
  readonly dimension: string;
  readonly key: string;
}

/** Respondents who share one value of the cut's dimension. */
export interface Cell {
  readonly key: string;
  readonly count: number;
  /** Sum of the answers, one for each question. */
  readonly sums: readonly number[];
  /** Cells of other cuts that are known to hold all respondents of this one. */
  readonly inside?: readonly CellName[] | undefined;
}

/** One published division of **all** respondents: each is in exactly one cell; the fixed list of cells includes empty ones. */
export interface Cut {
  readonly dimension: string;
  readonly cells: readonly Cell[];
}

/** What a reader sees of some respondents; null for empty and for suppressed alike. */
export type Figures = { readonly count: number; readonly sums: readonly number[] } | null;

export interface PublishedCut {
  readonly dimension: string;
  readonly cells: readonly { readonly key: string; readonly figures: Figures }[];
}

export interface PublishedResults {
  readonly total: Figures;
  readonly cuts: readonly PublishedCut[];
}

interface Entry {
  readonly cell: Cell;
  readonly dimension: string;
  /** The cells that hold this one; the total is one of them. */
  readonly containers: Entry[];
  hidden: boolean;
}

/** Cells of one cut that lie in one container. */
interface Group {
  readonly container: Entry;
  readonly members: readonly Entry[];
}

/**
 * What may be published of a closed survey: cells under the threshold are suppressed, together with what would reveal
 * them by subtraction.
 *
 * Guarantee. Where the total, or a cell that holds others, is published, and some cells of one cut within it are
 * suppressed, at least two of them are, and together they hold at least `threshold` respondents: each of them might
 * just as well be empty or hold them all. A published cell less the published cells inside it leaves nobody, or at
 * least `threshold`. What lies inside a suppressed cell is suppressed. Fewer than `threshold` in all: nothing.
 * Empty and suppressed cells give the same answer.
 *
 * Limits. It knows of the overlaps named in `inside` only, and of differences within one pair of cuts, not of
 * combinations of three. It protects sizes and sums, not a cell whose members all gave the same answer, and not
 * against a reader who knows the answers of all others in a cell. Results must be computed once, over cuts fixed
 * before the survey opened: a second set over other cuts could be subtracted from the first. A question that people
 * may skip is a survey of its own here: pass the counts of those who answered it.
 * @throws DomainError `CUT_INCOMPLETE` where cuts count different numbers of respondents, `DUPLICATE_ID` for two cells
 * of the same name
 */
export function suppress(cuts: readonly Cut[], threshold: number = thresholdDefault): PublishedResults {
  const total = entryOf('', { key: '', ...sumCells(cuts[0]?.cells ?? []) });
  const entries = cuts.map((cut) => entriesOf(cut, total));
  const all = [total, ...entries.flat()];
  linkContainers(entries.flat());
  for (const entry of all) entry.hidden = entry.cell.count < threshold;
  const groups = entries.flatMap(groupsOf);
  // Each round hides at least one more cell or is the last.
  while (hideInsideHidden(all) || groups.some((group) => hideOne(group, threshold))) continue;
  return {
    total: figuresOf(total),
    cuts: cuts.map(({ dimension }, index) => ({
      dimension,
      cells: (entries[index] ?? []).map((entry) => ({ key: entry.cell.key, figures: figuresOf(entry) })),
    })),
  };
}

/** Respondents with the same value in every dimension, e.g. one row of a GROUP BY over all of them. */
export interface ResponseGroup {
  readonly keys: Readonly<Record<string, string>>;
  readonly count: number;
  readonly sums: readonly number[];
}

/**
 * Cuts from groups, with every overlap that shows in the data: a cell lies inside another where all its respondents
 * do. Chance overlaps of small cells are found, too; they cost a cell, never a person.
 * @param dimensions the fixed cuts with all their keys, in the order to publish
 * @throws DomainError `CUT_INCOMPLETE` for a group whose key a dimension does not list
 */
export function cutResponses(
  groups: readonly ResponseGroup[],
  dimensions: readonly { readonly dimension: string; readonly keys: readonly string[] }[],
): readonly Cut[] {
  for (const { dimension, keys } of dimensions) {
    const known = new Set(keys);
    if (!groups.every((group) => known.has(group.keys[dimension] ?? ''))) {
      throw new DomainError('CUT_INCOMPLETE', { params: { dimension } });
    }
  }
  return dimensions.map(({ dimension, keys }) => {
    const byKey = new Map<string, ResponseGroup[]>(keys.map((key) => [key, []]));
    for (const group of groups) {
      // A group of nobody says nothing about what lies inside what.
      if (group.count > 0) byKey.get(group.keys[dimension] ?? '')?.push(group);
    }
    const others = dimensions.map((other) => other.dimension).filter((name) => name !== dimension);
    return {
      dimension,
      cells: keys.map((key) => {
        const members = byKey.get(key) ?? [];
        return { key, ...sumCells(members), inside: containersOf(members, others) };
      }),
    };
  });
}

function containersOf(members: readonly ResponseGroup[], dimensions: readonly string[]): readonly CellName[] {
  const [first] = members;
  if (first === undefined) return [];
  return dimensions.flatMap((dimension) => {
    const key = first.keys[dimension] ?? '';
    return members.every((member) => member.keys[dimension] === key) ? [{ dimension, key }] : [];
  });
}

function sumCells(cells: readonly { readonly count: number; readonly sums: readonly number[] }[]): {
  readonly count: number;
  readonly sums: readonly number[];
} {
  const sums: number[] = [];
  let count = 0;
  for (const cell of cells) {
    count += cell.count;
    cell.sums.forEach((sum, question) => (sums[question] = (sums[question] ?? 0) + sum));
  }
  return { count, sums };
}

function entryOf(dimension: string, cell: Cell): Entry {
  return { cell, dimension, containers: [], hidden: false };
}

function entriesOf({ dimension, cells }: Cut, total: Entry): readonly Entry[] {
  if (sumCells(cells).count !== total.cell.count) {
    throw new DomainError('CUT_INCOMPLETE', { params: { dimension } });
  }
  return cells.map((cell) => ({ ...entryOf(dimension, cell), containers: [total] }));
}

function figuresOf({ cell, hidden }: Entry): Figures {
  return hidden ? null : { count: cell.count, sums: cell.sums };
}

function linkContainers(entries: readonly Entry[]): void {
  const nameOf = (name: CellName): string => JSON.stringify([name.dimension, name.key]);
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const name = nameOf({ dimension: entry.dimension, key: entry.cell.key });
    if (byName.has(name)) throw new DomainError('DUPLICATE_ID', { params: { id: entry.cell.key } });
    byName.set(name, entry);
  }
  for (const entry of entries) {
    for (const name of entry.cell.inside ?? []) {
      const container = byName.get(nameOf(name));
      if (container !== undefined) entry.containers.push(container);
    }
  }
}

function groupsOf(members: readonly Entry[]): readonly Group[] {
  const inside = new Map<Entry, Entry[]>();
  for (const member of members) {
    for (const container of member.containers) {
      const list = inside.get(container) ?? [];
      list.push(member);
      inside.set(container, list);
    }
  }
  return [...inside].map(([container, list]) => ({ container, members: list }));
}

function hideInsideHidden(entries: readonly Entry[]): boolean {
  const exposed = entries.filter((entry) => !entry.hidden && entry.containers.some((other) => other.hidden));
  for (const entry of exposed) entry.hidden = true;
  return exposed.length > 0;
}

/** Where a group gives something away: hides its smallest published cell (the first of equal ones), at last its container. */
function hideOne(group: Group, threshold: number): boolean {
  // Members of a hidden container are hidden, too, and there is no sum to subtract from.
  if (group.container.hidden || isSafe(group, threshold)) return false;
  const smallest = group.members
    .filter((entry) => !entry.hidden)
    .reduce<Entry>(
      (least, entry) => (least.cell.count <= entry.cell.count && least !== group.container ? least : entry),
      group.container,
    );
  smallest.hidden = true;
  return true;
}

function isSafe({ container, members }: Group, threshold: number): boolean {
  const { count } = container.cell;
  const hidden = members.filter((entry) => entry.hidden);
  const elsewhere = count - sumCounts(members);
  const remainder = elsewhere + sumCounts(hidden);
  if (hidden.length === 0) return remainder === 0 || remainder >= threshold;
  // With others in the remainder than the members, a single hidden member stays unknown.
  return remainder >= threshold && (elsewhere > 0 || hidden.length >= 2);
}

function sumCounts(entries: readonly Entry[]): number {
  return entries.reduce((sum, { cell }) => sum + cell.count, 0);
}
