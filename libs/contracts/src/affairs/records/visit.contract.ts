import { OmitType } from '@nestjs/swagger';
import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  UuidList,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';

/** Why somebody was visited. */
export const visitReasons = [
  'sickness',
  'birth',
  'bereavement',
  'hardship',
  'retirement',
  'festival',
] as const;
export type VisitReason = (typeof visitReasons)[number];

/** Something that was promised is still to be seen to; nothing is, or not any more; entered by mistake, and emptied. */
export const visitStates = ['promised', 'done', 'withdrawn'] as const;
export type VisitState = (typeof visitStates)[number];

/** What the caller may do with a visit now. */
export const visitActs = ['change', 'followUp', 'withdraw'] as const;
export type VisitAct = (typeof visitActs)[number];

/** As whom the caller has to do with visits: the one who was visited, or one of those who went. */
export const visitSides = ['visited', 'visitor'] as const;
export type VisitSide = (typeof visitSides)[number];

export const visitorsMax = 10;
const wordsMax = 1000;
const promiseMax = 500;
const broughtMax = 200;

/** What is said about a visit. All but its days and people is sealed. */
export class VisitContent {
  @OneOf(visitReasons, { name: 'VisitReason' }) reason: VisitReason;
  @CalendarDate({ description: 'Today, or within the last year' }) visitedOn: string;
  @UuidList({ min: 1, max: visitorsMax, description: 'Who went: members, and not the one who was visited' })
  visitorIds: string[];
  @Text({ optional: true, max: broughtMax, example: '米、油各一份' }) brought?: string | null;
  @Nested(() => Money, {
    optional: true,
    description: 'Money that was brought: settlement pays it through a matter, which has to be said',
  })
  amount?: Money | null;
  @Text({
    optional: true,
    max: 40,
    description: 'Of a matter of the person that the caller has in hand, through which the money is paid',
  })
  matterNumber?: string | null;
  @Text({ optional: true, max: wordsMax, example: '术后恢复良好，家中老人无人照看' }) found?: string | null;
  @Text({ optional: true, max: promiseMax, description: 'With the day until which it is seen to' })
  promised?: string | null;
  @CalendarDate({ optional: true, description: 'Until when what was promised is seen to' }) followUpOn?:
    string | null;
}

export class EnterVisit extends VisitContent {
  @Uuid({ description: 'Who was visited: a member of the union of the officer, or of one below it' })
  personId: string;
}

export class ChangeVisit extends VisitContent {
  @Uuid() visitId: string;
}

export class VisitId {
  @Uuid() visitId: string;
}

export class FollowUpVisit {
  @Uuid() visitId: string;
  @Text({ max: promiseMax, description: 'What became of what was promised', example: '已联系社区安排助餐' })
  outcome: string;
}

export class WithdrawVisit {
  @Uuid() visitId: string;
  @Text({ max: promiseMax, description: 'Stays in place of all that was said', example: '登记错了人' })
  reason: string;
}

export class ListVisits extends PageRequest {
  @OneOf(visitStates, { optional: true, name: 'VisitState' }) state?: VisitState;
  @Uuid({ optional: true, description: 'Visits to this person alone' }) personId?: string;
}

export class ListMyVisits extends PageRequest {
  @OneOf(visitSides, { name: 'VisitSide' }) side: VisitSide;
}

export class VisitLine {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(visitStates, { name: 'VisitState' }) state: VisitState;
  @OneOf(visitReasons, { nullable: true, name: 'VisitReason', description: 'Null once it is withdrawn' })
  reason: VisitReason | null;
  @CalendarDate() visitedOn: string;
  @Text({ description: 'Who was visited, masked', example: '张*' }) personName: string;
  @Text({ description: 'The union that has visited' }) unionName: string;
  @CalendarDate({ nullable: true }) followUpOn: string | null;
}

