import {
  type Direction,
  hasSeat,
  insideOf,
  presenceIn,
  type PresenceHere,
  type Verdict,
} from '@gongxiang/domain/door';
import type { components } from '../../../api/schema.js';

export type CheckInItem = components['schemas']['CheckInItem'];
export type CheckInAnswer = components['schemas']['CheckInAnswer'];
export type Entry = components['schemas']['RosterLineView'];
export type RosterHead = components['schemas']['RosterView'];

/** Who may come in, as of one moment, with the key of its hashes. */
export interface Roster {
  readonly head: RosterHead;
  readonly entries: readonly Entry[];
  readonly key: string;
  /** When the device began to load it, in milliseconds of its own clock; absent from one kept by an earlier version. */
  readonly loadedAtMs?: number;
}

/** The verdict of this device by its roster, before that of the platform. */
export type Said = Pick<Verdict, 'result' | 'code'>;

/** One scan as it is kept on the device until the platform has acknowledged it. */
export interface Scan {
  readonly item: CheckInItem;
  /** What the officer saw: a masked name or the code. */
  readonly label: string;
  /** Absent as long as the platform alone is asked; null where this device had no roster to judge by. */
  readonly said?: Said | null;
  /** Whom the roster has for it. */
  readonly personHash?: string | null;
  /** Where the person was before it, as far as this device knew; restored when the scan is undone. */
  readonly before?: PresenceHere | null;
  /** Was it on its way once? Then the platform may know it, although its answer was lost. */
  readonly wasTried?: boolean;
}

/** A scan with its answer; null as long as it waits to be sent. */
export interface Shown extends Scan {
  readonly answer: CheckInAnswer | null;
  /** Was it undone since? */
  readonly isUndone?: boolean;
}

export function directionOf({ direction }: Pick<CheckInItem, 'direction'>): Direction {
  return direction ?? 'in';
}

/** As the platform makes codes: digits and capitals without I, L, O and U. */
const codePattern = /^[0-9A-HJKMNP-TV-Z]{10}$/;

