import { type Gate, judgeScan, type Verdict } from './judge-scan.js';
import { afterMovement, type Direction, nobodyCame, type Presence } from './movement.js';

/** One person of a roster, with the data that a device needs to judge a scan. */
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
  /** Heads that came in, let in against the rule or not. */
  readonly cameHeads: number;
  /** Of these, heads that left and are not back. */
  readonly awayHeads: number;
}

/** What a device knows of somebody since the snapshot was taken. */
export interface PresenceHere extends Presence {
  /** Whether the person is present by the rule. */
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
  readonly direction: Direction;
  readonly heads: number | null;
  readonly walkIn: boolean;
  readonly confirmed: boolean;
}

export interface DeviceVerdict<Entry> {
  readonly verdict: Verdict;
  /** Whom the scan names; null for somebody whom the roster does not have. */
  readonly entry: Entry | null;
  /** The person's state before this scan. */
  readonly before: PresenceHere;
}

/**
 * What the rule says of a scan by what a device knows: the same as the platform says of the same snapshot.
 * @param since where those are who went through this door since the snapshot was taken, by hash
 */
export function judgeByRoster<Entry extends RosterEntry>(
  { gate, entries }: RosterSnapshot<Entry>,
  scan: DeviceScan,
  since: ReadonlyMap<string, PresenceHere>,
): DeviceVerdict<Entry> {
  const entry = entries.find((one) => isNamedBy(one, scan)) ?? null;
  const personHash = entry?.personHash ?? scan.personHash;
  const { direction, heads, walkIn, confirmed } = scan;
  const before = (personHash === null ? undefined : since.get(personHash)) ?? presenceIn(entry);
  const targets = [scan.codeHash, scan.registrationId, scan.personHash].filter((one) => one !== null).length;
  const verdict = judgeScan(
    {
      direction,
      heads,
      walkIn,
      confirmed,
      targets,
      turnedAway: false,
      ...before,
      registration: registrationOf(entry),
      namesPerson: scan.personHash !== null,
      // Somebody whom the roster does not have was found among the members while there was a network.
      personKnown: entry?.personKnown ?? scan.personHash !== null,
    },
    gate,
  );
  return { verdict, entry, before };
}

/**
 * Where somebody is after a scan, by what was said of it and what the door did.
 * @param admitted whether the door let the person in although the rule refused it
 */
export function presenceAfter(
  before: PresenceHere,
  { direction, admitted }: { readonly direction: Direction; readonly admitted: boolean },
  { result, heads }: Pick<Verdict, 'result' | 'heads'>,
): PresenceHere {
  if (direction === 'out') return { ...before, ...afterMovement(before, { direction, heads }) };
  if (result === 'refused' && !admitted) return before;
  // As in the database: a person admitted by the rule counts with the heads of their fact, anybody else with the most
  // admitted at once.
  const isPresent = before.isPresent || result === 'checkedIn';
  const came = result === 'checkedIn' ? heads : Math.max(before.came, before.isPresent ? 0 : heads);
  return { isPresent, ...afterMovement({ came, away: Math.min(before.away, came) }, { direction, heads }) };
}

/** A person's state by the roster alone; absent if they are not on it. */
export function presenceIn(entry: RosterEntry | null): PresenceHere {
  if (entry === null) return { isPresent: false, ...nobodyCame };
  return { isPresent: entry.isPresent, came: entry.cameHeads, away: entry.awayHeads };
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
