import { command, countedPageOf, CountedPageRequest, query, versioned } from '../../core/contract.js';
import {
  AlwaysTrue,
  CalendarDate,
  Instant,
  ListOf,
  OneOf,
  OrderBy,
  type OrderWord,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import {
  employmentKinds,
  type EmploymentKind,
  endReasons,
  type EndReason,
  membershipStandings,
  type MembershipStanding,
  membershipStates,
  type MembershipState,
  recordedEndReasons,
  type RecordedEndReason,
  retainedReasons,
  type RetainedReason,
} from '../membership-events.js';

export class CreateMemberRequest {
  @Uuid() unionId: string;
  @Text({ max: 100, example: '阿依古丽·买买提' }) name: string;
  @Text({ max: 40, description: 'Resident identity number of 18 characters' }) residentNumber: string;
  @Text({ optional: true, max: 40 }) phone?: string | null;
  @CalendarDate({ optional: true, description: 'Member from this day on; today where absent' }) validFrom?:
    string | null;
  @OneOf(employmentKinds, { optional: true, name: 'EmploymentKind' }) employmentKind?: EmploymentKind | null;
}

export class GetMemberRequest {
  @Uuid() memberId: string;
}

export const memberOrders = ['validFrom'] as const;
export type MemberOrder = OrderWord<(typeof memberOrders)[number]>;

export class ListMembersRequest extends CountedPageRequest {
  @Uuid({ optional: true, description: 'Only members of this union and of those below it' }) union?: string;

  @Text({
    optional: true,
    description:
      'The whole name, resident number or phone: what is encrypted has no parts to search. At the unions at which the caller holds the office itself also the pinyin of the whole name, in full or by initials',
  })
  q?: string;

  @Uuid({ optional: true, description: 'Only those who are in this group now' }) group?: string;

  @OneOf(membershipStates, { optional: true }) state?: MembershipState;

  @AlwaysTrue({ optional: true, description: 'Only memberships that have not ended' }) open?: true;

  @OneOf(membershipStandings, { optional: true, name: 'MembershipStanding' }) standing?: MembershipStanding;

  @OneOf(endReasons, {
    optional: true,
    name: 'EndReason',
    description:
      'Only memberships that ended for this reason, such as the expulsions that unions below have filed',
  })
  endedReason?: EndReason;

  @OrderBy(
    memberOrders,
    'by union, from the top of the tree down',
    'Names, numbers and phones are encrypted, so there is no order of them that the database could walk',
  )
  order?: MemberOrder;
}

export class ChangeMemberRequest {
  @Uuid() memberId: string;

  @OneOf(employmentKinds, {
    nullable: true,
    name: 'EmploymentKind',
    description: 'On what terms the member works; null: not known',
  })
  employmentKind: EmploymentKind | null;
}

export class EndMembershipRequest {
  @Uuid() memberId: string;

  @CalendarDate({
    optional: true,
    description: 'The first day on which it no longer holds: today, also where absent, or earlier',
  })
  validTo?: string | null;

  @OneOf(recordedEndReasons, {
    optional: true,
    name: 'RecordedEndReason',
    description: 'Why it ends; other where absent. expelled and lapsed rest on a decision',
  })
  reason?: RecordedEndReason | null;

  @Text({
    optional: true,
    max: 60,
    description: 'Number or day of the decision on which expelled or lapsed rests; no personal value',
  })
  decision?: string | null;
}

export class RetainMembershipRequest {
  @Uuid() memberId: string;
  @OneOf(retainedReasons, { name: 'RetainedReason' }) reason: RetainedReason;
  @CalendarDate({ optional: true, description: 'Since when: today, also where absent, or earlier' })
  from?: string | null;
}

/** On what a membership rests: on work, on its being retained, or on nothing that is recorded. */
export const membershipBases = ['employment', 'retained', 'unrecorded', 'none'] as const;
export type MembershipBasis = (typeof membershipBases)[number];

/** A person in a union. Numbers are masked for everyone; the name is masked for whoever is neither that person nor an officer. */
export class MemberView {
  @Uuid() id: string;
  @Uuid() personId: string;
  @Whole() version: number;
  @Text({ description: '张三, or 张* without the right to see it' }) name: string;
  @Text({ nullable: true, example: '1101************2X' }) residentNumber: string | null;
  @Text({ nullable: true, example: '138****1234' }) phone: string | null;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(membershipStates) state: MembershipState;
  @OneOf(membershipStandings, { name: 'MembershipStanding' }) standing: MembershipStanding;
  @OneOf(retainedReasons, {
    nullable: true,
    name: 'RetainedReason',
    description:
      'Told to themselves and to officers alone; null for a full membership, and for everybody else',
  })
  retainedReason: RetainedReason | null;
  @CalendarDate({ nullable: true, description: 'Since when it is retained; null where that is not known' })
  retainedFrom: string | null;
  @CalendarDate() validFrom: string;
  @CalendarDate({ nullable: true }) validTo: string | null;
  @OneOf(endReasons, {
    nullable: true,
    name: 'EndReason',
    description:
      'Told to themselves and to officers, also of unions above; null before the end, and for everybody else',
  })
  endedReason: EndReason | null;
  @Text({ nullable: true, description: 'The decision on which the end rests, for those who see the reason' })
  endDecision: string | null;

  @OneOf(employmentKinds, {
    nullable: true,
    name: 'EmploymentKind',
    description:
      'Told to themselves and to officers alone; null where it is not known, and for everybody else',
  })
  employmentKind: EmploymentKind | null;

  @OneOf(membershipBases, {
    nullable: true,
    name: 'MembershipBasis',
    description:
      'On what the membership rests today. none: every recorded employment is over; retain, move or end it, as it does not end by itself. Told to themselves and to officers alone',
  })
  basis: MembershipBasis | null;

  @Instant({
    nullable: true,
    description:
      'Too many wrong codes were tried in the name of the member: until then only a printed code lets them in. Told to themselves and to officers alone',
  })
  entryClosedUntil: string | null;
}

export const matchLinesMax = 500;
export const matchesPerLineMax = 10;

export class MatchMembersRequest {
  @Uuid({ optional: true, description: 'Only members of this union and of those below it' }) union?:
    string | null;
  @TextList({
    min: 1,
    max: matchLinesMax,
    length: 100,
    description: 'Each the whole name, resident number or phone of a member',
  })
  lines: string[];
}

/** Whose name, number or phone a line is: nobody, one member, or several of the same name. */
export class MemberMatch {
  @Text({ max: 100 }) line: string;
  @ListOf(() => MemberView, {
    max: matchesPerLineMax,
    description: 'Memberships that have not ended; of many with the same name the first ten',
  })
  members: MemberView[];
}

export class MemberMatches {
  @ListOf(() => MemberMatch, { max: matchLinesMax, description: 'In the order of the lines' })
  matches: MemberMatch[];
}

const shown = query('membership.member.get', GetMemberRequest, MemberView, {
  http: 'GET members/:memberId',
  tag: 'members',
  summary: 'Shows a member',
});

export const memberContract = {
  create: command('membership.member.create', CreateMemberRequest, MemberView, {
    http: 'POST members',
    tag: 'members',
    summary: 'Adds a member to a union',
    example: {
      unionId: '019a0000-0000-7000-8000-000000000001',
      name: '张三',
      residentNumber: '11010519491231002X',
    },
  }),
  get: shown,
  list: query('membership.member.list', ListMembersRequest, countedPageOf(MemberView), {
    http: 'GET members',
    tag: 'members',
    summary: 'Lists the members that the caller has to do with',
  }),
  match: query('membership.member.match', MatchMembersRequest, MemberMatches, {
    http: 'POST members/matches',
    tag: 'members',
    summary: 'Finds the members of a pasted list of names or numbers, within what the caller may list',
    status: 200,
    idempotent: false,
    example: { lines: ['张三', '李四'] },
  }),
  change: command('membership.member.change', ChangeMemberRequest, MemberView, {
    http: 'PATCH members/:memberId',
    tag: 'members',
    summary: 'Says on what terms a member works',
    ifMatch: true,
    example: { employmentKind: 'dispatched' },
  }),
  retain: versioned(
    command('membership.member.retain', RetainMembershipRequest, MemberView, {
      http: 'POST members/:memberId/retain',
      tag: 'members',
      summary:
        'Retains a membership: no dues, no vote and no office, all services; offices there and below end',
      status: 200,
      example: { reason: 'retired', from: '2026-11-01' },
    }),
    shown,
  ),
  makeFull: versioned(
    command('membership.member.make-full', GetMemberRequest, MemberView, {
      http: 'POST members/:memberId/make-full',
      tag: 'members',
      summary: 'Makes a retained membership a full one again',
      status: 200,
    }),
    shown,
  ),
  end: versioned(
    command('membership.member.end', EndMembershipRequest, MemberView, {
      http: 'POST members/:memberId/end',
      tag: 'members',
      summary: 'Ends a membership',
      status: 200,
      example: { validTo: '2026-12-31', reason: 'left' },
    }),
    shown,
  ),
};
