import type { Locale, RoleName, Sex } from '@gongxiang/domain';
import { event } from '../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../core/fields.js';
import { type DuesLineReason, duesLineReasons } from '../words/dues-line.js';
import { UnionPlaceDto, type UnionTier, unionTiers } from './union-place.js';

export const entryPurposes = ['activation', 'passwordReset'] as const;
export type EntryPurpose = (typeof entryPurposes)[number];

/** What a code by text message lets a person do; a printed one lets nobody in without a password. */
export const codePurposes = [...entryPurposes, 'signIn'] as const;
export type CodePurpose = (typeof codePurposes)[number];

/** Why a text message is sent: for a code that lets a person in, one that proves a phone, or an invitation to join. */
export const messagePurposes = [...codePurposes, 'application', 'invitation', 'phoneChange'] as const;
export type MessagePurpose = (typeof messagePurposes)[number];

export const sizeClasses = ['large', 'medium', 'small', 'micro', 'unclassified'] as const;
export type SizeClassName = (typeof sizeClasses)[number];

/** The whole public state of a union. */
export class UnionState {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid({ nullable: true }) parentId: string | null;
  /** The place in the tree; every union below has it as its prefix. */
  @Text() path: string;
  @Text() name: string;
  /** The union's own code, 81… or 89…. */
  @Text({ nullable: true }) uscc: string | null;
  @Uuid({ nullable: true }) enterpriseId: string | null;
  /** The size class of its enterprise; null for a union that has none. */
  @OneOf(sizeClasses, { nullable: true }) sizeClass: SizeClassName | null;
  @Flag() active: boolean;
  /** Absent or null: not said. News from before they were told has neither. */
  @OneOf(unionTiers, { optional: true, name: 'UnionTier' }) tier?: UnionTier | null;
  @Nested(() => UnionPlaceDto, { optional: true }) place?: UnionPlaceDto | null;
}

/** The whole public state of an enterprise, an outside organisation or a club: whoever may be a party. */
export class PartyState {
  @OneOf(['enterprise', 'organisation', 'club']) kind: 'enterprise' | 'organisation' | 'club';
  @Uuid() id: string;
  @Whole() version: number;
  @Text() name: string;
  /** The union that it has (an enterprise), or that stands behind it (a club, an organisation). */
  @Uuid({ nullable: true }) unionId: string | null;
  @Text({ nullable: true }) uscc: string | null;
  @OneOf(sizeClasses, { nullable: true }) sizeClass: SizeClassName | null;
  @Flag() active: boolean;
}

export const membershipStates = ['imported', 'active', 'ended'] as const;
export type MembershipState = (typeof membershipStates)[number];

/** Full, or retained (保留会籍): still a member with all services, without dues, vote and office. */
export const membershipStandings = ['full', 'retained'] as const;
export type MembershipStanding = (typeof membershipStandings)[number];

/** Why a membership is retained: the person has retired, has lost their work, or does military service. */
export const retainedReasons = ['retired', 'unemployed', 'militaryService'] as const;
export type RetainedReason = (typeof retainedReasons)[number];

/**
 * Why a membership has ended. `lapsed`: six months without dues and without taking part in union life, by a decision and never by a
 * timer. An officer records one of {@link recordedEndReasons}; the others follow from what else was done.
 */
export const endReasons = [
  'left',
  'deceased',
  'expelled',
  'lapsed',
  'transferred',
  'merged',
  'importUndone',
  'other',
] as const;
export type EndReason = (typeof endReasons)[number];

export const recordedEndReasons = [
  'left',
  'deceased',
  'expelled',
  'lapsed',
  'other',
] as const satisfies readonly EndReason[];
export type RecordedEndReason = (typeof recordedEndReasons)[number];

export const sexes = ['female', 'male'] as const satisfies readonly Sex[];

/**
 * On what terms somebody works: employed (在编、合同制), sent by an agency (劳务派遣), in a new form of work such as
 * riders and drivers for platforms (新就业形态), by the hour (非全日制), or no longer (退休).
 */
export const employmentKinds = ['regular', 'dispatched', 'newForm', 'partTime', 'retired'] as const;
export type EmploymentKind = (typeof employmentKinds)[number];

