import { type Direction, insideOf, type Presence } from './movement.js';

/** A scan, with what is known of whom it names. */
export interface Scan extends Presence {
  readonly direction: Direction;
  readonly heads: number | null;
  readonly walkIn: boolean;
  readonly confirmed: boolean;
  /** The door has turned the person away: whatever the rule says now, they did not come in. */
  readonly turnedAway: boolean;
  /** How many of code, registration and person the scan names. */
  readonly targets: number;
  /** The registration that it names, or that the person whom it names has. */
  readonly registration: { readonly state: string; readonly heads: number } | null;
  /** Does it name a person rather than a registration? */
  readonly namesPerson: boolean;
  readonly personKnown: boolean;
  /** Is there a fact for this person already? */
  readonly isPresent: boolean;
}

export interface Gate {
  /** Does the activity take check-ins? */
  readonly isOpen: boolean;
  /** May the caller let in who has no seat? */
  readonly mayAdmitWalkIns: boolean;
}

export interface Verdict {
  /** `cameBack`: somebody who had left and is not counted again. */
  readonly result: 'checkedIn' | 'already' | 'refused' | 'checkedOut' | 'cameBack';
  /** Why not; null where the person comes in or leaves. */
  readonly code: string | null;
  /** 0 where it is not known of how many: all whom it can mean. */
  readonly heads: number;
  /** Admitted without a seat: distinguished when costs are split. */
  readonly walkIn: boolean;
}

/**
 * What the rule says of a scan. It looks at nothing but the scan and the snapshot given: the platform and a device
 * without a connection run this same function, so that they come to the same verdict.
 */
export function judgeScan(scan: Scan, gate: Gate): Verdict {
  if (!gate.isOpen) return refused('ACTIVITY_NOT_OPEN', scan);
  if (scan.targets !== 1) return refused('CHECK_IN_TARGET', scan);
  if (scan.direction === 'out') return judgeWhoLeaves(scan);
  const verdict = scan.isPresent ? judgeWhoIsBack(scan) : judgeWhoComes(scan, gate);
  const isLetIn = verdict.result === 'checkedIn' || verdict.result === 'cameBack';
  return isLetIn && scan.turnedAway ? refused('TURNED_AWAY', scan) : verdict;
}

/**
 * Nobody is kept from leaving: a refused exit has happened all the same, and is recorded with the rule's verdict
 * (E31).
 */
function judgeWhoLeaves(scan: Scan): Verdict {
  const inside = insideOf(scan);
  const unsaid = scan.heads ?? 0;
  if (scan.came === 0) return { ...refused(reasonOfStranger(scan), scan), heads: unsaid };
  if (inside === 0) return { result: 'already', code: 'ALREADY_LEFT', heads: unsaid, walkIn: false };
  const heads = scan.heads ?? inside;
  if (heads > inside) return refused('HEADS_ABOVE_INSIDE', scan);
  return { result: 'checkedOut', code: null, heads, walkIn: false };
}

/** A person unknown to the activity is unknown on leaving as well as on entering. */
function reasonOfStranger({ registration, namesPerson }: Scan): string {
  return registration === null && !namesPerson ? 'REGISTRATION_UNKNOWN' : 'NOT_CHECKED_IN';
}

/** As many may come back as have left. */
function judgeWhoIsBack(scan: Scan): Verdict {
  if (scan.away === 0) return { result: 'already', code: 'ALREADY_CHECKED_IN', heads: 0, walkIn: false };
  const heads = scan.heads ?? scan.away;
  if (heads > scan.away) return refused('HEADS_ABOVE_AWAY', scan);
  return { result: 'cameBack', code: null, heads, walkIn: false };
}

function judgeWhoComes(scan: Scan, gate: Gate): Verdict {
  const { registration } = scan;
  if (registration !== null && hasSeat(registration)) return judgeHeads(scan, registration.heads);
  // Who waits for a seat, or gave it back, may walk in like somebody who never signed up.
  const namesSomebody = scan.namesPerson || registration !== null;
  if (scan.walkIn && namesSomebody) return judgeWalkIn(scan, gate.mayAdmitWalkIns);
  return refused(reasonWithoutSeat(registration), scan);
}

/** Whether this registration has a seat and so admits its holder. */
export function hasSeat({ state }: { readonly state: string | null }): boolean {
  return state === 'confirmed' || state === 'held';
}

const reasonOfState: Readonly<Record<string, string>> = {
  cancelled: 'REGISTRATION_CANCELLED',
  waitlisted: 'REGISTRATION_WAITLISTED',
  expired: 'OFFER_EXPIRED',
};

function reasonWithoutSeat(registration: Scan['registration']): string {
  return reasonOfState[registration?.state ?? 'unknown'] ?? 'REGISTRATION_UNKNOWN';
}

/** Fewer than registered may come, more may not. */
function judgeHeads(scan: Scan, registeredHeads: number): Verdict {
  const heads = scan.heads ?? registeredHeads;
  if (heads > registeredHeads) return refused('HEADS_ABOVE_REGISTERED', scan);
  return { result: 'checkedIn', code: null, heads, walkIn: false };
}

function judgeWalkIn(scan: Scan, mayAdmit: boolean): Verdict {
  if (!mayAdmit) return refused('WALK_IN_NOT_PERMITTED', scan);
  if (!scan.confirmed) return refused('WALK_IN_NOT_CONFIRMED', scan);
  if (!scan.personKnown) return refused('PERSON_UNKNOWN', scan);
  return { result: 'checkedIn', code: null, heads: scan.heads ?? 1, walkIn: true };
}

function refused(code: string, scan: Scan): Verdict {
  return { result: 'refused', code, heads: scan.heads ?? scan.registration?.heads ?? 1, walkIn: scan.walkIn };
}

/**
 * A refusal that may be another answer in a moment, when the copy of the members has caught up, is not kept; every other
 * answer to a scan stays the same for ever.
 */
export function isFinal(verdict: Pick<Verdict, 'code'>): boolean {
  return verdict.code !== 'PERSON_UNKNOWN';
}
