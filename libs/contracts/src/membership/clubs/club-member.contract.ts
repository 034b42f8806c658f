import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { CalendarDate, Flag, Text, Uuid, Whole } from '../../core/fields.js';

export class JoinClubRequest {
  @Uuid() clubId: string;

  @Uuid({
    optional: true,
    description:
      "Whom an officer of the club's union adds, from a union of that officer; where absent, the caller joins",
  })
  personId?: string | null;
}

export class ClubMemberIdRequest {
  @Uuid() clubId: string;
  @Uuid() personId: string;
}

export class EndClubMembershipRequest extends ClubMemberIdRequest {
  @Text({ optional: true, max: 500, description: 'Needed of whoever removes another; that one reads it' })
  reason?: string | null;
}

export class ListClubMembersRequest extends PageRequest {
  @Uuid() clubId: string;
  @Flag({
    optional: true,
    description: 'Those who have left, for officers and whoever acts in its name; else those who are in it',
  })
  left?: boolean;
}

/** A person in a club. The name is masked for whoever is neither that person nor an officer of the person's union. */
export class ClubMemberView {
  @Uuid() clubId: string;
  @Uuid() personId: string;
  @Whole() version: number;
  @Text() name: string;
  @Uuid({ nullable: true, description: "The person's union; null where they are a member of none any more" })
  unionId: string | null;
  @Text({ nullable: true }) unionName: string | null;
  @CalendarDate() validFrom: string;
  @CalendarDate({ nullable: true, description: 'The first day on which the person is not in it' }) validTo:
    string | null;
  @Text({
    nullable: true,
    max: 500,
    description:
      'Why the person was removed; for that person, for officers and for whoever acts in the name of the club',
  })
  endReason: string | null;
}

const shown = query('membership.club-member.get', ClubMemberIdRequest, ClubMemberView, {
  http: 'GET clubs/:clubId/members/:personId',
  tag: 'clubs',
  summary: 'Shows since when somebody is in a club, or until when they were',
});

export const clubMemberContract = {
  join: command('membership.club-member.join', JoinClubRequest, ClubMemberView, {
    http: 'POST clubs/:clubId/members',
    tag: 'clubs',
    summary:
      'Joins a club, or as an officer of its union adds somebody; nothing changes for whoever is in it already',
    example: {},
  }),
  end: versioned(
    command('membership.club-member.end', EndClubMembershipRequest, ClubMemberView, {
      http: 'POST clubs/:clubId/members/:personId/end',
      tag: 'clubs',
      summary: 'Leaves a club, or removes somebody from it for a reason',
      status: 200,
      example: { reason: '已调离本地区' },
    }),
    shown,
  ),
  get: shown,
  list: query('membership.club-member.list', ListClubMembersRequest, pageOf(ClubMemberView), {
    http: 'GET clubs/:clubId/members',
    tag: 'clubs',
    summary: 'Lists who is in a club, for officers of its union and for those who are in it',
  }),
};
