import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import type { MemberRef } from './reference.entity.js';

/**
 * The copy of a member, reduced to what counting needs: only the decade of birth is stored, and not even that once
 * they have left.
 */
export function memberRefOf(member: MemberState): MemberRef {
  const { personId, version, unionId, state, standing = 'full', birthDate } = member;
  const decade = state === 'ended' ? null : birthDecadeOf(birthDate ?? null);
  return { personId, version, unionId, state, standing, birthDecade: decade };
}

/** @param birthDate YYYY-MM-DD @returns the first year of the ten, e.g. 1980 for 1980 to 1989 */
export function birthDecadeOf(birthDate: string | null): number | null {
  return birthDate === null ? null : Math.floor(Number(birthDate.slice(0, 4)) / 10) * 10;
}
