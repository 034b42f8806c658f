import type { ActivityFact, SizeClassName } from '@gongxiang/contracts';

/** What the copies know of an activity after its close. */
export interface ActivityFigures {
  /** Heads who came, with the size class of the union that they came for. */
  readonly attendance: readonly {
    readonly unionId: string;
    readonly sizeClass: SizeClassName | null;
    readonly heads: number;
  }[];
  readonly registeredHeads: number;
  readonly capacity: number;
  /** All approved costs that were not taken back; null while there are none. */
  readonly costFen: bigint | null;
  /** Loans to the organiser's union that were due in the year before the close. */
  readonly loans: { readonly due: number; readonly onTime: number };
  /** Heads of those who had come to another activity of the same union in the year before. */
  readonly returningHeads: number;
  /** Hours from each request for what the organiser's union lends to its answer, in the year before the close. */
  readonly replyHours: readonly number[];
}

/**
 * Each fact in its unit: shares from 0 to 1, costs in yuan a head, unions as a number, replies in hours. Null where there
 * is nothing to divide by: an unknown is never a zero.
 * - `attendanceRate` = heads who came / heads who had signed up; `fillRate` = heads who came / seats
 * - `costPerHead` = approved costs / heads who came
 * - `smallFirmShare` = heads of small and micro firms / heads of firms whose size is known
 * - `loanPunctuality` = loans returned in time / loans due
 * - `repeatParticipation` = heads of those who had come within the year before / heads who came
 * - `replyTime` = median of the hours from a request to its answer: one request that lay for weeks does not hide that the
 *   others were answered at once
 */
export function activityFacts(figures: ActivityFigures): Readonly<Record<ActivityFact, number | null>> {
  const { attendance, registeredHeads, capacity, costFen, loans, returningHeads, replyHours } = figures;
  const heads = sumHeads(attendance);
  const classified = attendance.filter(({ sizeClass }) => sizeClass !== null && sizeClass !== 'unclassified');
  const small = classified.filter(({ sizeClass }) => sizeClass === 'small' || sizeClass === 'micro');
  return {
    attendanceRate: share(heads, registeredHeads),
    fillRate: share(heads, capacity),
    // An indicator, not an amount: nobody is charged by it, so a fraction of a fen may stand.
    costPerHead: costFen === null ? null : share(Number(costFen) / 100, heads),
    smallFirmShare: share(sumHeads(small), sumHeads(classified)),
    unionsReached: new Set(attendance.map(({ unionId }) => unionId)).size,
    loanPunctuality: share(loans.onTime, loans.due),
    repeatParticipation: share(returningHeads, heads),
    replyTime: medianOf(replyHours),
  };
}

function sumHeads(groups: readonly { readonly heads: number }[]): number {
  return groups.reduce((sum, group) => sum + group.heads, 0);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The middle value; of an even number of them the mean of the two in the middle; null of none. */
function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}
