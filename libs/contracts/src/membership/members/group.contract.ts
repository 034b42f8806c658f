import { command, pageOf, PageRequest, query, versionedIn } from '../../core/contract.js';
import { CalendarDate, Flag, Text, Uuid, Whole } from '../../core/fields.js';

export class CreateGroup {
  @Uuid() unionId: string;
  @Text({ max: 60 }) name: string;
  @Uuid({ optional: true, description: 'A person who belongs to the union or to one below it' }) leaderId?:
    string | null;
}

export class ChangeGroup {
  @Uuid() groupId: string;
  @Text({ max: 60 }) name: string;
  @Uuid({ optional: true, description: 'None where absent or null' }) leaderId?: string | null;
  @Flag({ description: 'False dissolves it: nobody is added from then on; true opens it again' })
  active: boolean;
}

export class GroupId {
  @Uuid() groupId: string;
}

export class ListGroups extends PageRequest {
  @Uuid() unionId: string;
}

export class ListOwnGroups extends PageRequest {}

export class AddGroupMember {
  @Uuid() groupId: string;
  @Uuid({ description: 'A person who belongs to the union or to one below it' }) personId: string;
}

export class EndGroupMember {
  @Uuid() groupId: string;
  @Uuid() groupMemberId: string;
}

export class ListGroupMembers extends PageRequest {
  @Uuid() groupId: string;
  @Flag({ optional: true, description: 'Also those who are no longer in it' }) past?: boolean;
}

/** A group of members of a union: 小组, 班组. The name of its leader is masked for whoever is no officer of theirs. */
export class GroupView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Text() name: string;
  @Uuid({ nullable: true }) leaderId: string | null;
  @Text({ nullable: true }) leaderName: string | null;
  @Whole({ description: 'Who are in it now' }) members: number;
  @Flag() active: boolean;
}

/** Somebody in a group, from a day on to a day. The name is masked for whoever is no officer of theirs. */
export class GroupMemberView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() groupId: string;
  @Uuid() personId: string;
  @Text() name: string;
  @Flag() leads: boolean;
  @CalendarDate() validFrom: string;
  @CalendarDate({ nullable: true, description: 'The first day on which they are not in it' }) validTo:
    string | null;
}

const members = query('membership.group.list-members', ListGroupMembers, pageOf(GroupMemberView), {
  http: 'GET groups/:groupId/members',
  tag: 'members',
  summary: 'Lists who is in a group, for its leader and for officers of its union',
});

export const groupContract = {
  create: command('membership.group.create', CreateGroup, GroupView, {
    http: 'POST unions/:unionId/groups',
    tag: 'members',
    summary: 'Makes a group of members of a union',
    example: { name: '装配一班' },
  }),
  change: command('membership.group.change', ChangeGroup, GroupView, {
    http: 'PUT groups/:groupId',
    tag: 'members',
    summary: 'Renames a group, names another leader, dissolves it or opens it again',
    ifMatch: true,
    example: { name: '装配一班', active: true },
  }),
  get: query('membership.group.get', GroupId, GroupView, {
    http: 'GET groups/:groupId',
    tag: 'members',
    summary: 'Shows a group to its leader and to officers of its union',
  }),
  list: query('membership.group.list', ListGroups, pageOf(GroupView), {
    http: 'GET unions/:unionId/groups',
    tag: 'members',
    summary: 'Lists the groups of a union by name',
  }),
  listOwn: query('membership.group.list-own', ListOwnGroups, pageOf(GroupView), {
    http: 'GET me/groups',
    tag: 'members',
    summary: 'Lists the groups that the caller leads',
  }),
  addMember: command('membership.group.add-member', AddGroupMember, GroupMemberView, {
    http: 'POST groups/:groupId/members',
    tag: 'members',
    summary: 'Adds somebody to a group; who is in it already stays',
    example: { personId: '019a0000-0000-7000-8000-000000000001' },
  }),
  endMember: versionedIn(
    command('membership.group.end-member', EndGroupMember, GroupMemberView, {
      http: 'POST groups/:groupId/members/:groupMemberId/end',
      tag: 'members',
      summary: 'Takes somebody out of a group',
      status: 200,
    }),
    members,
  ),
  listMembers: members,
};