export class VisitorView {
  @Uuid({ nullable: true, description: 'Null for the person who was visited' }) personId: string | null;
  @Text({ nullable: true, description: 'Masked; null of somebody who was erased' }) name: string | null;
}

export class VisitActView {
  @OneOf(visitActs, { name: 'VisitAct' }) act: VisitAct;
}

export class VisitView extends OmitType(VisitLine, []) {
  @Flag({ description: 'The caller was visited' }) own: boolean;
  @Uuid({ nullable: true, description: 'Null for the person who was visited' }) personId: string | null;
  @ListOf(() => VisitorView, { max: visitorsMax }) visitors: VisitorView[];
  @Text({ nullable: true, max: broughtMax }) brought: string | null;
  @Nested(() => Money, { nullable: true }) amount: Money | null;
  @Text({ nullable: true, description: 'Of the matter through which money is paid' }) matterNumber:
    string | null;
  @Nested(() => Money, {
    nullable: true,
    description: 'What settlement has paid for that matter so far; null without one',
  })
  paid: Money | null;
  @Text({ nullable: true, max: wordsMax }) found: string | null;
  @Text({ nullable: true, max: promiseMax }) promised: string | null;
  @Text({ nullable: true, max: promiseMax }) outcome: string | null;
  @Instant({ nullable: true }) followedUpAt: string | null;
  @Text({ nullable: true, max: promiseMax, description: 'Why it was withdrawn' }) withdrawnFor: string | null;
  @Text({ nullable: true, description: 'Masked' }) enteredByName: string | null;
  @Instant() enteredAt: string;
  @ListOf(() => VisitActView, { max: visitActs.length }) acts: VisitActView[];
}

const example = {
  reason: 'sickness',
  visitedOn: '2026-11-20',
  visitorIds: ['0190a0b0-0000-7000-8000-000000000001'],
  brought: '米、油各一份',
  found: '术后恢复良好，家中老人无人照看',
  promised: '联系社区安排助餐',
  followUpOn: '2026-12-04',
};
const acting = { tag: 'records', ifMatch: true } as const;

export const visitContract = {
  enter: command('affairs.visit.enter', EnterVisit, VisitView, {
    http: 'POST visits',
    tag: 'records',
    summary: 'Enters a visit to a member; the member is notified, and reads all that is said',
    example: { personId: '0190a0b0-0000-7000-8000-000000000002', ...example },
  }),
  change: command('affairs.visit.change', ChangeVisit, VisitView, {
    ...acting,
    http: 'PUT visits/:visitId',
    summary: 'Corrects what is said about a visit: officers of the union that has visited',
    example,
  }),
  followUp: command('affairs.visit.follow-up', FollowUpVisit, VisitView, {
    ...acting,
    http: 'POST visits/:visitId/follow-up',
    status: 200,
    summary: 'Says what became of what was promised: who went, or an officer of their union',
    example: { outcome: '已联系社区安排助餐' },
  }),
  withdraw: command('affairs.visit.withdraw', WithdrawVisit, VisitView, {
    ...acting,
    http: 'POST visits/:visitId/withdraw',
    status: 200,
    summary: 'Takes back a visit that was entered by mistake: nothing stays of it but the reason',
    example: { reason: '登记错了人' },
  }),
  get: query('affairs.visit.get', VisitId, VisitView, {
    http: 'GET visits/:visitId',
    tag: 'records',
    summary: 'A visit: for who was visited, who went, and officers of the very union that has visited',
  }),
  list: query('affairs.visit.list', ListVisits, pageOf(VisitLine), {
    http: 'GET visits',
    tag: 'records',
    summary: 'Visits of the very unions whose officer the caller is, the newest first',
  }),
  listMine: query('affairs.visit.list-mine', ListMyVisits, pageOf(VisitLine), {
    http: 'GET me/visits',
    tag: 'records',
    summary: 'Visits to the caller, or those on which they went, the newest first',
  }),
};
