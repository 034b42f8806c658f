import type { MemberState } from '@gongxiang/contracts/membership/membership-events';
import type { MemberRef } from './reference.entity.js';

/** The copy of a member. */
export function memberRefOf({ personId, version, maskedName, unionId, state }: MemberState): MemberRef {
  return { personId, version, maskedName, unionId, state };
}
