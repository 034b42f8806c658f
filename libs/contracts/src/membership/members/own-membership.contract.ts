import { command, NoRequest, query, versioned } from '../../core/contract.js';
import { CalendarDate, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import {
  endReasons,
  type EndReason,
  membershipStandings,
  type MembershipStanding,
  membershipStates,
  type MembershipState,
  retainedReasons,
  type RetainedReason,
} from '../membership-events.js';

export class UnionWithoutSuccessor {
  @Uuid() unionId: string;
  @Text() unionName: string;
}

/** The caller's membership that has not ended, else the last one. */
export class OwnMembershipView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(membershipStates) state: MembershipState;
  @OneOf(membershipStandings, { name: 'MembershipStanding' }) standing: MembershipStanding;
  @OneOf(retainedReasons, { nullable: true, name: 'RetainedReason' }) retainedReason: RetainedReason | null;
  @CalendarDate() validFrom: string;
  @CalendarDate({ nullable: true }) validTo: string | null;
  @OneOf(endReasons, { nullable: true, name: 'EndReason' }) endedReason: EndReason | null;
  @Instant({ nullable: true, description: 'Until when the caller may take back that they have left' })
  returnableUntil: string | null;
  @ListOf(() => UnionWithoutSuccessor, {
    max: 1_000,
    description:
      'Of which the caller is the only officer: name another there, or hand the office up, before leaving',
  })
  needsSuccessor: UnionWithoutSuccessor[];
}

const shown = query('membership.own-membership.get', NoRequest, OwnMembershipView, {
  http: 'GET me/membership',
  tag: 'members',
  summary: 'Shows the membership of the caller, and what stands in the way of leaving',
});

export const ownMembershipContract = {
  get: shown,
  leave: versioned(
    command('membership.own-membership.leave', NoRequest, OwnMembershipView, {
      http: 'POST me/membership/leave',
      tag: 'members',
      summary: 'Leaves the union: membership and offices end, what the caller has stays readable to them',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  return: versioned(
    command('membership.own-membership.return', NoRequest, OwnMembershipView, {
      http: 'POST me/membership/return',
      tag: 'members',
      summary: 'Takes back, within seven days, that the caller has left; offices do not come back',
      status: 200,
    }),
    shown,
  ),
};
