import type { EndReason, MemberState } from '@gongxiang/contracts/membership/membership-events';
import { birthDateOf, sexOf } from '@gongxiang/domain';
import type { PersonalData } from '../../persons/crypto/personal-data.js';
import type { MembershipRow } from './membership.entity.js';

/** The data of a person from which the published state is derived. */
export interface PublishedPerson {
  readonly id: string;
  readonly version: number;
  readonly maskedName: string;
  /** Sealed, as stored. */
  readonly residentNumber: string | null;
}

type Term = Pick<MembershipRow, 'unionId' | 'state' | 'standing' | 'endedReason' | 'validFrom' | 'validTo'>;
/** A term with the values that are published but not audited. */
type PublishedTerm = Term &
  Pick<
    MembershipRow,
    'employmentKind' | 'servedByUnionId' | 'admittedBy' | 'retainedReason' | 'retainedFrom'
  >;

/**
 * The published state of a member; the version is that of the person, which counts every change of both.
 * @param number the resident number in the clear; null without one
 */
export function memberStateOf(
  person: PublishedPerson,
  membership: PublishedTerm,
  personalData: PersonalData,
  number = numberOf(person, personalData),
): MemberState & Record<string, unknown> {
  const { employmentKind, servedByUnionId, admittedBy, retainedReason, retainedFrom } = membership;
  const { endedReason: _endedReason, ...state } = auditedStateOf(person, membership);
  const admitter = admittedBy === null ? null : personalData.hash('admitter', admittedBy);
  return {
    ...state,
    maskedName: person.maskedName,
    ...birthOf(number),
    employmentKind,
    servedByUnionId,
    retiredOn: retainedReason === 'retired' ? retainedFrom : null,
    admitter,
  };
}

/**
 * The audited state: with the reason of an end, so that expulsions can be found. The trail never changes, so it has
 * no value that an erasure would have to reach: no name, sex, birth date or kind of employment.
 */
export function auditedStateOf(
  person: Pick<PublishedPerson, 'id' | 'version'>,
  membership: Term,
): Omit<MemberState, 'maskedName'> & { readonly endedReason: EndReason | null } & Record<string, unknown> {
  const { unionId, state, standing, endedReason, validFrom, validTo } = membership;
  return {
    personId: person.id,
    version: person.version,
    unionId,
    state,
    standing,
    endedReason,
    validFrom,
    validTo,
  };
}

/** Sex and birth date from the resident number; null without one. */
function birthOf(number: string | null): Pick<MemberState, 'sex' | 'birthDate'> {
  if (number === null) return { sex: null, birthDate: null };
  return { sex: sexOf(number), birthDate: birthDateOf(number) };
}

function numberOf({ id, residentNumber }: PublishedPerson, personalData: PersonalData): string | null {
  return residentNumber === null ? null : personalData.open(id, 'residentNumber', residentNumber);
}
