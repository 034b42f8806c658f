import type { EmploymentKind, SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { ProposalState } from '@gongxiang/contracts/sharing/activities/activity-parts';
import type { ActivityKind } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type {
  ActivityState,
  ResourceFunction,
  UnionBusiness,
} from '@gongxiang/contracts/sharing/sharing-events';
import type { PartyKind, Sex } from '@gongxiang/domain';
import { day, instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A party that agreed to host an activity too, with its name and the union behind it at that time. */
export interface CoHostRef {
  readonly kind: PartyKind;
  readonly id: string;
  readonly name: string;
  readonly unionId: string;
}

/** A draw of an activity's seats. Times are stored as text, as published. */
export interface DrawRef {
  readonly id: string;
  readonly opensAt: string;
  readonly closesAt: string;
  /** Until it is drawn nobody gets a seat by signing up. */
  readonly decides: boolean;
}

/** The queue before the opening of sign-up. Times are stored as text, as published. */
export interface QueueRef {
  readonly joinFrom: string;
  /**
   * When the first person is let in: the opening of sign-up, or the time of the change if it was moved into the past.
   */
  readonly opensAt: string;
  readonly perMinute: number;
}

/** The cover picture of an activity, denormalised for lists. */
export interface CoverRef {
  readonly id: string;
  readonly alt: string;
}

/** The brand it is an edition of, with the names at the time of adoption. */
export interface BrandRef {
  readonly id: string;
  readonly name: string;
  readonly founder: string;
  readonly edition: number;
  /** The version of the brand's template it was created from. */
  readonly templateVersion: number;
}

/** A worker's proposal, with their masked name. Their union decides; the name stays. */
export interface ProposalRef {
  readonly personId: string;
  readonly name: string;
  readonly state: ProposalState;
  readonly reason: string | null;
  readonly heads: number | null;
  readonly needed: string | null;
  /** As text, as published. */
  readonly proposedAt: string;
}

export interface NoShowPolicy {
  readonly effect: 'blocked';
  readonly countFrom: number;
  readonly withinDays: number;
  readonly blockedDays: number;
}

/** For members of a union near the one behind the organiser: exactly one of the two is set. */
export interface NeighbourRule {
  readonly withinKm: number | null;
  readonly samePark: boolean;
}

/** Eligibility rules. Empty or null rules do not apply; all others must be met. */
export interface EligibilityRules {
  /** Members of any of these unions or below. */
  readonly unionIds: readonly string[];
  /** The size of the enterprise of the member's union. */
  readonly sizeClasses: readonly SizeClassName[];
  /** Completed years on the day of the activity. */
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly sex: Sex | null;
  /** Null if no-shows block nobody. */
  readonly noShow: NoShowPolicy | null;
  /** This and the two below are absent in rules stored before they existed. */
  readonly neighbours?: NeighbourRule | null;
  /** Members of any of these on the day of the activity. */
  readonly clubIds?: readonly string[];
  readonly employmentKinds?: readonly EmploymentKind[];
  /** People in any of these on the day of the activity; absent in rules stored before it existed. */
  readonly groupIds?: readonly string[];
}

@Entity('activity')
export class ActivityRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') title: string;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text') kind: ActivityKind;
  @Column('text') function: ResourceFunction;
  @Column('text') business: UnionBusiness;
  @Column('text') state: ActivityState;
  @Column('text') organiserKind: PartyKind;
  @Column('uuid') organiserId: string;
  @Column('text') organiserName: string;
  /** The union behind the organiser, with its path: its roles manage the activity. */
  @Column('uuid') unionId: string;
  @Column(treePath) unionPath: string;
  /** Accepted co-hosts, in the order of invitation. */
  @Column('jsonb') coHosts: readonly CoHostRef[];
  /** The unions behind the organiser and all invited or accepted parties: their roles see the draft. */
  @Column('uuid', { array: true }) partyUnionIds: string[];
  @Column('text', { nullable: true }) venue: string | null;
  @Column('uuid', { nullable: true }) resourceId: string | null;
  @Column('uuid', { nullable: true }) loanId: string | null;
  @Column(instant) startsAt: Date;
  @Column(instant) endsAt: Date;
  @Column('text') timeZone: string;
  @Column(instant) signUpOpensAt: Date;
  @Column(instant) signUpClosesAt: Date;
  /** The most companions per person. */
  @Column('integer') companionsMax: number;
  /**
   * The waitlist prefers people who attended fewer activities in so many days; null if sign-up order alone decides.
   */
  @Column('integer', { nullable: true }) waitlistFairShareDays: number | null;
  /** The agreement version in force. */
  @Column('uuid', { nullable: true }) agreementId: string | null;
  /** The number of hosts in the agreement in force: all of them, unless another has joined since. */
  @Column('integer') agreedHosts: number;
  /** True once there are co-hosts. */
  @Column('boolean') agreementRequired: boolean;
  /** Open invitations to co-host it. */
  @Column('integer') openInvitations: number;
  /** The last day a co-host may leave, in the activity's time zone; null for not after publication. */
  @Column({ ...day, nullable: true }) leaveUntil: string | null;
  /** The series it is an occurrence of; the three columns below are set with it. */
  @Column('uuid', { nullable: true }) seriesId: string | null;
  /** The date of the series' rule it stands for, `YYYY-MM-DD`. */
  @Column({ ...day, nullable: true }) seriesDate: string | null;
  /** The number of the occurrence, from 1. */
  @Column('integer', { nullable: true }) seriesNumber: number | null;
  @Column('integer', { nullable: true }) seriesSize: number | null;
  /** Columns changed for this occurrence only. */
  @Column('text', { array: true }) seriesOwn: string[];
  /** The latest draw that was not cancelled; denormalised, as every sign-up needs it. */
  @Column('jsonb', { nullable: true }) draw: DrawRef | null;
  /** Null if there is no queue; denormalised, so that sign-up without a queue costs nothing more. */
  @Column('jsonb', { nullable: true }) queue: QueueRef | null;
  /** The current version of the sign-up form; 0 without one. */
  @Column('integer') formVersion: number;
  /** Null if there are no rules beyond the pools. */
  @Column('jsonb', { nullable: true }) eligibility: EligibilityRules | null;
  @Column('jsonb', { nullable: true }) cover: CoverRef | null;
  @Column('jsonb', { nullable: true }) brand: BrandRef | null;
  @Column('jsonb', { nullable: true }) proposal: ProposalRef | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) publishedAt: Date | null;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) cancelReason: string | null;
  /** When the shares of its cost were approved; null again once they are reversed. */
  @Column({ ...instant, nullable: true }) settledAt: Date | null;
  /** When it was archived; null again once it is restored. */
  @Column({ ...instant, nullable: true }) archivedAt: Date | null;
  /** The attendance facts frozen at the close: their number and SHA-256. */
  @Column('integer', { nullable: true }) factCount: number | null;
  @Column('text', { nullable: true }) factsHash: string | null;
}

/** Columns that no view shows. */
export const unshownFields = [
  'unionPath',
  'partyUnionIds',
  'seriesOwn',
  'createdBy',
  'createdAt',
  'factCount',
  'factsHash',
] as const satisfies readonly (keyof ActivityRow)[];

/** The columns that views show. */
export type ShownActivity = Omit<ActivityRow, (typeof unshownFields)[number]>;
