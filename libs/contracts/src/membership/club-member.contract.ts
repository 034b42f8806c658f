import { command, pageOf, PageRequest, query, versioned } from '../contract.js';
import { CalendarDate, Flag, Text, Uuid, Whole } from '../fields.js';

export class JoinClubRequest {
  @Uuid() clubId: string;

  @Uuid({
    optional: true,
    description:
      "Whom an officer of the club's union adds, of a union of his; where absent, the caller joins",
  })
  personId?: string | null;
}

export class ClubMemberRequest {
  @Uuid() clubId: string;
  @Uuid() personId: string;
}

export class EndClubMembershipRequest extends ClubMemberRequest {
  @Text({ optional: true, max: 500, description: 'Needed of whoever removes another; that one reads it' })
  reason?: string | null;
}

export class ListClubMembersRequest extends PageRequest {
  @Uuid() clubId: string;
  @Flag({ optional: true, description: 'Those who have left, for officers; else those who are in it' })
  left?: boolean;
}

/** A person in a club. The name is masked for whoever is neither he nor an officer of his union. */
export class ClubMemberView {
  @Uuid() clubId: string;
  @Uuid() personId: string;
  @Whole() version: number;
  @Text() name: string;
  @Uuid({ nullable: true, description: 'His union; null where he is a member of none any more' })
  unionId: string | null;
  @Text({ nullable: true }) unionName: string | null;
  @CalendarDate() validFrom: string;
  @CalendarDate({ nullable: true, description: 'The first day on which he is not in it' }) validTo:
    string | null;
  @Text({ nullable: true, max: 500, description: 'Why he was removed; for himself and for officers' })
  endReason: string | null;
}

const shown = query('membership.club-member.get', ClubMemberRequest, ClubMemberView);

export const clubMemberContract = {
  join: command('membership.club-member.join', JoinClubRequest, ClubMemberView),
  end: versioned(command('membership.club-member.end', EndClubMembershipRequest, ClubMemberView), shown),
  get: shown,
  list: query('membership.club-member.list', ListClubMembersRequest, pageOf(ClubMemberView)),
};
