import { command, pageOf, PageRequest, query, versionedIn } from '../../core/contract.js';
import { CalendarDate, Flag, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { workingKinds, type WorkingKind } from '../membership-events.js';

export class AddEmployment {
  @Uuid() memberId: string;
  @OneOf(workingKinds, { name: 'WorkingKind' }) kind: WorkingKind;
  @Uuid({ optional: true, description: 'The employer, where it is on record; else employerName' })
  enterpriseId?: string | null;
  @Text({ optional: true, max: 100, description: 'The employer, where it is not on record' })
  employerName?: string | null;
  @Uuid({
    optional: true,
    description: 'Of who is dispatched: where they work, if it is on record; else hostName',
  })
  hostEnterpriseId?: string | null;
  @Text({
    optional: true,
    max: 100,
    description: 'Of who is dispatched: where they work, if it is not on record',
  })
  hostName?: string | null;
  @Uuid({
    optional: true,
    description:
      'Of who is dispatched: the union that serves them where they work; that of hostEnterpriseId where absent',
  })
  servedByUnionId?: string | null;
  @CalendarDate({ description: 'Today or earlier' }) validFrom: string;
  @CalendarDate({
    optional: true,
    description: 'The first day on which it no longer holds, of one that is over',
  })
  validTo?: string | null;
}

export class ListEmployments extends PageRequest {
  @Uuid() memberId: string;
}

export class ListOwnEmployments extends PageRequest {}

export class EndEmployment {
  @Uuid() memberId: string;
  @Uuid() employmentId: string;
  @CalendarDate({
    optional: true,
    description: 'The first day on which it no longer holds: today, also where absent, or earlier',
  })
  validTo?: string | null;
}

export class ListServedMembers extends PageRequest {
  @Uuid({ optional: true, description: 'Only those whom this union or one below it serves' }) union?: string;
  @Flag({ optional: true, description: 'Also those whose time there is over' }) past?: boolean;
}

/** For whom somebody works, or worked, from a day on to a day. */
export class EmploymentView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() personId: string;
  @OneOf(workingKinds, {
    nullable: true,
    name: 'WorkingKind',
    description: 'Null only where the answer to a command is repeated',
  })
  kind: WorkingKind | null;
  @Uuid({ nullable: true }) enterpriseId: string | null;
  @Text() employerName: string;
  @Uuid({ nullable: true }) hostEnterpriseId: string | null;
  @Text({ nullable: true }) hostName: string | null;
  @Uuid({ nullable: true }) servedByUnionId: string | null;
  @Text({ nullable: true }) servedByUnionName: string | null;
  @CalendarDate() validFrom: string;
  @CalendarDate({ nullable: true, description: 'The first day on which it no longer holds' }) validTo:
    string | null;
}

/** Somebody who is a member of one union and is served by another, where they are dispatched to. */
export class ServedMemberView {
  @Uuid({ description: 'Of the employment' }) id: string;
  @Uuid() personId: string;
  @Text({ description: 'For officers of either union' }) name: string;
  @Uuid({ nullable: true, description: 'Their union; null where they are a member of none' }) unionId:
    string | null;
  @Text({ nullable: true }) unionName: string | null;
  @Text() employerName: string;
  @Text({ nullable: true }) hostName: string | null;
  @Uuid() servedByUnionId: string;
  @Text() servedByUnionName: string;
  @CalendarDate() validFrom: string;
  @CalendarDate({ nullable: true }) validTo: string | null;
}

const listed = query('membership.employment.list', ListEmployments, pageOf(EmploymentView), {
  http: 'GET members/:memberId/employments',
  tag: 'members',
  summary: 'Lists for whom a member works and worked, newest first',
});

export const employmentContract = {
  add: command('membership.employment.add', AddEmployment, EmploymentView, {
    http: 'POST members/:memberId/employments',
    tag: 'members',
    summary: 'Records for whom a member works; it makes no other membership and ends none',
    example: {
      kind: 'dispatched',
      employerName: '江城人力资源服务有限公司',
      hostName: '青山化工有限公司',
      validFrom: '2026-09-01',
    },
  }),
  end: versionedIn(
    command('membership.employment.end', EndEmployment, EmploymentView, {
      http: 'POST members/:memberId/employments/:employmentId/end',
      tag: 'members',
      summary: 'Records that a member no longer works there; the membership goes on',
      status: 200,
      example: { validTo: '2026-11-20' },
    }),
    listed,
  ),
  list: listed,
  listOwn: query('membership.employment.list-own', ListOwnEmployments, pageOf(EmploymentView), {
    http: 'GET me/employments',
    tag: 'members',
    summary: 'Lists for whom the caller works and worked, as their union has recorded it',
  }),
  listServed: query('membership.employment.list-served', ListServedMembers, pageOf(ServedMemberView), {
    http: 'GET served-members',
    tag: 'members',
    summary: 'Lists members of other unions who are dispatched to where a union serves them',
  }),
};
