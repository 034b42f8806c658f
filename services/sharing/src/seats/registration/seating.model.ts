/**
 * The seats of one pool of an activity. Everybody who signs up gets the next rank of their pool; seats go along the
 * ranks, and nobody overtakes. A party (a person with companions) gets seats for all of its heads or for none: a
 * party of three waits while two seats are free, and those behind it wait with it, else large parties would never be
 * served. The exception is a party larger than could ever be seated: it blocks nobody.
 *
 * A cap is a limit over several pools; the capacity of a pool and every cap above it apply together (E09). A party
 * blocks only its own waitlist: seats left under a cap are not withheld from another pool because a party in this one
 * needs more of them.
 */
export interface SeatQuota {
  readonly capacity: number;
  /**
   * The largest party that could be seated here if all seats were free: the least of the capacity and of the caps
   * above.
   */
  readonly partyMax: number;
  /** Heads with a seat. */
  readonly confirmed: number;
  /** Heads whose seat is reserved by an offer. */
  readonly held: number;
  readonly waitingHeads: number;
  readonly waitingParties: number;
  /** Waiting parties no larger than `partyMax`. */
  readonly servableParties: number;
  readonly lastRank: number;
  readonly terms: SeatTerms;
  /** For a waitlist by fair share; absent if it goes by sign-up alone. */
  readonly groups?: readonly WaitlistGroup[];
}

/** Waitlisted parties with the same attendance: before those who attended more, behind those who attended less. */
export interface WaitlistGroup {
  readonly came: number;
  readonly parties: number;
  readonly servableParties: number;
}

/** How seats of a pool are assigned to waiting people. */
export interface SeatTerms {
  readonly startsAt: Date;
  /** Until when the waitlist is promoted automatically; never later than the start. */
  readonly promotionUntil: Date;
  /** Hours to accept an offered seat; null if it is confirmed at once. */
  readonly offerHours: number | null;
  /** Free seats go to the common pool. */
  readonly isReleased: boolean;
}

export interface Cap {
  readonly id: string;
  readonly name: string;
  readonly capacity: number;
  /** Heads with a seat in its pools, including offered ones. */
  readonly taken: number;
  readonly poolIds: ReadonlySet<string>;
}

/** The seat quotas and caps that a decision depends on. */
export interface Capacity {
  readonly quotas: ReadonlyMap<string, SeatQuota>;
  readonly caps: readonly Cap[];
}

export interface Party {
  readonly poolId: string;
  readonly heads: number;
}

export interface SeatRequest extends Party {
  /** Seated beyond capacity and caps by somebody with permission. */
  readonly overridden: boolean;
  /** Number of attended activities if the waitlist goes by fair share; 0 if absent. */
  readonly came?: number;
}

export interface SeatDecision {
  readonly state: 'confirmed' | 'waitlisted';
  readonly rank: number;
  /** 1 for the first on the waitlist; null for people with a seat. */
  readonly waitlistPlace: number | null;
}

/** Free seats of the pool's own capacity. */
export function freeSeats({ capacity, confirmed, held }: SeatQuota): number {
  return Math.max(0, capacity - confirmed - held);
}

/** Seats that can be assigned in a pool: limited by its own capacity and by each cap above it. */
export function freeIn(capacity: Capacity, poolId: string): number {
  const bounds = capsAbove(capacity, poolId).map(freeOfCap);
  return Math.min(freeSeats(quotaOf(capacity, poolId)), ...bounds);
}

export function freeOfCap({ capacity, taken }: Pick<Cap, 'capacity' | 'taken'>): number {
  return Math.max(0, capacity - taken);
}

function capsAbove({ caps }: Capacity, poolId: string): readonly Cap[] {
  return caps.filter((cap) => cap.poolIds.has(poolId));
}

export function quotaOf({ quotas: lines }: Capacity, poolId: string): SeatQuota {
  const quota = lines.get(poolId);
  if (quota === undefined) throw new Error('a decision names a pool of its hall');
  return quota;
}

/**
 * Decides requests in order, each based on what the ones before it left: a list is decided exactly as its requests
 * one by one.
 * @returns a decision for each request, and the capacity after all of them
 */
export function decideRegistrations(
  capacity: Capacity,
  requests: readonly SeatRequest[],
): { decisions: SeatDecision[]; capacity: Capacity } {
  let current = capacity;
  const decisions = requests.map((request) => {
    const decision = decide(current, request);
    current = after(current, request, decision);
    return decision;
  });
  return { decisions, capacity: current };
}

/** Waitlists everybody in order, whatever is free. @returns as {@link decideRegistrations} */
export function waitlistAll(
  capacity: Capacity,
  requests: readonly SeatRequest[],
): { decisions: SeatDecision[]; capacity: Capacity } {
  let current = capacity;
  const decisions = requests.map((request): SeatDecision => {
    const quota = quotaOf(current, request.poolId);
    const place = quota.waitingParties + 1;
    const decision = { state: 'waitlisted', rank: quota.lastRank + 1, waitlistPlace: place } as const;
    current = after(current, request, decision);
    return decision;
  });
  return { decisions, capacity: current };
}

