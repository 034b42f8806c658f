import type {
  RecordAct,
  RecordContent,
  RecordDetails,
  RecordKind,
  RecordState,
} from '@gongxiang/contracts/affairs/records/record.contract';
import {
  type Actor,
  dayMs,
  daysAfter,
  DomainError,
  type FieldProblem,
  isWithin,
  shanghaiDate,
  shanghaiMidnight,
  shanghaiMorning,
} from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import type { PersonRecordRow } from './record.entity.js';

/** Records of one person: nobody has as many, and no list of them ever grows without a bound. */
export const recordsMax = 200;
/** The person is told so long before a record ends. */
export const expiringDays = 60;

type Detail = keyof RecordDetails;

interface KindRule {
  readonly needs: readonly Detail[];
  readonly takes: readonly Detail[];
  readonly needsIssuer: boolean;
  readonly takesNumber: boolean;
  readonly needsEnd: boolean;
  /** Others may find people by it, if these consent. */
  readonly isFound: boolean;
  /** People may enter it about themselves. */
  readonly isDeclared: boolean;
}

const plain = { needsIssuer: true, takesNumber: false, needsEnd: false, isFound: true, isDeclared: true };

/** What each kind of record says beside its title. */
const kinds: Readonly<Record<RecordKind, KindRule>> = {
  honour: { ...plain, needs: ['honourLevel', 'year'], takes: [] },
  skill: { ...plain, needs: [], takes: ['skillLevel'], needsIssuer: false },
  certificate: { ...plain, needs: [], takes: [], takesNumber: true },
  post: { ...plain, needs: ['post', 'from'], takes: ['to', 'hours'], needsIssuer: false },
  course: { ...plain, needs: [], takes: ['hours', 'result'], takesNumber: true },
  // What the union thinks of somebody, which they read and do not write.
  assessment: { ...plain, needs: ['year', 'result'], takes: [], isFound: false, isDeclared: false },
  insurance: {
    ...plain,
    needs: ['from', 'payer'],
    takes: [],
    takesNumber: true,
    needsEnd: true,
    isFound: false,
  },
};

const statesOf: Readonly<Record<RecordAct, readonly RecordState[]>> = {
  change: ['entered', 'refused'],
  verify: ['entered'],
  refuse: ['entered'],
  revoke: ['verified'],
  // A consent is taken back at any time.
  share: ['entered', 'verified', 'refused', 'revoked'],
};

/** What somebody is to a record. */
export interface RecordRoles {
  readonly isPerson: boolean;
  /** Has entered it. */
  readonly isAuthor: boolean;
  /** An officer of the union of which the person is a member, or above. */
  readonly isOfficer: boolean;
}

/** Nobody verifies what they have entered, nor decides on what is about themselves. */
export function isWhoActs(
  act: RecordAct,
  kind: RecordKind,
  { isPerson, isAuthor, isOfficer }: RecordRoles,
): boolean {
  const { isFound, isDeclared } = kinds[kind];
  if (act === 'share') return isPerson && isFound;
  if (act === 'change') return isPerson ? isDeclared : isAuthor && isOfficer;
  return isOfficer && !isPerson && (act === 'revoke' || !isAuthor);
}

/** Nobody enters about themselves what officers say about others. */
export function mayEnter(kind: RecordKind, isAboutSelf: boolean): boolean {
  return !isAboutSelf || kinds[kind].isDeclared;
}

/** @throws DomainError `RECORD_KIND_BY_OFFICERS` if somebody enters about themselves what officers say about others */
export function requireMayEnter(kind: RecordKind, isAboutSelf: boolean): void {
  if (!mayEnter(kind, isAboutSelf)) throw new DomainError('RECORD_KIND_BY_OFFICERS', { pointer: '/kind' });
}

/** Whether a consent can stand with a record of this kind. */
export function mayBeFound(kind: RecordKind): boolean {
  return kinds[kind].isFound;
}

export function recordActsOf(
  { kind, state }: Pick<PersonRecordRow, 'kind' | 'state'>,
  roles: RecordRoles,
): RecordAct[] {
  return (Object.keys(statesOf) as RecordAct[]).filter(
    (act) => isWhoActs(act, kind, roles) && statesOf[act].includes(state),
  );
}

/** @throws DomainError `RECORD_STATE` if the act is not possible now */
export function requirePossible(act: RecordAct, state: RecordState): void {
  if (!statesOf[act].includes(state)) throw new DomainError('RECORD_STATE');
}

