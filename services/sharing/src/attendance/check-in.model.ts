/** A scan, with what is known of whom it names. */
export interface Scan {
  readonly heads: number | null;
  readonly walkIn: boolean;
  readonly confirmed: boolean;
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

export interface Verdict {
  readonly result: 'checkedIn' | 'already' | 'refused';
  /** Why not; null for who is checked in. */
  readonly code: string | null;
  readonly heads: number;
  /** Let in without a seat: told apart when costs are split. */
  readonly walkIn: boolean;
}

/**
 * What the rule says of a scan. It looks at nothing but the scan and the snapshot given, so that a device without a
 * connection comes to the same verdict.
 * @param gate whether the activity takes check-ins, and whether the caller may let in who has no seat
 */
export function judgeScan(
  scan: Scan,
  gate: { readonly open: boolean; readonly mayAdmitWalkIns: boolean },
): Verdict {
  if (!gate.open) return refused('ACTIVITY_NOT_OPEN', scan);
  if (scan.targets !== 1) return refused('CHECK_IN_TARGET', scan);
  if (scan.isPresent) return { result: 'already', code: 'ALREADY_CHECKED_IN', heads: 0, walkIn: false };
  if (scan.registration !== null && hasSeat(scan.registration))
    return judgeHeads(scan, scan.registration.heads);
  if (scan.namesPerson && scan.walkIn) return judgeWalkIn(scan, gate.mayAdmitWalkIns);
  return refused(reasonWithoutSeat(scan.registration), scan);
}

function hasSeat({ state }: { readonly state: string }): boolean {
  return state === 'confirmed' || state === 'held';
}

function reasonWithoutSeat(registration: Scan['registration']): string {
  if (registration === null) return 'REGISTRATION_UNKNOWN';
  return registration.state === 'cancelled' ? 'REGISTRATION_CANCELLED' : 'REGISTRATION_WAITLISTED';
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
