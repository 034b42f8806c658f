import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import { birthDateOf, sexOf } from '@gongxiang/domain';
import type { PersonalData } from '../../persons/crypto/personal-data.js';
import type { MembershipRow } from './membership.entity.js';

/** A person, as far as others are told of him. */
export interface ToldPerson {
  readonly id: string;
  readonly version: number;
  readonly maskedName: string;
  /** As it is kept: sealed. */
  readonly residentNumber: string | null;
}

type Term = Pick<MembershipRow, 'unionId' | 'state' | 'validFrom' | 'validTo'>;
/** A term with what is told of it and stands in no audit value. */
type ToldTerm = Term & Pick<MembershipRow, 'employmentKind' | 'admittedBy'>;

/** What other services are told of a member; the version is that of the person, which counts every change of both. */
export function memberStateOf(
  person: ToldPerson,
  membership: ToldTerm,
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

/** The same for the audit trail, where neither sex nor birth date nor kind of employment stands; the record itself names who acts. */
export function auditedStateOf(
  person: Omit<ToldPerson, 'residentNumber'>,
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

/** What a resident number says of its person; nothing where there is none. */
function birthOf(
  { id, residentNumber }: ToldPerson,
  personalData: PersonalData,
): Pick<MemberState, 'sex' | 'birthDate'> {
  if (residentNumber === null) return { sex: null, birthDate: null };
  const number = personalData.open(id, 'residentNumber', residentNumber);
  return { sex: sexOf(number), birthDate: birthDateOf(number) };
}
