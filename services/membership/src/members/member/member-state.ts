import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
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

type Term = Pick<MembershipRow, 'unionId' | 'state' | 'validFrom' | 'validTo'>;
/** A term with the values that are published but not audited. */
type PublishedTerm = Term & Pick<MembershipRow, 'employmentKind' | 'admittedBy'>;

/** The published state of a member; the version is that of the person, which counts every change of both. */
export function memberStateOf(
  person: PublishedPerson,
  membership: PublishedTerm,
  personalData: PersonalData,
): MemberState & Record<string, unknown> {
  const { employmentKind, admittedBy } = membership;
  const admitter = admittedBy === null ? null : personalData.hash('admitter', admittedBy);
  return {
    ...auditedStateOf(person, membership),
    ...birthOf(person, personalData),
    employmentKind,
    admitter,
  };
}

/** The audited state: without sex, birth date and kind of employment; the audit record itself names the actor. */
export function auditedStateOf(
  person: Omit<PublishedPerson, 'residentNumber'>,
  membership: Term,
): MemberState & Record<string, unknown> {
  const { unionId, state, validFrom, validTo } = membership;
  return {
    personId: person.id,
    version: person.version,
    maskedName: person.maskedName,
    unionId,
    state,
    validFrom,
    validTo,
  };
}

/** Sex and birth date from the resident number; null without one. */
function birthOf(
  { id, residentNumber }: PublishedPerson,
  personalData: PersonalData,
): Pick<MemberState, 'sex' | 'birthDate'> {
  if (residentNumber === null) return { sex: null, birthDate: null };
  const number = personalData.open(id, 'residentNumber', residentNumber);
  return { sex: sexOf(number), birthDate: birthDateOf(number) };
}
