/**
 * Seats of an activity. Everybody who signs up gets the next rank in the line of his pool; seats go along the line, and
 * nobody overtakes. A party (a person with his companions) gets seats for all of its heads or for none: a party of three
 * waits while two seats are free, and those behind it wait with it, else large parties would never be served. The
 * exception is a party larger than could ever be seated: it holds up nobody.
 *
 * A cap is a bound over several pools; the capacity of a pool and every cap above it hold together (E09). A party holds
 * up its own line alone: what a cap leaves is not kept from the people of another pool because somebody in this one
 * needs more of it.
 */
export interface Line {
  readonly capacity: number;
  /** The largest party that the empty hall could seat here: the least of the capacity and of the caps above. */
  readonly partyMax: number;
  /** Heads with a seat. */
  readonly confirmed: number;
  /** Heads for whom an offer keeps a seat. */
  readonly held: number;
  readonly waitingHeads: number;
  readonly waitingParties: number;
  /** Those of the waiting parties that are no larger than `partyMax`. */
  readonly servableParties: number;
  readonly lastRank: number;
  readonly terms: LineTerms;
  /** Of a line that goes by fair share; absent where it goes by sign-up alone. */
  readonly groups?: readonly LineGroup[];
}

/** Those in a waitlist who came to the same number of activities: before whoever came to more, behind who came to fewer. */
export interface LineGroup {
  readonly came: number;
  readonly parties: number;
  readonly servableParties: number;
}

/** How seats of a pool are given to who waits for them. */
export interface LineTerms {
  readonly startsAt: Date;
  /** Until when those who wait move up by themselves; never later than the start. */
  readonly promotionUntil: Date;
  /** Hours in which who moves up accepts his seat; null where it is confirmed at once. */
  readonly offerHours: number | null;
  /** What is free goes to the common pool. */
  readonly isReleased: boolean;
}

export interface Cap {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
  /** Heads with a seat in its pools, offered ones included. */
  readonly taken: number;
  readonly poolIds: ReadonlySet<string>;
}

/** The lines and the caps that a decision rests on. */
export interface Hall {
  readonly lines: ReadonlyMap<string, Line>;
  readonly caps: readonly Cap[];
}

export interface Party {
  readonly poolId: string;
  readonly heads: number;
}

export interface SeatRequest extends Party {
  /** Seated beyond capacity and caps, by someone who may. */
  readonly overridden: boolean;
  /** To how many activities he came, where the line goes by fair share; 0 where absent. */
  readonly came?: number;
}

export interface SeatDecision {
  readonly state: 'confirmed' | 'waitlisted';
  readonly rank: number;
  /** 1 for the first in the waitlist; null for who has a seat. */
  readonly waitlistPlace: number | null;
}

/** What is free of the pool's own capacity. */
export function freeSeats({ capacity, confirmed, held }: Line): number {
  return Math.max(0, capacity - confirmed - held);
}

/** What can be given in a pool: no more than is free of it, and of each cap above it. */
export function freeIn(hall: Hall, poolId: string): number {
  const bounds = capsAbove(hall, poolId).map(freeOfCap);
  return Math.min(freeSeats(lineOf(hall, poolId)), ...bounds);
}

export function freeOfCap({ capacity, taken }: Pick<Cap, 'capacity' | 'taken'>): number {
  return Math.max(0, capacity - taken);
}

export function capsAbove({ caps }: Hall, poolId: string): readonly Cap[] {
  return caps.filter((cap) => cap.poolIds.has(poolId));
}

export function lineOf({ lines }: Hall, poolId: string): Line {
  const line = lines.get(poolId);
  if (line === undefined) throw new Error('a decision names a pool of its hall');
  return line;
}

/**
 * Decides requests in the order in which they are given, each on what the ones before it left: a list is decided exactly
 * as its requests one by one.
 * @returns a decision for each request, and the hall after them all
 */
export function decideRegistrations(
  hall: Hall,
  requests: readonly SeatRequest[],
): { decisions: SeatDecision[]; hall: Hall } {
  let current = hall;
  const decisions = requests.map((request) => {
    const decision = decide(current, request);
    current = after(current, request, decision);
    return decision;
  });
  return { decisions, hall: current };
}

/** Everybody waits, in the order in which they are given, whatever is free. @returns as {@link decideRegistrations} */
export function lineUp(
  hall: Hall,
  requests: readonly SeatRequest[],
): { decisions: SeatDecision[]; hall: Hall } {
  let current = hall;
  const decisions = requests.map((request): SeatDecision => {
    const line = lineOf(current, request.poolId);
    const place = line.waitingParties + 1;
    const decision = { state: 'waitlisted', rank: line.lastRank + 1, waitlistPlace: place } as const;
    current = after(current, request, decision);
    return decision;
  });
  return { decisions, hall: current };
}

