import { OmitType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, UuidList, Whole } from '../../core/fields.js';

/** Closed: what was written is read, and nothing is added. */
export const circleStates = ['open', 'closed'] as const;
export type CircleState = (typeof circleStates)[number];

/** Whoever it is for is a member at once, or once a moderator accepts them. */
export const circleJoinings = ['open', 'byRequest'] as const;
export type CircleJoining = (typeof circleJoinings)[number];

/** How somebody stands to a circle. Whoever was removed comes back only if a moderator accepts them. */
export const circleMemberStates = ['asked', 'member', 'declined', 'left', 'removed'] as const;
export type CircleMemberState = (typeof circleMemberStates)[number];

/** What the caller may do in a circle now. */
export const circleActs = [
  'join',
  'ask',
  'leave',
  'read',
  'write',
  'moderate',
  'nameModerators',
  'change',
  'close',
  'reopen',
] as const;
export type CircleAct = (typeof circleActs)[number];

/** What the caller may do about somebody in a circle now. */
export const circleMemberActs = ['accept', 'decline', 'remove', 'nameModerator', 'endModerator'] as const;
export type CircleMemberAct = (typeof circleMemberActs)[number];

export const circleNameMax = 40;
export const circleAboutMax = 1_000;
export const circleModeratorsMax = 5;
/** Circles in which one person is, or has asked to be. */
export const circlesPerPersonMax = 100;
const reasonMax = 500;

export class CreateCircle {
  @Uuid({ description: 'It is for its people and those of the unions below it' }) unionId: string;
  @Text({ max: circleNameMax, example: '摄影圈' }) name: string;
  @Text({ max: circleAboutMax, description: 'What it is about', example: '爱拍照的工友在这里交流。' })
  about: string;
  @OneOf(circleJoinings, { name: 'CircleJoining' }) joining: CircleJoining;
}

/** The name comes from membership, through the gateway: nobody is shown under a name that is not theirs. */
export class FoundCircle extends CreateCircle {
  @Text({ max: 100, description: "The caller's own name" }) ownName: string;
}

export class ChangeCircle {
  @Uuid() circleId: string;
  @Text({ optional: true, max: circleNameMax }) name?: string;
  @Text({ optional: true, max: circleAboutMax }) about?: string;
  @OneOf(circleJoinings, { optional: true, name: 'CircleJoining' }) joining?: CircleJoining;
}

export class CircleId {
  @Uuid() circleId: string;
}

/** With the name under which members see the caller, from membership. */
export class JoinCircle extends CircleId {
  @Text({ max: 100, description: "The caller's own name" }) ownName: string;
}

export class ListCircles extends PageRequest {
  @Text({ optional: true, max: 100, description: 'Part of the name, or its pinyin' }) q?: string;
  @Flag({ optional: true, description: 'Those in which the caller is, or has asked to be' }) mine?: boolean;
  @Flag({ optional: true, description: 'Those of the unions whose officer the caller is, and below' })
  moderated?: boolean;
}

export class ListCirclePeople extends PageRequest {
  @Uuid() circleId: string;
  @OneOf(circleMemberStates, {
    optional: true,
    name: 'CircleMemberState',
    description: 'Members where nothing is said; others are for moderators',
  })
  state?: CircleMemberState;
}

export class CirclePersonId {
  @Uuid() circleId: string;
  @Uuid() personId: string;
}

export class RemoveFromCircle extends CirclePersonId {
  @Text({ max: reasonMax, description: 'For the person', example: '多次发布广告' }) reason: string;
}

export class NameCircleModerators {
  @Uuid() circleId: string;
  @UuidList({ min: 1, max: circleModeratorsMax, description: 'Members; whoever moderates already stays so' })
  personIds: string[];
}

/** A circle as everybody sees it whom it is for. */
export class CircleLine {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(circleStates, { name: 'CircleState' }) state: CircleState;
  @Text({ max: circleNameMax }) name: string;
  @Text({ max: circleAboutMax }) about: string;
  @OneOf(circleJoinings, { name: 'CircleJoining' }) joining: CircleJoining;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Whole({ description: 'People who are members' }) memberCount: number;
  @OneOf(circleMemberStates, {
    nullable: true,
    name: 'CircleMemberState',
    description: 'How the caller stands to it',
  })
  standing: CircleMemberState | null;
}

export class CircleActView {
  @OneOf(circleActs, { name: 'CircleAct' }) act: CircleAct;
}

export class CircleView extends OmitType(CircleLine, []) {
  @Text({ nullable: true, max: reasonMax, description: 'Why the caller was removed' }) reason: string | null;
  @Whole({ nullable: true, description: 'People who ask to join, for moderators alone' })
  requestCount: number | null;
  @Whole({ nullable: true, description: 'Reports that wait, for moderators alone' })
  reportCount: number | null;
  @ListOf(() => CircleActView, { max: circleActs.length }) acts: CircleActView[];
}

