import type {
  RehearsalPoolView,
  RehearsalWaitView,
} from '@gongxiang/contracts/sharing/organising/rehearsal.contract';
import { bindingReason, type Capacity } from '../../seats/registration/seating.model.js';
import type { Guest } from './crowd.model.js';
import type { Plan, PlannedPool } from './plan.model.js';
import type { Attempt, SignedUp } from './sign-up.model.js';

/** Counts the outcome for the heads of each pool. */
export function poolReports({ pools }: Plan, guests: readonly Guest[], all: SignedUp): RehearsalPoolView[] {
  return pools.map((pool) => {
    const mine = <One extends Attempt>(attempts: readonly One[]): One[] =>
      attempts.filter(({ poolId }) => poolId === pool.id);
    return {
      poolId: pool.id,
      name: pool.name,
      capacity: pool.capacity,
      wanted: guestHeads(guests, pool),
      refused: guestHeads(all.refused, pool),
      seated: headsOf(mine(all.seated)),
      waiting: headsOf(mine(all.waiting)),
      firstWaits: whyFirst(all.full, mine(all.waiting)),
      cancelled: headsOf(mine(all.cancelled)),
      promoted: headsOf(mine(all.promoted)),
      stillWaiting: headsOf(mine(all.stillWaiting)),
      firstStillWaits: whyFirst(all.end, mine(all.stillWaiting)),
    };
  });
}

function whyFirst(capacity: Capacity, [first]: readonly Attempt[]): RehearsalWaitView | null {
  return first === undefined ? null : bindingReason(capacity, first, first.registeredAt);
}

function headsOf(attempts: readonly Attempt[]): number {
  return attempts.reduce((sum, { heads }) => sum + heads, 0);
}

function guestHeads(guests: readonly Guest[], pool: PlannedPool): number {
  const mine = guests.filter((guest) => guest.pool === pool);
  return mine.reduce((sum, { companions }) => sum + 1 + companions, 0);
}