/** The check-in code in what was typed or scanned, also inside an address; null where there is none. */
export function codeIn(text: string): string | null {
  const parts = [text, ...text.split(/[/?&=#]/)];
  const codes = parts.map((part) => part.replaceAll(/[\s-]/g, '').toUpperCase());
  return codes.find((code) => codePattern.test(code)) ?? null;
}

/** Why somebody is not let in, as far as it has a sentence of its own. */
const refusals = [
  'ACTIVITY_NOT_OPEN',
  'REGISTRATION_UNKNOWN',
  'REGISTRATION_CANCELLED',
  'REGISTRATION_WAITLISTED',
  'HEADS_ABOVE_REGISTERED',
  'WALK_IN_NOT_PERMITTED',
  'WALK_IN_NOT_CONFIRMED',
  'PERSON_UNKNOWN',
  'CHECK_IN_TARGET',
  'TURNED_AWAY',
  'OFFER_EXPIRED',
  'NOT_CHECKED_IN',
  'HEADS_ABOVE_INSIDE',
  'HEADS_ABOVE_AWAY',
] as const;
type RefusalCode = (typeof refusals)[number];

export function refusalOf(code: string | null): RefusalCode | 'other' {
  return refusals.find((one) => one === code) ?? 'other';
}

/**
 * What the door did with somebody who comes, as the platform is to record it: let in, sent away, or neither, where the person
 * was inside already. Without a roster the officer decides, and a queued scan says that the person came in. For those who
 * leave it says nothing.
 */
export function admittedBy(said: Said | null, direction: Direction = 'in'): boolean | null {
  if (direction === 'out') return null;
  if (said === null || isWayIn(said.result)) return true;
  return said.result === 'refused' ? false : null;
}

function isWayIn(result: Said['result']): boolean {
  return result === 'checkedIn' || result === 'cameBack';
}

/** What this device knows of a scan by its roster. */
export interface Judged {
  readonly said: Said;
  /** Whom the roster has for it. */
  readonly entry: Entry | null;
  readonly personHash: string | null;
  /** Where the person was before it. */
  readonly before: PresenceHere;
  /** Of how many the verdict is; 0 for all whom it can mean. */
  readonly heads: number;
}

/**
 * The scan as it waits once the device has decided: with what it said, and with what the door then did.
 * @param judged null where the device has nothing to judge by
 */
export function settledBy(scan: Scan, judged: Judged | null): Scan {
  const direction = directionOf(scan.item);
  if (judged === null) {
    const admitted = admittedBy(null, direction);
    const item = admitted === null ? scan.item : { ...scan.item, admitted };
    return { ...scan, item, said: null, personHash: null };
  }
  const { said, entry, personHash, before } = judged;
  const admitted = admittedBy(said, direction);
  const item = namedBy(scan.item, entry?.registrationId ?? null);
  return {
    ...scan,
    item: admitted === null ? item : { ...item, admitted },
    label: entry?.maskedName ?? scan.label,
    said,
    personHash,
    before,
  };
}

/** Somebody on the roster is stored by their registration: the device does not store the code. */
function namedBy(item: CheckInItem, registrationId: string | null): CheckInItem {
  const { code, ...rest } = item;
  return code && registrationId !== null ? { ...rest, registrationId } : item;
}

/** Does the platform say what the device had said? Where it does not, the officer reviews the scan. */
export function agrees(
  { said }: Pick<Scan, 'said'>,
  answer: Pick<CheckInAnswer, 'result' | 'code'>,
): boolean {
  if (said === undefined) return true;
  if (said === null) return isWayIn(answer.result) || answer.result === 'checkedOut';
  return said.result === answer.result && said.code === answer.code;
}

/** Where the platform said otherwise than the device. */
export function scansToReview(shown: readonly Shown[]): Shown[] {
  return shown.filter((one) => one.answer !== null && !agrees(one, one.answer));
}

/** What there is to say where they differ. */
type Difference = 'elsewhere' | 'letInAgainst' | 'sentAway' | 'nowGood' | 'other';

export function differenceOf({ said }: Pick<Scan, 'said'>, answer: CheckInAnswer): Difference {
  const wasLetIn = said === null || (said !== undefined && isWayIn(said.result));
  if (wasLetIn && answer.result === 'already') return 'elsewhere';
  if (wasLetIn && answer.result === 'refused') return 'letInAgainst';
  if (answer.code === 'TURNED_AWAY') return 'sentAway';
  return answer.result === 'checkedIn' ? 'nowGood' : 'other';
}

/** What the officer is to do, or did. */
export type Outcome =
  | 'asking'
  | 'letIn'
  | 'back'
  | 'already'
  | 'refused'
  | 'yours'
  | 'against'
  | 'left'
  | 'leftAlready'
  | 'leftAgainst';

export function outcomeOf({ item, said, answer }: Shown): Outcome {
  const verdict = answer ?? said;
  if (verdict === undefined) return 'asking';
  if (directionOf(item) === 'out') return outcomeOfLeaving(verdict);
  // Without a roster the door decides by itself.
  if (verdict === null) return 'yours';
  if (verdict.result === 'refused') return item.admitted === true ? 'against' : 'refused';
  if (verdict.result === 'cameBack') return 'back';
  return verdict.result === 'checkedIn' ? 'letIn' : 'already';
}

/** Nobody is kept from leaving: the verdict of the rule is shown beside it. */
function outcomeOfLeaving(verdict: Said | null): Outcome {
  if (verdict === null || verdict.result === 'checkedOut') return 'left';
  return verdict.result === 'already' ? 'leftAlready' : 'leftAgainst';
}

/** Did it change anything that can be undone? The platform has the last word. */
export function countsAtAll({ item, answer, isUndone }: Shown): boolean {
  if (answer === null || isUndone === true) return false;
  return answer.result !== 'refused' || item.admitted === true || directionOf(item) === 'out';
}

export interface ListedPerson extends Entry {
  /** Came, by the rule; the person may have left since. */
  readonly isHere: boolean;
  /** Heads inside at this moment. */
  readonly inside: number;
  /** Heads that left and are not back. */
  readonly away: number;
}

/**
 * Who is on the list, by name, and of each whether they have come, and left.
 * @param since where those are who went through this door since the roster was loaded
 */
export function personsOf(
  entries: readonly Entry[],
  since: ReadonlyMap<string, PresenceHere>,
): ListedPerson[] {
  return entries
    .map((entry) => {
      const presence = since.get(entry.personHash) ?? presenceIn(entry);
      return { ...entry, isHere: presence.isPresent, inside: insideOf(presence), away: presence.away };
    })
    .sort((left, right) => left.maskedName.localeCompare(right.maskedName, 'zh-CN'));
}

/** People inside by the list of this device, for as long as it has no network. */
export function countHere(persons: readonly ListedPerson[]): { came: number; left: number; inside: number } {
  const inside = persons.reduce((sum, person) => sum + person.inside, 0);
  const left = persons.reduce((sum, person) => sum + person.away, 0);
  return { came: inside + left, left, inside };
}

export type Which = 'missing' | 'here' | 'left' | 'withoutSeat' | 'walkIns';

/** Those of the list who are meant; where nothing is said, everybody who has a seat. */
export function shownOf(persons: readonly ListedPerson[], which: Which | undefined): ListedPerson[] {
  return persons.filter((person) => {
    if (which === 'walkIns') return isWalkIn(person);
    if (which === 'left') return person.away > 0;
    if (which === 'withoutSeat') return !hasSeat(person) && !person.isHere;
    return hasSeat(person) && (which === undefined || person.isHere === (which === 'here'));
  });
}

function isWalkIn(person: ListedPerson): boolean {
  return person.isHere && !hasSeat(person);
}
