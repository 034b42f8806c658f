/** A scan, with what is known of whom it names. */
export interface Scan {
  readonly heads: number | null;
  readonly walkIn: boolean;
  readonly confirmed: boolean;
  /** The door has sent the person away: whatever the rule says of him now, he did not come in. */
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
  readonly result: 'checkedIn' | 'already' | 'refused';
  /** Why not; null for who is checked in. */
  readonly code: string | null;
  readonly heads: number;
  /** Let in without a seat: told apart when costs are split. */
  readonly walkIn: boolean;
}

/**
 * What the rule says of a scan. It looks at nothing but the scan and the snapshot given: the platform and a device
 * without a connection run this same function, so that they come to the same verdict.
 */
export function judgeScan(scan: Scan, gate: Gate): Verdict {
  if (!gate.isOpen) return refused('ACTIVITY_NOT_OPEN', scan);
  if (scan.targets !== 1) return refused('CHECK_IN_TARGET', scan);
  if (scan.isPresent) return { result: 'already', code: 'ALREADY_CHECKED_IN', heads: 0, walkIn: false };
  const verdict = judgeWhoComes(scan, gate);
  return verdict.result === 'checkedIn' && scan.turnedAway ? refused('TURNED_AWAY', scan) : verdict;
}

function judgeWhoComes(scan: Scan, gate: Gate): Verdict {
  const { registration } = scan;
  if (registration !== null && hasSeat(registration)) return judgeHeads(scan, registration.heads);
  // Who waits for a seat, or gave it back, may walk in like somebody who never signed up.
  const namesSomebody = scan.namesPerson || registration !== null;
  if (scan.walkIn && namesSomebody) return judgeWalkIn(scan, gate.mayAdmitWalkIns);
  return refused(reasonWithoutSeat(registration), scan);
}

/** Has this registration a seat, for whoever holds it to come in? */
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
