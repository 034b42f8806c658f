import { DomainError, type Sex } from '@gongxiang/domain';
import type { EligibilityRules } from '../../activities/activity/activity.entity.js';
import type { PoolSeeker } from '../../activities/pool/pool.model.js';
import type { PlacedCap, PlacedPool } from '../../activities/pool/pool.repository.js';
import { openingOf, requireOpen, type SignUpRules } from '../../seats/registration/eligibility.model.js';
import type { Capacity, SeatQuota } from '../../seats/registration/seating.model.js';

export interface PlannedPool extends PlacedPool {
  readonly capacity: number;
  readonly offerHours: number | null;
  readonly promotionUntil: Date | null;
  readonly releasesAt: Date | null;
}

export interface PlannedUnion {
  readonly id: string;
  readonly path: string;
  readonly name: string;
}

/** The plan of an activity, without its registrations. */
export interface Plan {
  readonly activity: SignUpRules & {
    readonly unionId: string;
    readonly unionPath: string;
    readonly isDrawn: boolean;
    readonly eligibility: EligibilityRules | null;
  };
  readonly pools: readonly PlannedPool[];
  readonly caps: readonly PlacedCap[];
  /** The unions behind the organiser and the co-hosts, without duplicates. */
  readonly hosts: readonly PlannedUnion[];
  /** The unions that the eligibility rules name. */
  readonly invited: readonly PlannedUnion[];
}

/** Released pools take nobody new. */
export function openPools({ pools }: Pick<Plan, 'pools'>): PlannedPool[] {
  return pools.filter(({ releasedAt }) => releasedAt === null);
}

/** When somebody can sign up in a pool for the first time. @returns null if the rules of sign-up never allow it */
export function firstOpening({ activity }: Pick<Plan, 'activity'>, pool: PlannedPool): Date | null {
  const rules = openingOf({ ...activity, state: 'published' }, pool);
  return breaksRule(() => requireOpen(rules, rules.signUpOpensAt)) ? null : rules.signUpOpensAt;
}

/** Whether a rule throws. */
export function breaksRule(rule: () => void): boolean {
  try {
    rule();
    return false;
  } catch (error) {
    if (error instanceof DomainError) return true;
    throw error;
  }
}

/** Until when the waitlist is promoted automatically. */
export function promotionUntil({ activity }: Pick<Plan, 'activity'>, pool: PlannedPool): Date {
  const { startsAt } = activity;
  return pool.promotionUntil !== null && pool.promotionUntil < startsAt ? pool.promotionUntil : startsAt;
}

/** The largest party that a pool can seat, including its caps. */
export function partyMaxOf({ caps }: Pick<Plan, 'caps'>, pool: PlannedPool): number {
  const above = caps.filter(({ poolIds }) => poolIds.includes(pool.id));
  return Math.min(pool.capacity, ...above.map(({ capacity }) => capacity));
}

/** The capacity of the plan before the first sign-up. */
export function emptyCapacity(plan: Plan): Capacity {
  const lines = new Map(plan.pools.map((pool) => [pool.id, emptyLine(plan, pool)]));
  const caps = plan.caps.map((cap) => ({ ...cap, taken: 0, poolIds: new Set(cap.poolIds) }));
  return { quotas: lines, caps };
}

function emptyLine(plan: Plan, pool: PlannedPool): SeatQuota {
  return {
    capacity: pool.capacity,
    partyMax: partyMaxOf(plan, pool),
    confirmed: 0,
    held: 0,
    waitingHeads: 0,
    waitingParties: 0,
    servableParties: 0,
    lastRank: 0,
    terms: {
      startsAt: plan.activity.startsAt,
      promotionUntil: promotionUntil(plan, pool),
      offerHours: pool.offerHours,
      isReleased: pool.releasedAt !== null,
    },
  };
}

/** Null is for people without a recorded sex, whom only pools for both take. */
const sexes: readonly (Sex | null)[] = [null, 'female', 'male'];

/** All kinds of people whom the pools distinguish; without a size means a union without an enterprise. */
export function kindsOfPeople(pools: readonly PlannedPool[]): Omit<PoolSeeker, 'unionPath'>[] {
  const sizes = [null, ...new Set(pools.flatMap(({ sizeClasses }) => sizeClasses))];
  return sexes.flatMap((sex) => sizes.map((sizeClass) => ({ sex, sizeClass })));
}
