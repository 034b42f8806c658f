import type { EmploymentKind, MembershipState } from '@gongxiang/contracts/membership/membership-events';
import { isWithin } from '@gongxiang/domain';
import type { RosterField } from './roster-entry.model.js';

/** What is on record of the person whose resident number an entry carries. */
export interface Known {
  readonly nameHash: string;
  readonly phoneHash: string | null;
  /** Has a password: signs in by himself. */
  readonly isActivated: boolean;
  /** Holds a role somewhere, or is offered one. */
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

export interface Wanted {
  readonly nameHash: string;
  readonly phoneHash: string | null;
  readonly validFrom: string | null;
  readonly employmentKind: EmploymentKind | null;
  readonly unionId: string;
  /** Where the entry names no union, any below this path will do. */
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
 * What an entry changes. The resident number says who it is; a name that differs, or a membership somewhere else, is
 * for people to sort out. Which of the two it is stays untold: whoever has a number would learn whose it is, or where that
 * person belongs. Only of its own member a union hears that the name differs. Whom a wrong name was entered for can be entered
 * again once that membership has ended or its import was undone. The same roster once more changes nothing.
 */
export function decide(wanted: Wanted, known: Known | null): Decision {
  if (known === null) return { state: 'created' };
  const isSameName = known.nameHash === wanted.nameHash;
  // Nobody has ever shown that the name on record is theirs, and nobody answers for it: it gives way.
  const givesWay = !known.isActivated;
  if (known.open === null && (isSameName || givesWay)) return { state: 'created' };
  if (known.open === null || !isSameUnion(wanted, known.open))
    return { state: 'rejected', code: 'MEMBER_ELSEWHERE_OR_DIFFERS', field: 'residentNumber' };
  if (!isSameName) return { state: 'rejected', code: 'MEMBER_NAME_DIFFERS', field: 'name' };
  return decideOverPresent(wanted, known, known.open);
}

/** He is where the roster says: what is left are his phone, the day on which he came, and how he is employed. */
function decideOverPresent(wanted: Wanted, known: Known, open: NonNullable<Known['open']>): Decision {
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
 * Whoever is activated signs in with his phone: only he changes it. And to the phone of who is not goes the code that lets into the
 * account: whoever writes rosters would get at an office that waits there.
 */
function mayChangePhone({ isActivated, hasOffice }: Known): boolean {
  return !isActivated && !hasOffice;
}

function isSameUnion(wanted: Wanted, open: NonNullable<Known['open']>): boolean {
  if (wanted.unionId === open.unionId) return true;
  return wanted.anywhereBelow !== null && isWithin(open.unionPath, wanted.anywhereBelow);
}
