import type { ReachCell, SizeClassName } from '@gongxiang/contracts';
import { cutResponses, suppress } from '../survey/suppression.model.js';
import type { Season } from '../tuning/season.model.js';

/** Members of one union who were born in one decade, and how many of them came to anything. */
export interface ReachGroup {
  readonly unionId: string;
  readonly name: string;
  readonly sizeClass: SizeClassName | null;
  readonly decade: number | null;
  readonly members: number;
  readonly served: number;
}

export interface Reach {
  readonly total: ReachCell;
  readonly bySizeClass: readonly ReachCell[];
  readonly byDecade: readonly ReachCell[];
  readonly byUnion: readonly ReachCell[];
  readonly unreached: readonly {
    readonly id: string;
    readonly name: string;
    readonly sizeClass: SizeClassName | null;
    readonly members: number;
  }[];
}

/** How a union without a size class, and a member whose age is not known, are called. */
const unknown = 'unknown';
const monthsOfYear = 12;
const monthsOfQuarter = 3;

type Count = (group: ReachGroup) => number;
const membersOf: Count = ({ members }) => members;
const servedOf: Count = ({ served }) => served;
const leftOutOf: Count = ({ members, served }) => members - served;

/** By what members are divided, and what their cell is called. */
const cuts = {
  union: ({ unionId }: ReachGroup) => unionId,
  sizeClass: ({ sizeClass }: ReachGroup) => sizeClass ?? unknown,
  decade: ({ decade }: ReachGroup) => (decade === null ? unknown : String(decade)),
} as const;
type Dimension = keyof typeof cuts;
const all: readonly Dimension[] = ['union', 'sizeClass', 'decade'];

/**
 * Who was reached, and who was not. How many members a union or a size class has is no secret; how many of them came,
 * and how many did not, is held back below five, and so are the members of a decade. Each count is suppressed as one set
 * over all cuts, and a cell that is held back in one is held back in all: with more hidden cells no set is easier to
 * guess. Unions of whom nobody came stand on a list of their own, to be asked why: they are no cells, and add nobody to
 * the served.
 */
export function reachOf(groups: readonly ReachGroup[]): Reach {
  const unions = unionsOf(groups);
  const reached = new Set(unions.filter(({ served }) => served > 0).map(({ id }) => id));
  const asked = groups.filter(({ unionId }) => reached.has(unionId));
  const shown = [publish(asked, all, servedOf), publish(asked, all, leftOutOf)];
  const ages = publish(groups, ['decade'], membersOf);
  const isShown = (dimension: Dimension, key: string): boolean =>
    shown.every((published) => published.has(`${dimension} ${key}`)) &&
    (dimension !== 'decade' || ages.has(`${dimension} ${key}`));
  const cellsOf = (dimension: Dimension, of: readonly ReachGroup[]): ReachCell[] =>
    [...sumBy(of, cuts[dimension])].map(([key, { members, served }]) => {
      // All of its unions are on the list of those that were not reached: that nobody came is known.
      const isNobody = dimension === 'sizeClass' && served === 0;
      const isOpen = isNobody || isShown(dimension, key);
      const hides = dimension === 'decade' && !isOpen;
      return { key, name: null, members: hides ? null : members, served: isOpen ? served : null };
    });
  const names = new Map(unions.map(({ id, name }) => [id, name]));
  const whole = { members: total(groups, membersOf), served: total(groups, servedOf) };
  return {
    total: {
      key: 'all',
      name: null,
      members: whole.members,
      served: whole.served === 0 || shown.every((published) => published.has('all')) ? whole.served : null,
    },
    bySizeClass: cellsOf('sizeClass', groups),
    byDecade: cellsOf('decade', groups).sort((a, b) => (a.key < b.key ? -1 : 1)),
    byUnion: cellsOf('union', asked)
      .map((cell) => ({ ...cell, name: names.get(cell.key) ?? null }))
      .sort((a, b) => (b.members ?? 0) - (a.members ?? 0)),
    unreached: unions
      .filter(({ id }) => !reached.has(id))
      .map(({ id, name, sizeClass, members }) => ({ id, name, sizeClass, members }))
      .sort((a, b) => b.members - a.members),
  };
}

/** The names of the cells that may be shown of one count, and `all` where its total may. */
function publish(
  groups: readonly ReachGroup[],
  dimensions: readonly Dimension[],
  countOf: Count,
): ReadonlySet<string> {
  const counted = groups.map((group) => ({
    keys: Object.fromEntries(dimensions.map((dimension) => [dimension, cuts[dimension](group)])),
    count: countOf(group),
    sums: [],
  }));
  const lists = dimensions.map((dimension) => ({
    dimension,
    keys: [...new Set(groups.map((group) => cuts[dimension](group)))],
  }));
  const { total: whole, cuts: published } = suppress(cutResponses(counted, lists));
  const cells = published.flatMap(({ dimension, cells: some }) =>
    some.flatMap(({ key, figures }) => (figures === null ? [] : [`${dimension} ${key}`])),
  );
  return new Set(whole === null ? cells : ['all', ...cells]);
}

function unionsOf(groups: readonly ReachGroup[]) {
  const sums = sumBy(groups, cuts.union);
  return [...new Map(groups.map((group) => [group.unionId, group])).values()].map(
    ({ unionId: id, name, sizeClass }) => ({ id, name, sizeClass, ...(sums.get(id) ?? noMembers) }),
  );
}

interface Sums {
  readonly members: number;
  readonly served: number;
}
const noMembers: Sums = { members: 0, served: 0 };

function sumBy(
  groups: readonly ReachGroup[],
  keyOf: (group: ReachGroup) => string,
): ReadonlyMap<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const group of groups) {
    const { members, served } = sums.get(keyOf(group)) ?? noMembers;
    sums.set(keyOf(group), { members: members + group.members, served: served + group.served });
  }
  return sums;
}

function total(groups: readonly ReachGroup[], countOf: Count): number {
  return groups.reduce((sum, group) => sum + countOf(group), 0);
}

/** The days of a year or of a quarter of it. */
export function daysOf({ year, quarter }: { readonly year: number; readonly quarter?: number }): Season {
  const first = quarter === undefined ? 1 : (quarter - 1) * monthsOfQuarter + 1;
  const last = quarter === undefined ? monthsOfYear : first + monthsOfQuarter - 1;
  const two = (number: number): string => String(number).padStart(2, '0');
  // Day 0 of the next month is the last of this one.
  const day = new Date(Date.UTC(year, last, 0)).getUTCDate();
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(day)}` };
}