/** The nearest union at which the caller is an officer of the member. */
export function officeFor(
  actor: Actor | null,
  { unionId, unionPath }: { readonly unionId: string; readonly unionPath: string },
): string {
  const offices = (actor?.roles ?? []).filter(
    ({ role, path }) => role === 'officer' && isWithin(unionPath, path),
  );
  const [nearest] = offices.sort((left, right) => right.path.length - left.path.length);
  return nearest?.unionId ?? unionId;
}

/** What is wrong with what is said. */
export function recordProblems({
  kind,
  issuer,
  issuedOn,
  validUntil,
  number,
  details,
}: RecordContent): FieldProblem[] {
  const { needs, takes, needsIssuer, takesNumber, needsEnd } = kinds[kind];
  const said = Object.keys(detailsOf(details)) as Detail[];
  const missing = (pointer: string): FieldProblem => ({ pointer, code: 'RECORD_DETAIL_MISSING' });
  const strange = (pointer: string): FieldProblem => ({ pointer, code: 'RECORD_DETAIL_STRANGE' });
  return [
    ...(needsIssuer && !issuer ? [missing('/issuer')] : []),
    ...(number && !takesNumber ? [strange('/number')] : []),
    ...(needsEnd && !validUntil ? [missing('/validUntil')] : []),
    ...needs.filter((name) => !said.includes(name)).map((name) => missing(`/details/${name}`)),
    ...said
      .filter((name) => !needs.includes(name) && !takes.includes(name))
      .map((name) => strange(`/details/${name}`)),
    ...periodProblems({ issuedOn, validUntil, details }, needsEnd),
  ];
}

/** Nothing ends before it begins; what needs an end runs from its first day until then. */
function periodProblems(
  { issuedOn, validUntil, details }: Pick<RecordContent, 'issuedOn' | 'validUntil' | 'details'>,
  needsEnd: boolean,
): FieldProblem[] {
  const reversed = (pointer: string): FieldProblem => ({ pointer, code: 'RECORD_PERIOD_REVERSED' });
  return [
    ...(isReversed(issuedOn, validUntil) ? [reversed('/validUntil')] : []),
    ...(needsEnd && isReversed(details.from, validUntil) ? [reversed('/validUntil')] : []),
    ...(isReversed(details.from, details.to) ? [reversed('/details/to')] : []),
  ];
}

/** Without what is not said. */
export function detailsOf(details: RecordDetails): RecordDetails {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value != null));
}

function isReversed(from: string | null | undefined, to: string | null | undefined): boolean {
  return from != null && to != null && to < from;
}

/** Whether its last day has passed. */
export function isOver(validUntil: string | null, now: Date): boolean {
  return validUntil !== null && validUntil < shanghaiDate(now);
}

/** The moment from which a record is over. */
export function overFrom(validUntil: string): Date {
  return shanghaiMidnight(daysAfter(validUntil, 1));
}

/** Whether it ends one day, as far as anybody relies on it. */
export function mayEnd(row: Pick<PersonRecordRow, 'state'>): boolean {
  return row.state === 'entered' || row.state === 'verified';
}

/** When the person is told that it ends: in the morning 60 days before, or at once; null where it does not end, or has. */
export function expiringAt(row: Pick<PersonRecordRow, 'state' | 'validUntil'>, now: Date): Date | null {
  const { validUntil } = row;
  if (validUntil === null || !mayEnd(row) || isOver(validUntil, now)) return null;
  const lastMorning = shanghaiMorning(validUntil).getTime();
  return new Date(Math.max(lastMorning - expiringDays * dayMs, now.getTime()));
}

/**
 * What is entered waits for an officer who has not entered it. Its kind is said, and not its title: that is about a person, and what has
 * been told of cannot be taken back from where it was sent.
 * @param unionId that of which the person is a member
 */
export function awaitsOfRecord(
  {
    id,
    kind,
    state,
    personId,
    enteredBy,
  }: Pick<PersonRecordRow, 'id' | 'kind' | 'state' | 'personId' | 'enteredBy'>,
  unionId: string | null,
): Await[] {
  if (state !== 'entered' || unionId === null) return [];
  const exceptIds = [...new Set([personId, enteredBy])];
  return [
    {
      kind: 'recordToVerify',
      why: 'verifiesRecords',
      about: { recordId: id },
      values: { recordKind: kind },
      offices: { roles: ['officer'], unionIds: [unionId], isNearest: true, exceptIds },
    },
  ];
}