/** The kinds of those who work: what an employment may be. */
export const workingKinds = [
  'regular',
  'dispatched',
  'newForm',
  'partTime',
] as const satisfies readonly EmploymentKind[];
export type WorkingKind = (typeof workingKinds)[number];

/**
 * What other services may know of a person: never the number, the phone or the name. Sex, birth date and kind of
 * employment are told for one purpose: an activity may be for members of an age, a sex or a kind, and sharing judges
 * that by itself; and affairs lists whom to visit, by month and day of birth and the day of retiring. They stand in no audit value, log or
 * refusal, the first two in no view either; a service that has no such rule keeps none of them.
 */
export class MemberState {
  @Uuid() personId: string;
  @Whole() version: number;
  /** Masked: 张* */
  @Text() maskedName: string;
  @Uuid({ nullable: true }) unionId: string | null;
  @OneOf(membershipStates) state: MembershipState;
  @CalendarDate({ nullable: true }) validFrom: string | null;
  @CalendarDate({ nullable: true }) validTo: string | null;
  /** Absent: full, or told before standings were recorded. */
  @OneOf(membershipStandings, { optional: true, name: 'MembershipStanding' }) standing?: MembershipStanding;
  /** Absent or null: not known. News from before they were told has neither. */
  @OneOf(sexes, { optional: true, name: 'Sex' }) sex?: Sex | null;
  @CalendarDate({ optional: true }) birthDate?: string | null;
  @OneOf(employmentKinds, { optional: true, name: 'EmploymentKind' }) employmentKind?: EmploymentKind | null;
  /**
   * The union that serves somebody who is dispatched where they work (委托服务): they take part there as its members do, while dues, vote
   * and office stay with `unionId`. Absent or null: nobody. News from before it was told has none.
   */
  @Uuid({ optional: true }) servedByUnionId?: string | null;
  /** Since when the membership is retained because the person has retired. Affairs alone keeps it. Absent or null: not known. */
  @CalendarDate({ optional: true }) retiredOn?: string | null;
  /**
   * A keyed hash that stands for whoever took the person in, by hand or by a roster: it says of two members whether it was the same
   * person, and not who. Evaluation alone keeps it. Absent or null: not known.
   */
  @Text({ optional: true }) admitter?: string | null;
}

/** How many members one event tells of at most: their states take 100 kB, and a message may have a megabyte. */
export const membersPerEventMax = 200;

/** The states of several members, each as in {@link MemberState} and of another person. */
export class MembersState {
  @ListOf(() => MemberState, { max: membersPerEventMax }) members: MemberState[];
}

/** That a person belongs to a club, from a day on, to a day. The version counts every coming and going. */
export class ClubMemberState {
  @Uuid() clubId: string;
  @Uuid() personId: string;
  @Whole() version: number;
  @CalendarDate() validFrom: string;
  /** The first day outside; null while the person is in it. */
  @CalendarDate({ nullable: true }) validTo: string | null;
}

/** A group of members of a union (小组、班组). */
export class GroupState {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() name: string;
  @Uuid({ nullable: true }) leaderId: string | null;
  @Flag() active: boolean;
}

/** That a person belongs to a group, from a day on, to a day. */
export class GroupMemberState {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() groupId: string;
  @Uuid() personId: string;
  @CalendarDate() validFrom: string;
  /** The first day outside; null while they are in it. */
  @CalendarDate({ nullable: true }) validTo: string | null;
}

export class RoleGrantState {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() personId: string;
  @Uuid() unionId: string;
  @Text() role: RoleName;
  /**
   * The last day on which it is held, in China; another state says that it was revoked then. Absent or null: no end. News from before
   * roles could have one has none.
   */
  @CalendarDate({ optional: true }) validTo?: string | null;
  @Instant({ nullable: true }) revokedAt: string | null;
}

/**
 * That a code was made which is to reach somebody's phone. Phone, code and language are sealed to notification, which sends text
 * messages: nobody else who sees the event, in a stream or among the dead letters, can read them, not even membership.
 */
export class CodeIssued {
  @Uuid() id: string;
  @OneOf(messagePurposes, { name: 'MessagePurpose' }) purpose: MessagePurpose;
  @Text({ max: 1_000, description: 'A sealed box, base64' }) sealed: string;
  /** Not to be sent after this time. */
  @Instant() until: string;
}