function decide(hall: Hall, { poolId, heads, overridden, came = 0 }: SeatRequest): SeatDecision {
  const line = lineOf(hall, poolId);
  const rank = line.lastRank + 1;
  const ahead = aheadOf(line, came);
  if (overridden || (ahead.servableParties === 0 && heads <= freeIn(hall, poolId)))
    return { state: 'confirmed', rank, waitlistPlace: null };
  return { state: 'waitlisted', rank, waitlistPlace: ahead.parties + 1 };
}

/** Who waits ahead of a newcomer: everybody, or by fair share those who came to no more activities than he. */
function aheadOf({ groups, waitingParties, servableParties }: Line, came: number): Omit<LineGroup, 'came'> {
  if (groups === undefined) return { parties: waitingParties, servableParties };
  const ahead = groups.filter((group) => group.came <= came);
  return {
    parties: ahead.reduce((sum, group) => sum + group.parties, 0),
    servableParties: ahead.reduce((sum, group) => sum + group.servableParties, 0),
  };
}

function after(hall: Hall, { poolId, heads, came = 0 }: SeatRequest, { state, rank }: SeatDecision): Hall {
  const line = { ...lineOf(hall, poolId), lastRank: rank };
  if (state === 'confirmed')
    return seated(hall, poolId, { ...line, confirmed: line.confirmed + heads }, heads);
  const servable = heads <= line.partyMax ? 1 : 0;
  const waiting = {
    ...line,
    waitingHeads: line.waitingHeads + heads,
    waitingParties: line.waitingParties + 1,
    servableParties: line.servableParties + servable,
    ...(line.groups && { groups: joined(line.groups, came, servable) }),
  };
  return { ...hall, lines: new Map(hall.lines).set(poolId, waiting) };
}

function joined(groups: readonly LineGroup[], came: number, servable: number): readonly LineGroup[] {
  const none = { came, parties: 0, servableParties: 0 };
  const own = groups.find((group) => group.came === came) ?? none;
  const grown = { came, parties: own.parties + 1, servableParties: own.servableParties + servable };
  return [...groups.filter((group) => group.came !== came), grown];
}

/** @param heads that got a seat in the pool, whose line is this one now */
export function seated(hall: Hall, poolId: string, line: Line, heads: number): Hall {
  return {
    lines: new Map(hall.lines).set(poolId, line),
    caps: hall.caps.map((cap) => (cap.poolIds.has(poolId) ? { ...cap, taken: cap.taken + heads } : cap)),
  };
}

export interface Binding {
  readonly reason:
    | 'PARTY_EXCEEDS_POOL'
    | 'PARTY_EXCEEDS_CAP'
    | 'PROMOTION_OVER'
    | 'POOL_FULL'
    | 'CAP_FULL'
    | 'PARTY_DOES_NOT_FIT'
    | 'OTHERS_AHEAD';
  /** The name of the cap that binds; null where none does. */
  readonly cap: string | null;
}

/** What keeps a waiting party from a seat. */
export function bindingReason(hall: Hall, party: Party, now: Date): Binding {
  const line = lineOf(hall, party.poolId);
  const plain = (reason: Binding['reason']): Binding => ({ reason, cap: null });
  if (party.heads > line.capacity) return plain('PARTY_EXCEEDS_POOL');
  const tooSmall = capsAbove(hall, party.poolId).find((cap) => party.heads > cap.capacity);
  if (tooSmall !== undefined) return { reason: 'PARTY_EXCEEDS_CAP', cap: tooSmall.name };
  if (now >= line.terms.promotionUntil) return plain('PROMOTION_OVER');
  if (freeSeats(line) === 0) return plain('POOL_FULL');
  const full = capsAbove(hall, party.poolId).find((cap) => party.heads > freeOfCap(cap));
  if (full !== undefined) return { reason: 'CAP_FULL', cap: full.name };
  return plain(party.heads > freeSeats(line) ? 'PARTY_DOES_NOT_FIT' : 'OTHERS_AHEAD');
}

/** The cap that leaves fewer seats than are free in the pool, the tightest first; null where none does. */
export function boundBy(hall: Hall, poolId: string): { name: string; free: number } | null {
  const free = freeSeats(lineOf(hall, poolId));
  const [tightest] = capsAbove(hall, poolId)
    .map((cap) => ({ name: cap.name, free: freeOfCap(cap) }))
    .filter((cap) => cap.free < free)
    .sort((left, right) => left.free - right.free);
  return tightest ?? null;
}
