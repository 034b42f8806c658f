import { hourMs } from '@gongxiang/domain';
import {
  freeIn,
  type Capacity,
  type SeatQuota,
  quotaOf,
  type SeatTerms,
  type Party,
  seated,
} from './seating.model.js';

/** A party on a waitlist. */
export interface WaitingParty extends Party {
  readonly id: string;
  /** Number of attended activities if the waitlist goes by fair share; 0 if absent. */
  readonly came?: number;
  readonly registeredAt: Date;
}

/**
 * Decides who gets the free seats: within a waitlist nobody overtakes (E17); if several waitlists compete for the
 * seats of a cap, of the parties at their fronts the one that has waited longest and fits comes next (E09), or by
 * fair share the one that attended least.
 * @param waiting the waitlists of the pools from their fronts; at least as many parties of a pool as seats are free  
 * there, or all
 * @returns those who get a seat, in order; they never take more than what is free
 */
export function promote<P extends WaitingParty>(capacity: Capacity, waiting: readonly P[], now: Date): P[] {
  const queues = new Map<string, P[]>();
  for (const party of waiting) {
    const quota = quotaOf(capacity, party.poolId);
    if (party.heads > quota.partyMax || isPromotionOver(quota.terms, now)) continue;
    const queue = queues.get(party.poolId);
    if (queue === undefined) queues.set(party.poolId, [party]);
    else queue.push(party);
  }
  const promoted: P[] = [];
  for (let current = capacity; ;) {
    const next = nextOf(current, queues);
    if (next === undefined) return promoted;
    queues.get(next.poolId)?.shift();
    promoted.push(next);
    const quota = quotaOf(current, next.poolId);
    current = seated(current, next.poolId, { ...quota, confirmed: quota.confirmed + next.heads }, next.heads);
  }
}

function nextOf<P extends WaitingParty>(
  capacity: Capacity,
  queues: ReadonlyMap<string, readonly P[]>,
): P | undefined {
  const [next] = [...queues.values()]
    .flatMap(([first]) => first ?? [])
    .filter((first) => first.heads <= freeIn(capacity, first.poolId))
    .sort(byWaiting);
  return next;
}

function byWaiting(left: WaitingParty, right: WaitingParty): number {
  const more = (left.came ?? 0) - (right.came ?? 0);
  if (more !== 0) return more;
  const difference = left.registeredAt.getTime() - right.registeredAt.getTime();
  if (difference !== 0) return difference;
  return left.id < right.id ? -1 : 1;
}

/** Afterwards only an officer promotes people from the waitlist (E25). */
export function isPromotionOver({ promotionUntil }: SeatTerms, now: Date): boolean {
  return now >= promotionUntil;
}

/**
 * Until when a seat assigned now is offered: the hours of the pool, never beyond the start.
 * @returns null if it is confirmed at once
 */
export function offerUntil({ offerHours, startsAt }: SeatTerms, now: Date): Date | null {
  if (offerHours === null) return null;
  return new Date(Math.min(now.getTime() + offerHours * hourMs, startsAt.getTime()));
}

/**
 * Decides who loses their seat when a pool was lowered: whole parties, last in first, until the rest fits. Their ranks put
 * them at the front of the waitlist in their old order. Seats by override stay, as an officer has answered for them; so do
 * offers, which are promised until they expire (E10).
 * @param quota with the lowered capacity
 * @param confirmed the confirmed parties without an override, last in first; at least as many as there are excess heads, or all
 */
export function displace<P extends { readonly heads: number }>(
  quota: SeatQuota,
  confirmed: readonly P[],
): P[] {
  let over = quota.confirmed + quota.held - quota.capacity;
  const displaced: P[] = [];
  for (const party of confirmed) {
    if (over <= 0) break;
    over -= party.heads;
    displaced.push(party);
  }
  return displaced;
}
