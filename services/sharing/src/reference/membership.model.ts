import type { MemberState, UnionState } from '@gongxiang/contracts/membership/membership-events';
import { isWithinDates } from '@gongxiang/domain';
import type { MemberRef, UnionRef } from './reference.entity.js';

/** The copy of a member: what older news says nothing of, as it was not told yet, is not known. */
export function memberRefOf(member: MemberState): MemberRef {
  const { sex = null, birthDate = null, employmentKind = null } = member;
  return { ...member, sex, birthDate, employmentKind };
}

/** The copy of a union; its address is nothing that is decided by. */
export function unionRefOf(union: UnionState): UnionRef {
  const { id, version, path, name, sizeClass, active, tier = null, place } = union;
  const { longitude = null, latitude = null } = place ?? {};
  return { id, version, path, name, sizeClass, active, tier, longitude, latitude };
}

export interface MembershipTerm {
  readonly state: string;
  readonly validFrom: string | null;
  /** The first day outside; null while it is open-ended. */
  readonly validTo: string | null;
}

/** Does the membership hold on a day? */
export function isMemberOn(member: MembershipTerm, date: string): boolean {
  const { state, validFrom, validTo } = member;
  return state === 'active' && isWithinDates(date, validFrom ?? date, validTo);
}

/** Has the membership come to its end by this day? One that is yet to begin has not. */
export function hasLeft({ state, validTo }: MembershipTerm, date: string): boolean {
  return state === 'ended' || (validTo !== null && validTo <= date);
}
