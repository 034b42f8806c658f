import { requireCompanions } from '../../seats/registration/eligibility.model.js';
import { isPromotionOver, promote, type WaitingParty } from '../../seats/registration/promotion.model.js';
import {
  decideRegistrations,
  type Capacity,
  quotaOf,
  seated,
} from '../../seats/registration/seating.model.js';
import { chosen, type Guest } from './crowd.model.js';
import { breaksRule, emptyCapacity, firstOpening, type Plan } from './plan.model.js';

/** A guest on the waitlist of their pool. */
export interface Attempt extends WaitingParty {
  readonly guest: Guest;
}

/** The state of everybody before the doors open. */
export interface SignedUp {
  readonly refused: readonly Guest[];
  readonly seated: readonly Attempt[];
  readonly waiting: readonly Attempt[];
  readonly cancelled: readonly Attempt[];
  readonly promoted: readonly Attempt[];
  readonly stillWaiting: readonly Attempt[];
  /** The capacity after the sign-up, and after the cancellations. */
  readonly full: Capacity;
  readonly end: Capacity;
}

/**
 * Signs everybody up in the order in which their pools open, cancels some, and promotes others, by the real rules.
 * Cancellations happen as soon as everybody has signed up; every offer is accepted.
 * @param cancelShare percent of those with a seat
 */
export function signUp(plan: Plan, guests: readonly Guest[], cancelShare: number): SignedUp {
  const { attempts, refused } = attemptsOf(plan, guests);
  const requests = attempts.map(({ poolId, heads }) => ({ poolId, heads, overridden: false }));
  const { decisions, capacity: full } = decideRegistrations(emptyCapacity(plan), requests);
  const hasSeat = (index: number): boolean => decisions[index]?.state === 'confirmed';
  const withSeat = attempts.filter((_attempt, index) => hasSeat(index));
  const waiting = attempts.filter((_attempt, index) => !hasSeat(index));
  const cancelled = chosen(withSeat, cancelShare, 'cancel');
  const freed = cancelled.reduce(withoutSeat, full);
  const promoted = promotedOf(freed, waiting);
  const end = promoted.reduce(withSeatFromLine, freed);
  const stillWaiting = waiting.filter((attempt) => !promoted.includes(attempt));
  return { refused, seated: withSeat, waiting, cancelled, promoted, stillWaiting, full, end };
}

/** People with a seat when the doors open. */
export function holdersOf({ seated: withSeat, cancelled, promoted }: SignedUp): Attempt[] {
  return [...withSeat.filter((attempt) => !cancelled.includes(attempt)), ...promoted];
}

/** A waitlist whose promotions end before anybody is on it promotes nobody; all others still do. */
function promotedOf(capacity: Capacity, waiting: readonly Attempt[]): Attempt[] {
  const moving = waiting.filter(
    ({ poolId, registeredAt }) => !isPromotionOver(quotaOf(capacity, poolId).terms, registeredAt),
  );
  const [first] = moving;
  return first === undefined ? [] : promote(capacity, moving, first.registeredAt);
}

function attemptsOf(plan: Plan, guests: readonly Guest[]): { attempts: Attempt[]; refused: Guest[] } {
  const refused: Guest[] = [];
  const attempts: Attempt[] = [];
  for (const guest of guests) {
    const opensAt = firstOpening(plan, guest.pool);
    if (opensAt === null || !guest.isEligible || !mayBringCompanions(plan, guest)) refused.push(guest);
    else attempts.push(attemptOf(guest, opensAt));
  }
  attempts.sort((left, right) => left.registeredAt.getTime() - right.registeredAt.getTime());
  return { attempts, refused };
}

function mayBringCompanions({ activity }: Plan, { companions }: Guest): boolean {
  const invented = Array.from({ length: companions }, () => ({ name: '', ageBand: 'adult' as const }));
  return !breaksRule(() => requireCompanions(activity, invented));
}

/** One after the other, a millisecond apart. */
function attemptOf(guest: Guest, opensAt: Date): Attempt {
  return {
    id: String(guest.number).padStart(4, '0'),
    poolId: guest.pool.id,
    heads: 1 + guest.companions,
    registeredAt: new Date(opensAt.getTime() + guest.number),
    guest,
  };
}

function withoutSeat(capacity: Capacity, { poolId, heads }: Attempt): Capacity {
  const line = quotaOf(capacity, poolId);
  return seated(capacity, poolId, { ...line, confirmed: line.confirmed - heads }, -heads);
}

function withSeatFromLine(capacity: Capacity, { poolId, heads }: Attempt): Capacity {
  const line = quotaOf(capacity, poolId);
  const after = {
    ...line,
    confirmed: line.confirmed + heads,
    waitingHeads: line.waitingHeads - heads,
    waitingParties: line.waitingParties - 1,
    servableParties: line.servableParties - 1,
  };
  return seated(capacity, poolId, after, heads);
}