function decide(capacity: Capacity, { poolId, heads, overridden, came = 0 }: SeatRequest): SeatDecision {
  const quota = quotaOf(capacity, poolId);
  const rank = quota.lastRank + 1;
  const ahead = aheadOf(quota, came);
  if (overridden || (ahead.servableParties === 0 && heads <= freeIn(capacity, poolId)))
    return { state: 'confirmed', rank, waitlistPlace: null };
  return { state: 'waitlisted', rank, waitlistPlace: ahead.parties + 1 };
}

/** Parties ahead of a newcomer: everybody, or by fair share those who attended no more often. */
function aheadOf(
  { groups, waitingParties, servableParties }: SeatQuota,
  came: number,
): Omit<WaitlistGroup, 'came'> {
  if (groups === undefined) return { parties: waitingParties, servableParties };
  const ahead = groups.filter((group) => group.came <= came);
  return {
    parties: ahead.reduce((sum, group) => sum + group.parties, 0),
    servableParties: ahead.reduce((sum, group) => sum + group.servableParties, 0),
  };
}

function after(
  capacity: Capacity,
  { poolId, heads, came = 0 }: SeatRequest,
  { state, rank }: SeatDecision,
): Capacity {
  const quota = { ...quotaOf(capacity, poolId), lastRank: rank };
  if (state === 'confirmed')
    return seated(capacity, poolId, { ...quota, confirmed: quota.confirmed + heads }, heads);
  const servable = heads <= quota.partyMax ? 1 : 0;
  const waiting = {
    ...quota,
    waitingHeads: quota.waitingHeads + heads,
    waitingParties: quota.waitingParties + 1,
    servableParties: quota.servableParties + servable,
    ...(quota.groups && { groups: joined(quota.groups, came, servable) }),
  };
  return { ...capacity, quotas: new Map(capacity.quotas).set(poolId, waiting) };
}

function joined(groups: readonly WaitlistGroup[], came: number, servable: number): readonly WaitlistGroup[] {
  const none = { came, parties: 0, servableParties: 0 };
  const own = groups.find((group) => group.came === came) ?? none;
  const grown = { came, parties: own.parties + 1, servableParties: own.servableParties + servable };
  return [...groups.filter((group) => group.came !== came), grown];
}

/** @param heads newly seated in the pool @param quota the pool's new quota */
export function seated(capacity: Capacity, poolId: string, quota: SeatQuota, heads: number): Capacity {
  return {
    quotas: new Map(capacity.quotas).set(poolId, quota),
    caps: capacity.caps.map((cap) => (cap.poolIds.has(poolId) ? { ...cap, taken: cap.taken + heads } : cap)),
  };
}

interface Binding {
  readonly reason:
    | 'PARTY_EXCEEDS_POOL'
    | 'PARTY_EXCEEDS_CAP'
    | 'PROMOTION_OVER'
    | 'POOL_FULL'
    | 'CAP_FULL'
    | 'PARTY_DOES_NOT_FIT'
    | 'OTHERS_AHEAD';
  /** The name of the binding cap; null if none binds. */
  readonly cap: string | null;
}

/** Why a waiting party has no seat. */
export function bindingReason(capacity: Capacity, party: Party, now: Date): Binding {
  const quota = quotaOf(capacity, party.poolId);
  const plain = (reason: Binding['reason']): Binding => ({ reason, cap: null });
  if (party.heads > quota.capacity) return plain('PARTY_EXCEEDS_POOL');
  const tooSmall = capsAbove(capacity, party.poolId).find((cap) => party.heads > cap.capacity);
  if (tooSmall !== undefined) return { reason: 'PARTY_EXCEEDS_CAP', cap: tooSmall.name };
  if (now >= quota.terms.promotionUntil) return plain('PROMOTION_OVER');
  if (freeSeats(quota) === 0) return plain('POOL_FULL');
  const full = capsAbove(capacity, party.poolId).find((cap) => party.heads > freeOfCap(cap));
  if (full !== undefined) return { reason: 'CAP_FULL', cap: full.name };
  return plain(party.heads > freeSeats(quota) ? 'PARTY_DOES_NOT_FIT' : 'OTHERS_AHEAD');
}

/** The tightest cap that leaves fewer seats than are free in the pool; null if there is none. */
export function boundBy(capacity: Capacity, poolId: string): { name: string; free: number } | null {
  const free = freeSeats(quotaOf(capacity, poolId));
  const [tightest] = capsAbove(capacity, poolId)
    .map((cap) => ({ name: cap.name, free: freeOfCap(cap) }))
    .filter((cap) => cap.free < free)
    .sort((left, right) => left.free - right.free);
  return tightest ?? null;
}
