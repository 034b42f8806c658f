import { command, Done, PageRequest, query } from '../../core/contract.js';
import {
  AlwaysTrue,
  CalendarDate,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { rankingCallKinds } from '../../evaluation/ranking-call.js';
import { type IntakeKind, intakeKinds } from '../../membership/membership-events.js';
import { intakeNewsKinds } from '../../membership/membership-events.js';
import { moneyCallKinds, type MoneyDirection, moneyDirections } from '../../settlement/money-call.js';

import { type ActivityState, activityStates } from '../sharing-events.js';

/** What a reminder counts down to. */
export const reminderAnchors = ['start', 'signUpCloses', 'poolOpens'] as const;

export type ReminderAnchor = (typeof reminderAnchors)[number];

/** What a notice says of an activity, or of a loan. The words are made where they are read, in the reader's language. */
export const noticeKinds = [
  'seatGiven',
  'seatOffered',
  'seatWithdrawn',
  'offerExpired',
  'signedUp',
  'registrationCancelled',
  'activityCancelled',
  'activityChanged',
  'reminder',
  'message',
  'questionAnswered',
  'questionHidden',
  'taskDue',
  'invitationCountered',
  'coHostLeft',
  'brandAdopted',
  'adoptionAsked',
  'adoptionApproved',
  'adoptionRefused',
  'proposalWaiting',
  'proposalSponsored',
  'proposalDeclined',
  'attendanceCorrected',
  'albumWaiting',
  'albumApproved',
  'albumHidden',
  'albumReportDecided',
  'couponUnredeemed',
  'loanRequested',
  'loanApproved',
  'loanRefused',
  'loanCancelled',
  'loanDueSoon',
  'loanOverdue',
  'loanDelayed',
  'handoverWaiting',
  'handoverAssumed',
  'handoverDisputed',
  'extensionAsked',
  'extensionApproved',
  'extensionRefused',
  'damageClaimed',
  'damageDisputed',
  'damageSettled',
  'needMatched',
  'offerProposed',
  'offerAccepted',
  'offerDeclined',
  'waitOffered',
  'maintenanceDue',
  'maintenanceOverdue',
  'surveyOpened',
  'surveyReminded',
  ...moneyCallKinds,
  'seasonOpened',
  'seasonReminded',
  'seasonClosed',
  ...rankingCallKinds,
  ...intakeNewsKinds,
  'delegationGiven',
  'delegationRevoked',
  'delegationEnded',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Why this person is notified. */
export const noticeReasons = [
  'registered',
  'waited',
  'actedFor',
  'askedReminder',
  'askedQuestion',
  'hosts',
  'founder',
  'askedAdoption',
  'proposersUnion',
  'proposed',
  'concerned',
  'enteredDraw',
  'addedPicture',
  'reportedPicture',
  'borrows',
  'lends',
  'decidesDamage',
  'seeks',
  'offers',
  'waitsForTime',
  'keeps',
  'came',
  'dealsWithMoney',
  'judgesSharing',
  'isRanked',
  'decidesAppeals',
  'wroteIntake',
  'actsInMatter',
] as const;
export type NoticeReason = (typeof noticeReasons)[number];

/** Why a registration was cancelled by others than its person. */
export const cancelCauses = ['byOfficer', 'membershipEnded'] as const;
export type CancelCause = (typeof cancelCauses)[number];

/** As whom somebody acted for the reader. */
export const actingRoles = ['officer', 'organiser'] as const;
export type ActingRole = (typeof actingRoles)[number];

export const seatStates = ['confirmed', 'held', 'waitlisted'] as const;
export type SeatState = (typeof seatStates)[number];

/** A number that a page can show; beyond it there are "more". */
export const unreadShownMax = 1_000;

/** What the words of a notice need; null where its kind has no such thing. */
export class NoticeDetailsView {
  @OneOf(seatStates, { nullable: true, description: 'A seat, one on offer, or a place in the line' })
  state: SeatState | null;
  @Instant({ nullable: true, description: 'By when an offered seat is to be accepted' })
  expiresAt: string | null;
  @OneOf(cancelCauses, { nullable: true }) cause: CancelCause | null;
  @OneOf(actingRoles, { nullable: true, description: 'As whom somebody acted for the reader' })
  role: ActingRole | null;
  @Text({ nullable: true, max: 500, description: 'In the words of who decided' }) reason: string | null;
  @Instant({ nullable: true }) startsAt: string | null;
  @Instant({ nullable: true, description: 'When it was to begin before' }) startsAtBefore: string | null;
  @Text({ nullable: true, description: 'Where it takes place now; null where that has not changed' })
  venue: string | null;
  @Text({ nullable: true, description: 'Where it was to take place before' }) venueBefore: string | null;
  @OneOf(reminderAnchors, { nullable: true, name: 'ReminderAnchor' }) anchor: ReminderAnchor | null;
  @Instant({ nullable: true, description: 'What a reminder counts down to' }) at: string | null;
  @Text({ nullable: true, description: 'The name of the pool that opens' }) poolName: string | null;
  @Text({ nullable: true, description: 'The party that it is about' }) partyName: string | null;
  @Text({ nullable: true, max: 200, description: 'The task that is due' }) taskTitle: string | null;
  @CalendarDate({ nullable: true, description: 'By when the task is due' }) dueOn: string | null;
  @Uuid({ nullable: true, description: 'The loan that it is about' }) loanId: string | null;
  @Text({ nullable: true, max: 19, description: 'An amount of money, in whole fen' }) fen: string | null;
  @OneOf(moneyDirections, {
    nullable: true,
    name: 'MoneyDirection',
    description: 'Whether the party owes the amount or is owed it',
  })
  direction: MoneyDirection | null;
  @Text({ nullable: true, description: 'What is lent' }) resourceTitle: string | null;
  @Uuid({ nullable: true, description: 'The resource that it is about' }) resourceId: string | null;
  @Uuid({ nullable: true, description: 'The need that it is about' }) needId: string | null;
  @Text({ nullable: true, max: 100, description: 'The title of the need at that time' }) needTitle:
    string | null;
  @Text({ nullable: true, description: 'What is offered to the need' }) offerTitle: string | null;
  @Uuid({ nullable: true, description: 'The wait for a time that it is about' }) waitId: string | null;
  @Uuid({ nullable: true, description: 'The survey that asks the reader' }) surveyId: string | null;
  @Text({
    nullable: true,
    max: 64,
    description: "Of the survey's public keys, SHA-256: the same for everybody",
  })
  keysHash: string | null;
  @Uuid({
    nullable: true,
    description: 'The confirmation, dispute, payment or subsidy that it is about; of a disclosure its union',
  })
  moneyId: string | null;
  @Text({ nullable: true, max: 1_000, description: 'What that is called' }) moneyTitle: string | null;
  @Uuid({ nullable: true, description: 'The season that the reader judges' }) efficacySurveyId: string | null;
  @Text({ nullable: true, max: 100, description: 'How the season is called' }) seasonName: string | null;
  @Uuid({ nullable: true, description: 'The ranking that it is about' }) rankingId: string | null;
  @Text({ nullable: true, max: 200, description: 'How the ranking is called' }) rankingTitle: string | null;
  @Uuid({
    nullable: true,
    description: 'The complaint, suggestion or question of the reader that it is about',
  })
  intakeId: string | null;
  @Uuid({ nullable: true, description: 'The delegation to the reader that it is about' }) delegationId:
    string | null;
  @OneOf(intakeKinds, { nullable: true, name: 'IntakeKind' }) intakeKind: IntakeKind | null;
  @Uuid({ nullable: true, description: 'The brand that it is about' }) brandId: string | null;
  @Text({ nullable: true, max: 100, description: 'The name of the brand at that time' }) brandName:
    string | null;
  @Text({ nullable: true, max: 100, description: 'Of a message' }) subject: string | null;
  @Text({ nullable: true, max: 2_000, description: 'Of a message; null once it is withdrawn' })
  text: string | null;
  @Instant({ nullable: true, description: 'When its sender withdrew a message' }) withdrawnAt: string | null;
}

export class NoticeView {
  @Uuid() id: string;
  @OneOf(noticeKinds, { name: 'NoticeKind' }) kind: NoticeKind;
  @OneOf(noticeReasons, { name: 'NoticeReason', description: 'Why the reader is notified' })
  why: NoticeReason;
  @Uuid({ nullable: true, description: 'Null where it is about something else' }) activityId: string | null;
  @Text({ nullable: true }) activityTitle: string | null;
  @OneOf(activityStates, { nullable: true, name: 'ActivityState' }) activityState: ActivityState | null;
  @Text({ description: 'IANA zone in which its times are read' }) timeZone: string;
  @Nested(() => NoticeDetailsView) details: NoticeDetailsView;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) readAt: string | null;
}

export class ListNoticesRequest extends PageRequest {
  @AlwaysTrue({ optional: true, description: 'Only those that are unread' }) unread?: true;
  @OneOf(noticeKinds, { optional: true, name: 'NoticeKind' }) kind?: NoticeKind;
}

export class NoticePage {
  @ListOf(() => NoticeView, { max: 200 }) items: NoticeView[];
  @Text({ nullable: true, max: 500 }) nextCursor: string | null;
  @Whole({ max: unreadShownMax, description: 'Unread ones of every kind; the maximum stands for more' })
  unread: number;
}

export class NoticeIdRequest {
  @Uuid() noticeId: string;
}

export class ReadNoticesRequest {
  @Uuid({ description: 'The newest that the reader has seen: what came after it stays unread' }) upTo: string;
}

export const noticeContract = {
  list: query('sharing.notice.list', ListNoticesRequest, NoticePage, {
    http: 'GET me/notices',
    tag: 'notices',
    summary: 'Lists the caller’s notices, the newest first, and counts the unread ones',
  }),
  read: command('sharing.notice.read', NoticeIdRequest, NoticeView, {
    http: 'POST me/notices/:noticeId/read',
    tag: 'notices',
    summary: 'Marks a notice as read',
    status: 200,
    example: {},
  }),
  readAll: command('sharing.notice.readAll', ReadNoticesRequest, Done, {
    http: 'POST me/notices/read-all',
    tag: 'notices',
    summary: 'Marks the caller’s notices as read, up to one that they have seen',
    status: 200,
    example: { upTo: '019a9a5e-3c00-7000-8000-000000000001' },
  }),
};