/** What is sealed in {@link CodeIssued}: the code to send, and the recipient. */
export interface CodeMessage {
  readonly phone: string;
  /** Of an invitation: the link, or what to add to the address of the portal. */
  readonly code: string;
  readonly locale: Locale;
  /** Of an invitation: whom it addresses, and the inviting union. */
  readonly name?: string;
  readonly union?: string;
}

/** About what a text message is sent that is no code of entry: an account, a membership, or what somebody without an account has asked for. */
export const textKinds = [
  'totpAdded',
  'totpRemoved',
  'passkeyAdded',
  'passkeyRemoved',
  'recoveryCodesRenewed',
  'recoveryCodeUsed',
  'factorsCleared',
  'accountLinked',
  'accountUnlinked',
  'phoneCorrected',
  'phoneChangeWaits',
  'phoneChangeStopped',
  'phoneChanged',
  'erasureAsked',
  'erasureOnPaper',
  'erasureLapsed',
  'passwordWasReset',
  'passwordChanged',
  'resetCodeAsked',
  'resetCodeReady',
  'signInMerged',
  'membershipEnded',
  'lapseWarned',
  'recordChanged',
  'applicationAdmitted',
  'applicationRefused',
  'applicationMoved',
  'applicationNeedsTransfer',
  'foundingApproved',
  'foundingReturned',
  'foundingRefused',
  'foundingMoved',
  'foundingDone',
  'foundingLapsed',
] as const;
export type TextKind = (typeof textKinds)[number];

/**
 * That somebody is to be told of a change of their account, or of an outcome, by text message. Phone, words and language are sealed to notification, as
 * those of a code are.
 */
export class TextRaised {
  @Uuid() id: string;
  @OneOf(textKinds, { name: 'TextKind' }) kind: TextKind;
  @Text({ max: 2_000, description: 'A sealed box, base64' }) sealed: string;
  /** Not to be sent after this time. */
  @Instant() until: string;
}

/** What is sealed in {@link TextRaised}: words without a code, in which the values stand. */
export interface WordMessage {
  readonly phone: string;
  readonly kind: TextKind;
  readonly values: Readonly<Record<string, string>>;
  readonly locale: Locale;
}

/** Membership's answer to `DuesLineChanged`: whether the line was booked as dues, and if not, why. */
export class DuesLineAnswered {
  @Uuid() lineId: string;
  /** Of what was said of the line; an answer to an older version is ignored. */
  @Whole() version: number;
  /** Counts the answers: a receipt may be taken back later. */
  @Whole() answer: number;
  /** Null: it was booked. */
  @OneOf(duesLineReasons, { nullable: true, name: 'DuesLineReason' }) reason: DuesLineReason | null;
  @Text({ nullable: true, max: 20, description: 'Like 2026-000012; null if it was not booked' })
  receipt: string | null;
}

/** Tells the state of the aggregate after each change; an older version is skipped by whoever keeps a copy. */
export const membershipEvents = {
  unionChanged: event('evt.membership.union.changed.v1', UnionState),
  partyChanged: event('evt.membership.party.changed.v1', PartyState),
  memberChanged: event('evt.membership.member.changed.v1', MemberState, { stateOf: 'personId' }),
  /** What a roster has changed of many members at a time; whoever keeps a copy of members hears both. */
  membersChanged: event('evt.membership.members.changed.v1', MembersState, {
    stateOf: 'personId',
    statesIn: 'members',
  }),
  clubMemberChanged: event('evt.membership.club-member.changed.v1', ClubMemberState),
  groupChanged: event('evt.membership.group.changed.v1', GroupState),
  groupMemberChanged: event('evt.membership.group-member.changed.v1', GroupMemberState),
  roleChanged: event('evt.membership.role.changed.v1', RoleGrantState),
  duesLineAnswered: event('evt.membership.dues-line.answered.v1', DuesLineAnswered),
  /** No state: it is told once, and never anew. */
  codeIssued: event('evt.membership.code.issued.v1', CodeIssued),
  /** No state, either. */
  textRaised: event('evt.membership.text.raised.v1', TextRaised),
};
