import type { MemberState, UnionState } from '@gongxiang/contracts/membership/membership-events';
import { isWithinDates } from '@gongxiang/domain';
import type { MemberRef, UnionRef } from './reference.entity.js';

/** The copy of a member: fields missing in older events are unknown. */
export function memberRefOf(member: MemberState): MemberRef {
  const { sex = null, birthDate = null, employmentKind = null, servedByUnionId = null } = member;
  return { ...member, sex, birthDate, employmentKind, servedByUnionId };
}

/** The copy of a union, without its address, which no decision uses. */
export function unionRefOf(union: UnionState): UnionRef {
  const { id, version, path, name, sizeClass, active, tier = null, place } = union;
  const { longitude = null, latitude = null } = place ?? {};
  return { id, version, path, name, sizeClass, active, tier, longitude, latitude };
}

interface MembershipTerm {
  readonly state: string;
  readonly validFrom: string | null;
  /** The first excluded day; null while it is open-ended. */
  readonly validTo: string | null;
}

/** Whether the membership holds on a day. */
export function isMemberOn(member: MembershipTerm, date: string): boolean {
  const { state, validFrom, validTo } = member;
  return state === 'active' && isWithinDates(date, validFrom ?? date, validTo);
}

/** Whether the membership has ended by this day. A future one has not. */
export function hasLeft({ state, validTo }: MembershipTerm, date: string): boolean {
  return state === 'ended' || (validTo !== null && validTo <= date);
}
