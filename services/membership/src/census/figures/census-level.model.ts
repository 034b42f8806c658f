import type { CensusDimension } from '@gongxiang/contracts/membership/census/census.contract';
import { shieldCells, shieldTotals } from './shield.model.js';

/** What is counted in one column after the other; `members` is the number of all. */
export type Countable = CensusDimension | 'joined' | 'left' | 'moved';

/** The columns of one dimension, or the months of one movement. */
export interface Columns {
  readonly countable: Countable;
  readonly values: readonly string[];
  /** Whether the numbers of a union add up to its members, as those of its months do not. */
  readonly addUp: boolean;
}

/** One union of a level with its numbers; null where a number is hidden. */
export interface LevelRow {
  readonly path: string;
  readonly members: number | null;
  readonly numbers: ReadonlyMap<Countable, readonly (number | null)[]>;
}

export interface Level {
  readonly total: LevelRow;
  /** The union itself and each union directly below it. */
  readonly rows: readonly LevelRow[];
}

export interface LevelCount {
  readonly path: string;
  readonly dimension: string;
  readonly value: string;
  readonly members: number;
}

/**
 * The numbers of a level, as far as they are shown to somebody.
 * @param path of the union of the level
 * @param total the same union as a row of the level above it; null if it is the caller's own, of which nothing is hidden
 */
export function levelOf(
  counts: readonly LevelCount[],
  {
    path,
    paths,
    total,
    columns: counted,
  }: {
    readonly path: string;
    readonly paths: readonly string[];
    readonly total: LevelRow | null;
    readonly columns: readonly Columns[];
  },
): Level {
  const found = new Map(counts.map((one) => [`${one.path} ${one.dimension} ${one.value}`, one.members]));
  const numberOf = (at: string, dimension: string, value: string): number =>
    found.get(`${at} ${dimension} ${value}`) ?? 0;
  const totals = paths.map((at) => numberOf(at, 'members', 'all'));
  const isOwn = paths.map((at) => total === null && at === path);
  const rowsHidden = shieldTotals(totals, isOwn, total !== null && total.members === null);
  const columns = new Map(
    counted.map(({ countable, values, addUp }) => {
      const numbers = paths.map((at) => values.map((value) => numberOf(at, countable, value)));
      const sums = values.map((_value, column) => sum(numbers.map((row) => row[column] ?? 0)));
      const above = total?.numbers.get(countable);
      const sumsHidden = values.map((_value, column) => above !== undefined && above[column] === null);
      const cells = shieldCells(
        numbers.map((row, index) => ({ numbers: row, isOwn: isOwn[index] ?? false })),
        { rowsHidden, sumsHidden, rowsAddUp: addUp },
      );
      const shown = numbers.map((row, index) => masked(row, cells[index] ?? []));
      return [countable, { shown, total: masked(sums, sumsHidden) }] as const;
    }),
  );
  const rows = paths.map((at, index): LevelRow => ({
    path: at,
    members: rowsHidden[index] === true ? null : (totals[index] ?? 0),
    numbers: new Map([...columns].map(([countable, { shown }]) => [countable, shown[index] ?? []])),
  }));
  return {
    total: {
      path,
      members: total === null ? sum(totals) : total.members,
      numbers: new Map([...columns].map(([countable, column]) => [countable, column.total])),
    },
    rows,
  };
}

/** The last twelve months up to that of a day, the earliest first, `YYYY-MM`. */
export function monthsUpTo(day: string): string[] {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: 12 }, (_none, index) => {
    const month = last - 11 + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function masked(numbers: readonly number[], hidden: readonly boolean[]): (number | null)[] {
  return numbers.map((number, index) => (hidden[index] === true ? null : number));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
