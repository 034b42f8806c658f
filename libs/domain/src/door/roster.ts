import { type Gate, judgeScan, type Verdict } from './judge-scan.js';

/** One person of a roster, as far as a device needs him to judge a scan. */
export interface RosterEntry {
  /** Null for a walk-in who never signed up. */
  readonly registrationId: string | null;
  /** Keyed hash of the person's id. */
  readonly personHash: string;
  /** Keyed hash of the check-in code, which stands nowhere in clear; null without a registration. */
  readonly codeHash: string | null;
  readonly state: string | null;
  readonly heads: number;
  /** Is the person a member of a union, as a walk-in has to be? */
  readonly personKnown: boolean;
  /** Is there a fact for this person? */
  readonly isPresent: boolean;
}

/** Who may come in, as of one moment. */
export interface RosterSnapshot<Entry extends RosterEntry = RosterEntry> {
  readonly gate: Gate;
  readonly entries: readonly Entry[];
}

/** A scan that a device judges by itself: it names one of the three. */
export interface DeviceScan {
  readonly codeHash: string | null;
  readonly registrationId: string | null;
  readonly personHash: string | null;
  readonly heads: number | null;
  readonly walkIn: boolean;
  readonly confirmed: boolean;
}

export interface DeviceVerdict<Entry> {
  readonly verdict: Verdict;
  /** Whom the scan names; null for somebody whom the roster does not have. */
  readonly entry: Entry | null;
}

/**
 * What the rule says of a scan by what a device knows: the same as the platform says of the same snapshot.
 * @param presentSince the hashes of those who came in here since the snapshot was taken
 */
export function judgeByRoster<Entry extends RosterEntry>(
  { gate, entries }: RosterSnapshot<Entry>,
  scan: DeviceScan,
  presentSince: ReadonlySet<string>,
): DeviceVerdict<Entry> {
  const entry = entries.find((one) => isNamedBy(one, scan)) ?? null;
  const personHash = entry?.personHash ?? scan.personHash;
  const { heads, walkIn, confirmed } = scan;
  const targets = [scan.codeHash, scan.registrationId, scan.personHash].filter((one) => one !== null).length;
  const verdict = judgeScan(
    {
      ...{ heads, walkIn, confirmed, targets, turnedAway: false },
      registration: registrationOf(entry),
      namesPerson: scan.personHash !== null,
      // Somebody whom the roster does not have was found among the members while there was a network.
      personKnown: entry?.personKnown ?? scan.personHash !== null,
      isPresent: entry?.isPresent === true || (personHash !== null && presentSince.has(personHash)),
    },
    gate,
  );
  return { verdict, entry };
}

function registrationOf(
  entry: RosterEntry | null,
): { readonly state: string; readonly heads: number } | null {
  return entry === null || entry.state === null ? null : { state: entry.state, heads: entry.heads };
}

function isNamedBy(entry: RosterEntry, { codeHash, registrationId, personHash }: DeviceScan): boolean {
  if (codeHash !== null) return entry.codeHash === codeHash;
  if (registrationId !== null) return entry.registrationId === registrationId;
  return entry.personHash === personHash;
}
