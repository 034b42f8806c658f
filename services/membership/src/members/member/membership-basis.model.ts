import type { MembershipBasis } from '@gongxiang/contracts/membership/members/member.contract';
import type { MembershipStanding, MembershipState } from '@gongxiang/contracts/membership/membership-events';

export interface Belonging {
  readonly state: MembershipState;
  readonly standing: MembershipStanding;
  /** The latest first day without an employment on record, `infinity` where one goes on; null if none is on record. */
  readonly employedUntil: string | null;
}

/**
 * On what a membership rests on a day; it holds as long as there is one qualifying relation, of whichever employer. With
 * `none` it does not end by itself: its union retains it, lets it move, or ends it. Rosters record no employer, so that
 * a member without any employment on record is none of these.
 * @param day in China
 * @returns null once it has ended
 */
export function basisOn({ state, standing, employedUntil }: Belonging, day: string): MembershipBasis | null {
  if (state === 'ended') return null;
  if (standing === 'retained') return 'retained';
  if (employedUntil === null) return 'unrecorded';
  return employedUntil === 'infinity' || employedUntil > day ? 'employment' : 'none';
}
