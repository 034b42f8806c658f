import type { ReachCell } from '@gongxiang/contracts/evaluation/reports/report.contract';
import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import { frozenFrom, quartersOfYear, type ReachPeriod } from '../../reference/subject/reach-period.model.js';
import { type FrozenCell, mayPublishZero, type ReachUnion, unknownKey } from './reach-tree.model.js';

export interface UnreachedUnion {
  readonly id: string;
  readonly name: string;
  readonly sizeClass: SizeClassName | null;
  readonly members: number;
}

export interface Reach {
  readonly total: ReachCell;
  readonly bySizeClass: readonly ReachCell[];
  readonly byDecade: readonly ReachCell[];
  readonly byUnion: readonly ReachCell[];
  readonly unreached: readonly UnreachedUnion[];
}

export interface CountedUnion extends ReachUnion {
  readonly ownMembers: number;
}

/** What was frozen of a subtree. @param top the union that is asked about, which is one of `unions` */
export function reachOf(top: string, unions: readonly CountedUnion[], cells: readonly FrozenCell[]): Reach {
  const byName = new Map(cells.map((cell) => [`${cell.unionId} ${cell.kind}`, cell]));
  const ownOf = ({ unionId }: CountedUnion) => byName.get(`${unionId} own`) ?? byName.get(`${unionId} all`);
  const populated = unions.filter(({ ownMembers }) => ownMembers > 0);
  const all = byName.get(`${top} all`);
  const topUnion = unions.find(({ unionId }) => unionId === top);
  const total = cellOf(all, 'all');
  const bySizeClass = cells.filter(({ unionId, kind }) => unionId === top && kind === 'sizeClass');
  const ofClass = { ...total, key: topUnion?.sizeClass ?? unknownKey };
  return {
    total,
    bySizeClass:
      bySizeClass.length > 0 ? bySizeClass.map((cell) => cellOf(cell, cell.key)) : all ? [ofClass] : [],
    byDecade: cells
      .filter(({ unionId, kind }) => unionId === top && kind === 'decade')
      .map((cell) => cellOf(cell, cell.key))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    byUnion: populated
      .filter((union) => ownOf(union)?.served !== 0)
      .map((union) => ({ ...cellOf(ownOf(union), union.unionId), name: union.name }))
      .sort((a, b) => (b.members ?? 0) - (a.members ?? 0)),
    unreached: unreachedOf(populated.filter((union) => ownOf(union)?.served === 0)),
  };
}

/**
 * The published reach of a period that is not frozen yet: only the unions without attendance, and no counts. A union
 * leaving the list reveals only that somebody of more than five members attended.
 */
export function reachSoFar(
  unions: readonly (CountedUnion & { readonly served: number })[],
): Pick<Reach, 'total' | 'unreached'> {
  const members = unions.reduce((sum, { ownMembers }) => sum + ownMembers, 0);
  return {
    total: { key: 'all', name: null, members, served: null },
    unreached: unreachedOf(unions.filter((one) => one.served === 0 && mayPublishZero(one.ownMembers))),
  };
}

function cellOf(cell: FrozenCell | undefined, key: string): ReachCell {
  if (cell === undefined) return { key, name: null, members: 0, served: 0 };
  return { key, name: null, members: cell.members, served: cell.served };
}

function unreachedOf(unions: readonly CountedUnion[]): readonly UnreachedUnion[] {
  return unions
    .map(({ unionId: id, name, sizeClass, ownMembers: members }) => ({ id, name, sizeClass, members }))
    .sort((a, b) => b.members - a.members);
}

/** 2026 or 2026-Q4 */
export function periodName({ year, quarter }: ReachPeriod): string {
  return quarter === undefined ? String(year) : `${year}-Q${quarter}`;
}

/** Those that may be frozen on a day, from a year on, the quarters of a year before it. */
export function periodsOver(firstYear: number, today: string): readonly ReachPeriod[] {
  const years = Array.from(
    { length: Number(today.slice(0, 4)) - firstYear + 1 },
    (_, index) => firstYear + index,
  );
  return years
    .flatMap((year): ReachPeriod[] => [...quartersOfYear.map((quarter) => ({ year, quarter })), { year }])
    .filter((period) => frozenFrom(period) <= today);
}
