/**
 * Seats of one pool. Everybody who signs up gets the next rank in the pool's line; seats go along the line, and nobody
 * overtakes. A party (a person with his companions) gets seats for all of its heads or for none: a party of three waits
 * while two seats are free, and those behind it wait with it, else large parties would never be served. The exception
 * is a party larger than the whole pool: it holds up nobody.
 */
export interface Line {
  readonly capacity: number;
  /** Heads with a seat. */
  readonly confirmed: number;
  /** Heads for whom an offer keeps a seat. */
  readonly held: number;
  readonly waitingHeads: number;
  readonly waitingParties: number;
  /** Those of the waiting parties that would fit into the empty pool. */
  readonly servableParties: number;
  readonly lastRank: number;
}

export interface SeatRequest {
  readonly heads: number;
  /** Seated beyond the capacity, by someone who may. */
  readonly overridden: boolean;
}

export interface SeatDecision {
  readonly state: 'confirmed' | 'waitlisted';
  readonly rank: number;
  /** 1 for the first in the waitlist; null for who has a seat. */
  readonly waitlistPlace: number | null;
}

export interface Party {
  readonly heads: number;
}

export function freeSeats({ capacity, confirmed, held }: Line): number {
  return Math.max(0, capacity - confirmed - held);
}

/**
 * Decides requests in the order in which they are given, each on what the ones before it left: a list is decided exactly
 * as its requests one by one.
 * @returns a decision for each request, and the line after them all
 */
export function decideRegistrations(
  line: Line,
  requests: readonly SeatRequest[],
): { decisions: SeatDecision[]; line: Line } {
  let current = line;
  const decisions = requests.map((request) => {
    const decision = decide(current, request);
    current = after(current, request, decision);
    return decision;
  });
  return { decisions, line: current };
}

function decide(line: Line, { heads, overridden }: SeatRequest): SeatDecision {
  const rank = line.lastRank + 1;
  const nobodyAhead = line.servableParties === 0;
  if (overridden || (nobodyAhead && heads <= freeSeats(line)))
    return { state: 'confirmed', rank, waitlistPlace: null };
  return { state: 'waitlisted', rank, waitlistPlace: line.waitingParties + 1 };
}

function after(line: Line, { heads }: SeatRequest, { state, rank }: SeatDecision): Line {
  if (state === 'confirmed') return { ...line, confirmed: line.confirmed + heads, lastRank: rank };
  return {
    ...line,
    waitingHeads: line.waitingHeads + heads,
    waitingParties: line.waitingParties + 1,
    servableParties: line.servableParties + (heads <= line.capacity ? 1 : 0),
    lastRank: rank,
  };
}

/**
 * Who gets the seats that are free.
 * @param waiting the waitlist from its front; at least as many parties as seats are free, or all
 * @returns those who get a seat, in order; they never take more than what is free
 */
export function promote<P extends Party>(line: Line, waiting: readonly P[]): P[] {
  let free = freeSeats(line);
  const promoted: P[] = [];
  for (const party of waiting) {
    if (party.heads > line.capacity) continue;
    if (party.heads > free) break;
    free -= party.heads;
    promoted.push(party);
  }
  return promoted;
}

/**
 * Who loses his seat when a pool was lowered: whole parties, the last in first, until the rest fits. Their ranks put
 * them at the front of the waitlist in their old order. Who was seated by an override stays: someone has answered for him.
 * @param line with the lowered capacity
 * @param seated the confirmed parties without an override, the last in first; at least as many as heads are over, or all
 */
export function displace<P extends Party>(line: Line, seated: readonly P[]): P[] {
  let over = line.confirmed + line.held - line.capacity;
  const displaced: P[] = [];
  for (const party of seated) {
    if (over <= 0) break;
    over -= party.heads;
    displaced.push(party);
  }
  return displaced;
}

export type BindingReason = 'PARTY_EXCEEDS_POOL' | 'POOL_FULL' | 'PARTY_DOES_NOT_FIT' | 'OTHERS_AHEAD';

/** What keeps a waiting party from a seat. */
export function bindingReason(line: Line, party: Party): BindingReason {
  const free = freeSeats(line);
  if (party.heads > line.capacity) return 'PARTY_EXCEEDS_POOL';
  if (free === 0) return 'POOL_FULL';
  return party.heads > free ? 'PARTY_DOES_NOT_FIT' : 'OTHERS_AHEAD';
}

export interface Seats {
  readonly capacity: number;
  readonly confirmed: number;
  readonly held: number;
  readonly free: number;
  readonly over: number;
  readonly waiting: number;
  readonly waitingParties: number;
}

/** Where the seats are: capacity + over = confirmed + held + free. The waitlist stands outside the sum. */
export function seatsOf(line: Line): Seats {
  const { capacity, confirmed, held, waitingHeads, waitingParties } = line;
  const over = Math.max(0, confirmed + held - capacity);
  return { capacity, confirmed, held, free: freeSeats(line), over, waiting: waitingHeads, waitingParties };
}

/** The sum of the lines; a pool that is over takes nothing from another's free seats. */
export function sumOfSeats(lines: readonly Seats[]): Seats {
  const sum = (of: (seats: Seats) => number): number => lines.reduce((total, seats) => total + of(seats), 0);
  return {
    capacity: sum((seats) => seats.capacity),
    confirmed: sum((seats) => seats.confirmed),
    held: sum((seats) => seats.held),
    free: sum((seats) => seats.free),
    over: sum((seats) => seats.over),
    waiting: sum((seats) => seats.waiting),
    waitingParties: sum((seats) => seats.waitingParties),
  };
}
