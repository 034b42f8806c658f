import type { EmploymentKind, MembershipState } from '@gongxiang/contracts/membership/membership-events';
import { isWithin } from '@gongxiang/domain';
import type { RosterField } from './roster-entry.model.js';

/** The record of the person with the resident number of an entry. */
export interface PersonOnRecord {
  readonly nameHash: string;
  readonly phoneHash: string | null;
  /** Whether the person has a password, and so signs in themselves. */
  readonly isActivated: boolean;
  /** Whether the person holds a role, or is offered one. */
  readonly hasOffice: boolean;
  /** The membership that has not ended. */
  readonly open: {
    readonly unionId: string;
    readonly unionPath: string;
    readonly state: MembershipState;
    readonly validFrom: string;
    readonly employmentKind: EmploymentKind | null;
  } | null;
}

export interface RosterClaim {
  readonly nameHash: string;
  readonly phoneHash: string | null;
  readonly validFrom: string | null;
  readonly employmentKind: EmploymentKind | null;
  readonly unionId: string;
  /** If the entry names no union, any below this path matches; otherwise null. */
  readonly anywhereBelow: string | null;
}

export type Decision =
  | { readonly state: 'created' }
  | {
      readonly state: 'updated';
      readonly setPhone: boolean;
      readonly setValidFrom: boolean;
      readonly setEmploymentKind: boolean;
    }
  | { readonly state: 'unchanged'; readonly code: string | null; readonly field: RosterField | null }
  | { readonly state: 'rejected'; readonly code: string; readonly field: RosterField };

/**
 * Decides what an entry changes. The resident number identifies the person; a different name, or a membership
 * elsewhere, has to be resolved by people. The refusal does not reveal which of the two it is: it would tell whose a
 * number is, or where that person belongs. Only for its own members a union learns that the name differs. A person
 * entered under a wrong name can be entered again once that membership has ended or its import was undone. Loading
 * the same roster again changes nothing.
 */
export function decide(wanted: RosterClaim, known: PersonOnRecord | null): Decision {
  if (known === null) return { state: 'created' };
  const isSameName = known.nameHash === wanted.nameHash;
  // The recorded name was never confirmed by the person, so it may be replaced.
  const isReplaceable = !known.isActivated;
  if (known.open === null && (isSameName || isReplaceable)) return { state: 'created' };
  if (known.open === null || !isSameUnion(wanted, known.open))
    return { state: 'rejected', code: 'MEMBER_ELSEWHERE_OR_DIFFERS', field: 'residentNumber' };
  if (!isSameName) return { state: 'rejected', code: 'MEMBER_NAME_DIFFERS', field: 'name' };
  return decideForMember(wanted, known, known.open);
}

/** The person is a member already: only phone, joining date and kind of employment can change. */
function decideForMember(
  wanted: RosterClaim,
  known: PersonOnRecord,
  open: NonNullable<PersonOnRecord['open']>,
): Decision {
  const hasNewPhone = wanted.phoneHash !== null && wanted.phoneHash !== known.phoneHash;
  const hasNewStart = wanted.validFrom !== null && wanted.validFrom !== open.validFrom;
  const setPhone = hasNewPhone && mayChangePhone(known);
  const setValidFrom = hasNewStart && open.state === 'imported';
  const { employmentKind } = wanted;
  const setEmploymentKind = employmentKind !== null && employmentKind !== open.employmentKind;
  if (setPhone || setValidFrom || setEmploymentKind)
    return { state: 'updated', setPhone, setValidFrom, setEmploymentKind };
  if (hasNewPhone) return { state: 'unchanged', code: 'PHONE_KEPT', field: 'phone' };
  return { state: 'unchanged', code: null, field: null };
}

/**
 * An activated person signs in with their phone, so only they may change it. For others the activation code goes to
 * that phone: the author of a roster could otherwise take over an office that waits for the person.
 */
function mayChangePhone({ isActivated, hasOffice }: PersonOnRecord): boolean {
  return !isActivated && !hasOffice;
}

function isSameUnion(wanted: RosterClaim, open: NonNullable<PersonOnRecord['open']>): boolean {
  if (wanted.unionId === open.unionId) return true;
  return wanted.anywhereBelow !== null && isWithin(open.unionPath, wanted.anywhereBelow);
}
