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
}

/**
 * Each fact in its unit: shares from 0 to 1, costs in yuan a head, unions as a number. Null where there is nothing to
 * divide by: an unknown is never a zero.
 */
export function activityFacts(figures: ActivityFigures): Readonly<Record<ActivityFact, number | null>> {
  const { attendance, registeredHeads, capacity, costFen, loans } = figures;
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
  };
}

function sumHeads(groups: readonly { readonly heads: number }[]): number {
  return groups.reduce((sum, group) => sum + group.heads, 0);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
