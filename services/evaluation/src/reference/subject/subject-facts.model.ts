import type {
  ActivityFact,
  UnionFact,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { UnionAffairs } from './union-affairs.model.js';

/** Totals of a subject from the local copies: of one closed activity, or of all activities closed within a period. */
export interface SubjectTotals {
  readonly isActivity: boolean;
  /** Closed activities whose facts have all arrived. */
  readonly activities: number;
  readonly heads: number;
  readonly registeredHeads: number;
  readonly capacity: number;
  /** Unions with attendance. */
  readonly unions: number;
  /** Heads of unions whose enterprise has a size class, and of the small and micro ones among them. */
  readonly classifiedHeads: number;
  readonly smallFirmHeads: number;
  /** Heads of people who attended another activity of the same union in the year before. */
  readonly returningHeads: number;
  /** Approved, unreversed costs in fen; null if there are none. */
  readonly costFen: string | null;
  /** Heads at activities with such costs. */
  readonly costedHeads: number;
  /** Loans due, and those of them returned on time. */
  readonly loansDue: number;
  readonly loansOnTime: number;
  /** The median reply time to loan requests in hours; null if none was answered. */
  readonly replyHours: number | null;
  /** Loans handed over; null for subjects that cannot lend. */
  readonly loansMade: number | null;
  /** Hours lent out and hours of the period; null except for resources. */
  readonly lentHours: number | null;
  readonly periodHours: number | null;
  /** Absent unless requested, as it counts over all members, and for days for which it may not be published. */
  readonly reach?: Reach;
  /** Of a union alone, and absent unless requested. */
  readonly affairs?: UnionAffairs;
}

/** Members who could have attended, and those who attended at least once; null if that may not be published. */
export interface Reach {
  readonly members: number;
  readonly served: number | null;
}

/**
 * The minimum of a published count other than zero: smaller numbers would identify who attended or stayed away. As in
 * the report on reach.
 */
const publishedMin = 5;
/**
 * Scores overlap (a club's with its union's, an activity's with a quarter's), so counts are rounded to five and
 * differ by zero or at least five.
 */
const roundedTo = 5;

/** Limits reach to what may be published. Unlimited values never enter a score or its stored inputs. */
export function publishableReach({ members, served }: { members: number; served: number }): Reach {
  const isPublishable = (count: number): boolean => count === 0 || count >= publishedMin;
  if (!isPublishable(served) || !isPublishable(members - served)) return { members, served: null };
  return { members, served: Math.min(members, Math.round(served / roundedTo) * roundedTo) };
}

/**
 * Each fact in its unit: shares from 0 to 1, costs in yuan per head, numbers. Over several activities sums are
 * divided by sums, so that large activities count for more. Null if the divisor is zero or nothing could be counted:
 * an unknown value is never zero.
 * - `attendanceRate` = heads who came / heads who had signed up; `fillRate` = heads who came / seats
 * - `costPerHead` = approved costs / heads at the activities that have some
 * - `smallFirmShare` = heads of small and micro firms / heads of firms whose size is known
 * - `loanPunctuality` = loans returned in time / loans due
 * - `repeatParticipation` = heads of those who had come within the year before / heads who came
 * - `replyTime` = the median, as one request that lay for weeks does not hide that the others were answered at once
 * - `reach` = members who came at least once / members who could have come (普惠: who has not been reached is
 * visible): those of the unions that held it, and of all below them
 * - `mattersInTime`, `mattersEscalated`, `mattersReopened` = those of the matters that had to be decided / all of these
 * - `matterSatisfaction` = sum of the stars / ratings
 * - `mustReadReach` = who confirmed in time / who had to read it, over all bulletins
 * - `assignmentsInTime` = parts of tasks returned in time and accepted / parts due
 */
export function subjectFacts(totals: SubjectTotals): Readonly<Record<ActivityFact, number | null>> {
  const { heads, costFen, activities, isActivity } = totals;
  return {
    attendanceRate: share(heads, totals.registeredHeads),
    fillRate: share(heads, totals.capacity),
    // This is an indicator, not an amount that anybody is charged, so fractions of a fen are fine.
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
    ...affairsFacts(totals.affairs),
  };
}

const nothingDue = { mattersDue: 0, mattersInTime: 0, mattersEscalated: 0, mattersReopened: 0 };
const nothingOwed = { readersOwed: 0, readersReached: 0, partsDue: 0, partsInTime: 0 };

function affairsFacts(affairs: UnionAffairs | undefined): Readonly<Record<UnionFact, number | null>> {
  const known = affairs ?? { mattersDecided: null, ratings: null, ...nothingDue, ...nothingOwed };
  return {
    mattersDecided: known.mattersDecided,
    mattersInTime: share(known.mattersInTime, known.mattersDue),
    mattersEscalated: share(known.mattersEscalated, known.mattersDue),
    mattersReopened: share(known.mattersReopened, known.mattersDue),
    matterSatisfaction: known.ratings === null ? null : share(known.ratings.sum, known.ratings.count),
    mustReadReach: share(known.readersReached, known.readersOwed),
    assignmentsInTime: share(known.partsInTime, known.partsDue),
  };
}

function reachedShare(reach: Reach | undefined): number | null {
  return reach === undefined || reach.served === null ? null : share(reach.served, reach.members);
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
