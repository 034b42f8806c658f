import type { ActivityFact } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';

/** What the copies know of a subject: of one activity after its close, or of all that closed within a period. */
export interface SubjectTotals {
  readonly isActivity: boolean;
  /** Activities that are closed, with all their facts. */
  readonly activities: number;
  readonly heads: number;
  readonly registeredHeads: number;
  readonly capacity: number;
  /** Unions for which somebody came. */
  readonly unions: number;
  /** Heads from unions whose enterprise has a size class, and from small and micro ones among them. */
  readonly classifiedHeads: number;
  readonly smallFirmHeads: number;
  /** Heads of those who had come to another activity of the same union in the year before each. */
  readonly returningHeads: number;
  /** Approved costs that were not taken back, as a whole number of fen; null while there are none. */
  readonly costFen: string | null;
  /** Heads at the activities that have such costs. */
  readonly costedHeads: number;
  /** Loans that were due, and those of them that came back in time. */
  readonly loansDue: number;
  readonly loansOnTime: number;
  /** Median of the hours in which requests for what the union lends were answered; null where none was. */
  readonly replyHours: number | null;
  /** Loans handed over; null for what lends nothing. */
  readonly loansMade: number | null;
  /** Hours in which it was lent out, of those of the period; null for all but resources. */
  readonly lentHours: number | null;
  readonly periodHours: number | null;
  /** Absent where nobody asks for it, as it is a count over all members, and of days of which it is not told. */
  readonly reach?: Reach;
}

/** Members who could have come, and those of them who came at least once; null where that may not be told. */
export interface Reach {
  readonly members: number;
  readonly served: number | null;
}

/** So many, or nobody: fewer who came, or stayed away, would be known by it. As in the report on reach. */
const tellableMin = 5;
/** Scores overlap: a club's with its union's, an activity's with a quarter's. Told to the nearest five, two differ by nobody or by five. */
const roundedTo = 5;

/** What may be told of who was reached. It goes no further than this: neither into a score nor into what is kept with it. */
export function tellableReach({ members, served }: { members: number; served: number }): Reach {
  const isTellable = (count: number): boolean => count === 0 || count >= tellableMin;
  if (!isTellable(served) || !isTellable(members - served)) return { members, served: null };
  return { members, served: Math.min(members, Math.round(served / roundedTo) * roundedTo) };
}

/**
 * Each fact in its unit: shares from 0 to 1, costs in yuan a head, numbers. Over several activities sums are divided by
 * sums, so that a large one counts for more. Null where there is nothing to divide by or nothing that could be counted:
 * an unknown is never a zero.
 * - `attendanceRate` = heads who came / heads who had signed up; `fillRate` = heads who came / seats
 * - `costPerHead` = approved costs / heads at the activities that have some
 * - `smallFirmShare` = heads of small and micro firms / heads of firms whose size is known
 * - `loanPunctuality` = loans returned in time / loans due
 * - `repeatParticipation` = heads of those who had come within the year before / heads who came
 * - `replyTime` = the median, as one request that lay for weeks does not hide that the others were answered at once
 * - `reach` = members who came at least once / members who could have come (普惠: who has not been reached is
 *   visible): those of the unions that held it, and of all below them
 */
export function subjectFacts(totals: SubjectTotals): Readonly<Record<ActivityFact, number | null>> {
  const { heads, costFen, activities, isActivity } = totals;
  return {
    attendanceRate: share(heads, totals.registeredHeads),
    fillRate: share(heads, totals.capacity),
    // An indicator, not an amount: nobody is charged by it, so a fraction of a fen may stand.
    costPerHead: costFen === null ? null : share(Number(costFen) / 100, totals.costedHeads),
    smallFirmShare: share(totals.smallFirmHeads, totals.classifiedHeads),
    unionsReached: activities === 0 ? null : totals.unions,
    loanPunctuality: share(totals.loansOnTime, totals.loansDue),
    repeatParticipation: share(totals.returningHeads, heads),
    replyTime: totals.replyHours,
    activitiesHeld: isActivity ? null : activities,
    loansMade: totals.loansMade,
    utilisation: totals.lentHours === null ? null : share(totals.lentHours, totals.periodHours ?? 0),
    reach: reachedShare(totals.reach),
  };
}

function reachedShare(reach: Reach | undefined): number | null {
  return reach === undefined || reach.served === null ? null : share(reach.served, reach.members);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