export class CircleMemberActView {
  @OneOf(circleMemberActs, { name: 'CircleMemberAct' }) act: CircleMemberAct;
}

export class CirclePersonLine {
  @Uuid({ description: 'Of the person' }) id: string;
  @Whole() version: number;
  @OneOf(circleMemberStates, { name: 'CircleMemberState' }) state: CircleMemberState;
  @Text({ description: 'As members see it' }) name: string;
  @Flag({ description: 'Named by an officer; officers of the union moderate as well' }) isModerator: boolean;
  @Instant({ description: 'Since when it is so' }) since: string;
  @Text({ nullable: true, max: reasonMax, description: 'Why they were removed, for moderators' }) reason:
    string | null;
  @ListOf(() => CircleMemberActView, { max: circleMemberActs.length }) acts: CircleMemberActView[];
}

export class CirclePeopleView {
  @ListOf(() => CirclePersonLine, { max: circleModeratorsMax }) items: CirclePersonLine[];
}

const acting = { tag: 'circles', status: 200, ifMatch: true } as const;

export const circleContract = {
  create: command('affairs.circle.create', FoundCircle, CircleView, {
    http: 'POST circles',
    tag: 'circles',
    summary: 'Founds a circle for the people of a union and of those below it; its founder is a member',
    example: {
      unionId: '019a0000-0000-7000-8000-000000000001',
      name: '摄影圈',
      about: '爱拍照的工友在这里交流。',
      joining: 'open',
    },
  }),
  change: command('affairs.circle.change', ChangeCircle, CircleView, {
    http: 'PATCH circles/:circleId',
    tag: 'circles',
    summary: 'Changes name, about, or how one joins',
    ifMatch: true,
    example: { joining: 'byRequest' },
  }),
  close: command('affairs.circle.close', CircleId, CircleView, {
    ...acting,
    http: 'POST circles/:circleId/close',
    summary: 'Closes a circle: its members read it, and nothing is added',
  }),
  reopen: command('affairs.circle.reopen', CircleId, CircleView, {
    ...acting,
    http: 'POST circles/:circleId/reopen',
    summary: 'Opens a circle that was closed',
  }),
  join: command('affairs.circle.join', JoinCircle, CircleView, {
    http: 'POST circles/:circleId/join',
    tag: 'circles',
    status: 200,
    summary: 'Makes the caller a member under their name, or asks its moderators; once more changes nothing',
  }),
  leave: command('affairs.circle.leave', CircleId, CircleView, {
    http: 'POST circles/:circleId/leave',
    tag: 'circles',
    status: 200,
    summary: 'Leaves a circle, or takes a request to join back; once more changes nothing',
  }),
  get: query('affairs.circle.get', CircleId, CircleView, {
    http: 'GET circles/:circleId',
    tag: 'circles',
    summary: 'A circle that is for the caller, or which they moderate: what it is, and what they may do',
  }),
  list: query('affairs.circle.list', ListCircles, pageOf(CircleLine), {
    http: 'GET circles',
    tag: 'circles',
    summary: 'Circles for the caller, their own ones, or those that they moderate; the newest first',
  }),
  listPeople: query('affairs.circle.list-people', ListCirclePeople, pageOf(CirclePersonLine), {
    http: 'GET circles/:circleId/people',
    tag: 'circles',
    summary: 'Members by name, for members; for moderators also who asks, has left or was removed',
  }),
  accept: command('affairs.circle.accept', CirclePersonId, CirclePersonLine, {
    ...acting,
    http: 'POST circles/:circleId/people/:personId/accept',
    summary: 'Makes somebody a member who has asked; they are notified',
  }),
  decline: command('affairs.circle.decline', CirclePersonId, CirclePersonLine, {
    ...acting,
    http: 'POST circles/:circleId/people/:personId/decline',
    summary: 'Declines a request to join',
  }),
  remove: command('affairs.circle.remove', RemoveFromCircle, CirclePersonLine, {
    ...acting,
    http: 'POST circles/:circleId/people/:personId/remove',
    summary: 'Removes a member with a reason; they come back only if a moderator accepts them',
    example: { reason: '多次发布广告' },
  }),
  nameModerator: command('affairs.circle.name-moderator', CirclePersonId, CirclePersonLine, {
    ...acting,
    http: 'POST circles/:circleId/people/:personId/name-moderator',
    summary: 'Lets a member moderate beside the officers of the union; five at most',
  }),
  nameModerators: command('affairs.circle.name-moderators', NameCircleModerators, CirclePeopleView, {
    http: 'POST circles/:circleId/moderators',
    tag: 'circles',
    status: 200,
    summary:
      'Lets several members moderate at once, all of them or nobody; five at most with those of before',
    example: { personIds: ['019a0000-0000-7000-8000-000000000003'] },
  }),
  endModerator: command('affairs.circle.end-moderator', CirclePersonId, CirclePersonLine, {
    ...acting,
    http: 'POST circles/:circleId/people/:personId/end-moderator',
    summary: 'Lets a member moderate no more',
  }),
};
