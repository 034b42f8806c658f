import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { usccChecks, type UsccCheck } from '../unions/union.contract.js';

export class CreateOrganisationRequest {
  @Text({ max: 200, example: '市体育局' }) name: string;
  @Uuid({ description: 'The union that stands behind it' }) unionId: string;
  @Text({ optional: true, max: 40, description: 'Unified Social Credit Code' }) uscc?: string | null;
}

export class GetOrganisationRequest {
  @Uuid() organisationId: string;
}

export class ListOrganisationsRequest extends PageRequest {
  @Text({ optional: true, description: 'Only those whose name contains this' }) q?: string;
  @Flag({ optional: true, description: 'Those that are closed, instead of those in use' }) closed?: boolean;
}

export class CloseOrganisation extends GetOrganisationRequest {
  @Text({ max: 500, example: '合作已结束', description: 'Why; everybody who is signed in reads it' })
  reason: string;
}

/** An outside body that works with unions: an authority, a school, a supplier. */
export class OrganisationView {
  @Uuid() id: string;
  @Whole() version: number;
  @Text() name: string;
  @Uuid() unionId: string;
  @Text({ nullable: true }) uscc: string | null;
  @OneOf(usccChecks, { nullable: true }) usccCheck: UsccCheck | null;
  @Flag() active: boolean;
  @Instant({ nullable: true, description: 'Since when it is closed' }) closedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it is closed' }) closeReason: string | null;
}

export class CreateClubRequest {
  @Text({ max: 200, example: '青山区职工羽毛球俱乐部' }) name: string;
  @Uuid({ description: 'The union that stands behind it' }) unionId: string;
}

export class GetClubRequest {
  @Uuid() clubId: string;
}

export class CloseClub extends GetClubRequest {
  @Text({ max: 500, example: '成员一致同意解散', description: 'Why; everybody who is signed in reads it' })
  reason: string;
}

export class ListClubsRequest extends ListOrganisationsRequest {}

/** When the caller was, or is, in a club. */
export class OwnClubTermView {
  @Whole() version: number;
  @CalendarDate() validFrom: string;
  @CalendarDate({ nullable: true, description: 'The first day outside; null while the caller is in it' })
  validTo: string | null;
  @Text({ nullable: true, max: 500, description: 'Why the caller was removed' }) endReason: string | null;
}

/** A club of members, carried by a union. */
export class ClubView {
  @Uuid() id: string;
  @Whole() version: number;
  @Text() name: string;
  @Uuid() unionId: string;
  @Flag() active: boolean;
  @Instant({ nullable: true, description: 'Since when it is closed' }) closedAt: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it is closed' }) closeReason: string | null;
  @Nested(() => OwnClubTermView, {
    nullable: true,
    description: 'Of the caller; null where they never were in it',
  })
  mine: OwnClubTermView | null;
}

export const organisationContract = {
  create: command('membership.organisation.create', CreateOrganisationRequest, OrganisationView, {
    http: 'POST organisations',
    tag: 'enterprises',
    summary: 'Adds an outside organisation',
    example: { name: '市体育局', unionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  close: command('membership.organisation.close', CloseOrganisation, OrganisationView, {
    http: 'POST organisations/:organisationId/close',
    tag: 'enterprises',
    summary: 'Closes an outside organisation: it begins nothing new, and what runs comes to its end',
    status: 200,
    ifMatch: true,
    example: { reason: '合作已结束' },
  }),
  reopen: command('membership.organisation.reopen', GetOrganisationRequest, OrganisationView, {
    http: 'POST organisations/:organisationId/reopen',
    tag: 'enterprises',
    summary: 'Opens an outside organisation again',
    status: 200,
    ifMatch: true,
  }),
  get: query('membership.organisation.get', GetOrganisationRequest, OrganisationView, {
    http: 'GET organisations/:organisationId',
    tag: 'enterprises',
    summary: 'Shows an outside organisation',
  }),
  list: query('membership.organisation.list', ListOrganisationsRequest, pageOf(OrganisationView), {
    http: 'GET organisations',
    tag: 'enterprises',
    summary: 'Lists outside organisations by name',
  }),
};

export const clubContract = {
  create: command('membership.club.create', CreateClubRequest, ClubView, {
    http: 'POST clubs',
    tag: 'clubs',
    summary: 'Adds a club',
    example: { name: '职工羽毛球俱乐部', unionId: '019a0000-0000-7000-8000-000000000001' },
  }),
  close: command('membership.club.close', CloseClub, ClubView, {
    http: 'POST clubs/:clubId/close',
    tag: 'clubs',
    summary: 'Closes a club: it begins nothing new, and what runs comes to its end',
    status: 200,
    ifMatch: true,
    example: { reason: '成员一致同意解散' },
  }),
  reopen: command('membership.club.reopen', GetClubRequest, ClubView, {
    http: 'POST clubs/:clubId/reopen',
    tag: 'clubs',
    summary: 'Opens a club again',
    status: 200,
    ifMatch: true,
  }),
  get: query('membership.club.get', GetClubRequest, ClubView, {
    http: 'GET clubs/:clubId',
    tag: 'clubs',
    summary: 'Shows a club',
  }),
  list: query('membership.club.list', ListClubsRequest, pageOf(ClubView), {
    http: 'GET clubs',
    tag: 'clubs',
    summary: 'Lists clubs by name',
  }),
};
