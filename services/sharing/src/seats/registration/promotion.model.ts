import { freeIn, type Hall, type Line, lineOf, type LineTerms, type Party, seated } from './seating.model.js';

const hourMs = 3_600_000;

/** Somebody in a waitlist. */
export interface WaitingParty extends Party {
  readonly id: string;
  /** To how many activities he came, where the line goes by fair share; 0 where absent. */
  readonly came?: number;
  readonly registeredAt: Date;
}

/**
 * Who gets the seats that are free: along each line nobody overtakes (E17); where several lines wait for the same seats of
 * a cap, of those at the heads of the lines whoever has waited longest and fits (E09), by fair share who came least first.
 * @param waiting the waitlists of the pools, each from its front; at least as many parties of a pool as seats are free
 *   there, or all
 * @returns those who get a seat, in the order in which they get it; they never take more than what is free
 */
export function promote<P extends WaitingParty>(hall: Hall, waiting: readonly P[], now: Date): P[] {
  const queues = new Map<string, P[]>();
  for (const party of waiting) {
    const line = lineOf(hall, party.poolId);
    if (party.heads > line.partyMax || isPromotionOver(line.terms, now)) continue;
    const queue = queues.get(party.poolId);
    if (queue === undefined) queues.set(party.poolId, [party]);
    else queue.push(party);
  }
  const promoted: P[] = [];
  for (let current = hall; ;) {
    const next = nextOf(current, queues);
    if (next === undefined) return promoted;
    queues.get(next.poolId)?.shift();
    promoted.push(next);
    const line = lineOf(current, next.poolId);
    current = seated(current, next.poolId, { ...line, confirmed: line.confirmed + next.heads }, next.heads);
  }
}

function nextOf<P extends WaitingParty>(
  hall: Hall,
  queues: ReadonlyMap<string, readonly P[]>,
): P | undefined {
  const [next] = [...queues.values()]
    .flatMap(([first]) => first ?? [])
    .filter((first) => first.heads <= freeIn(hall, first.poolId))
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

/** After it those who wait move up by an officer's hand alone (E25). */
export function isPromotionOver({ promotionUntil }: LineTerms, now: Date): boolean {
  return now >= promotionUntil;
}

/**
 * Until when a seat that is given now is offered: the hours of the pool, never beyond the start.
 * @returns null where it is confirmed at once
 */
export function offerUntil({ offerHours, startsAt }: LineTerms, now: Date): Date | null {
  if (offerHours === null) return null;
  return new Date(Math.min(now.getTime() + offerHours * hourMs, startsAt.getTime()));
}

/**
 * Who loses his seat when a pool was lowered: whole parties, the last in first, until the rest fits. Their ranks put
 * them at the front of the waitlist in their old order. Who was seated by an override stays, as someone has answered for
 * him; so does who has an offer: he was promised the seat until it expires (E10).
 * @param line with the lowered capacity
 * @param confirmed the confirmed parties without an override, the last in first; at least as many as heads are over, or all
 */
export function displace<P extends { readonly heads: number }>(line: Line, confirmed: readonly P[]): P[] {
  let over = line.confirmed + line.held - line.capacity;
  const displaced: P[] = [];
  for (const party of confirmed) {
    if (over <= 0) break;
    over -= party.heads;
    displaced.push(party);
  }
  return displaced;
}
