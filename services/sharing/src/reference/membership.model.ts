import type { MemberState } from '@gongxiang/contracts';
import { isWithinDates } from '@gongxiang/domain';
import type { MemberRef } from './reference.entity.js';

/** The copy of a member: what news from before sex and birth date were told says nothing of is not known. */
export function memberRefOf(member: MemberState): MemberRef {
  const { sex = null, birthDate = null } = member;
  return { ...member, sex, birthDate };
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
