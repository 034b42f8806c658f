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

/** A draw of an activity's seats. Times are kept as text, as they are told. */
export interface DrawRef {
  readonly id: string;
  readonly opensAt: string;
  readonly closesAt: string;
  /** Until it is drawn nobody gets a seat by signing up. */
  readonly decides: boolean;
}

/** The queue before the opening of sign-up. Times are kept as text, as they are told. */
export interface QueueRef {
  readonly joinFrom: string;
  /** When the first is let in: the opening of sign-up, or the moment at which that was moved into the past. */
  readonly opensAt: string;
  readonly perMinute: number;
}

/** The picture by which an activity is known in lists; kept here, as lists show it. */
export interface CoverRef {
  readonly id: string;
  readonly alt: string;
}

/** Of which brand it is an edition, with the names of the time when it became one. */
export interface BrandRef {
  readonly id: string;
  readonly name: string;
  readonly founder: string;
  readonly edition: number;
  /** Of the brand's template from which it was made. */
  readonly templateVersion: number;
}

/** What a worker has proposed, with his masked name. His union decides; the name stays. */
export interface ProposalRef {
  readonly personId: string;
  readonly name: string;
  readonly state: ProposalState;
  readonly reason: string | null;
  readonly heads: number | null;
  readonly needed: string | null;
  /** As text, as it is told. */
  readonly proposedAt: string;
}

export interface NoShowPolicy {
  readonly effect: 'blocked';
  readonly countFrom: number;
  readonly withinDays: number;
  readonly blockedDays: number;
}

/** For whoever belongs to a union near the one behind the organiser: one of the two is asked. */
export interface NeighbourRule {
  readonly withinKm: number | null;
  readonly samePark: boolean;
}

/** Who may come. What is empty or null asks for nothing; all that is asked for has to hold. */
export interface EligibilityRules {
  /** Of any of these unions, or below. */
  readonly unionIds: readonly string[];
  /** Of the enterprise of the member's union. */
  readonly sizeClasses: readonly SizeClassName[];
  /** Completed years on the day of the activity. */
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  readonly sex: Sex | null;
  /** Null where no-shows keep nobody away. */
  readonly noShow: NoShowPolicy | null;
  /** This and the two below are absent in rules from before they could be asked. */
  readonly neighbours?: NeighbourRule | null;
  /** In any of these on the day of the activity. */
  readonly clubIds?: readonly string[];
  readonly employmentKinds?: readonly EmploymentKind[];
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
  /** The union behind the organiser, and its place in the tree: whose roles manage the activity. */
  @Column('uuid') unionId: string;
  @Column(treePath) unionPath: string;
  /** Who accepted to host it too, in the order of invitation. */
  @Column('jsonb') coHosts: readonly CoHostRef[];
  /** The unions behind the organiser and behind everyone who is invited or has accepted: whose roles see the draft. */
  @Column('uuid', { array: true }) partyUnionIds: string[];
  @Column('text', { nullable: true }) venue: string | null;
  @Column('uuid', { nullable: true }) resourceId: string | null;
  @Column('uuid', { nullable: true }) loanId: string | null;
  @Column(instant) startsAt: Date;
  @Column(instant) endsAt: Date;
  @Column('text') timeZone: string;
  @Column(instant) signUpOpensAt: Date;
  @Column(instant) signUpClosesAt: Date;
  /** Companions that each person may bring. */
  @Column('integer') companionsMax: number;
  /** In the waitlist who came to fewer activities in so many days stands first; null where sign-up alone decides. */
  @Column('integer', { nullable: true }) waitlistFairShareDays: number | null;
  /** The agreement version in force. */
  @Column('uuid', { nullable: true }) agreementId: string | null;
  /** How many hosts the agreement in force names: all of them, unless another has joined since. */
  @Column('integer') agreedHosts: number;
  /** True as soon as there are co-hosts. */
  @Column('boolean') agreementRequired: boolean;
  /** Invitations to host it that nobody has accepted, declined or withdrawn. */
  @Column('integer') openInvitations: number;
  /** The last day on which a co-host may leave, in the zone of the activity; null for not after the publication. */
  @Column({ ...day, nullable: true }) leaveUntil: string | null;
  /** The series of which it is an occurrence; then the three below are there as well. */
  @Column('uuid', { nullable: true }) seriesId: string | null;
  /** The day of the series' rule for which it stands, `YYYY-MM-DD`. */
  @Column({ ...day, nullable: true }) seriesDate: string | null;
  /** Which occurrence it is, from 1. */
  @Column('integer', { nullable: true }) seriesNumber: number | null;
  @Column('integer', { nullable: true }) seriesSize: number | null;
  /** The columns that were changed for this occurrence alone. */
  @Column('text', { array: true }) seriesOwn: string[];
  /** The latest draw of its seats that was not cancelled; kept here, as whoever signs up has to know of it. */
  @Column('jsonb', { nullable: true }) draw: DrawRef | null;
  /** Null where nobody has to wait for his turn; kept here, so that sign-up for such an activity costs nothing more. */
  @Column('jsonb', { nullable: true }) queue: QueueRef | null;
  /** The version of its sign-up form in force; 0 where it has none. */
  @Column('integer') formVersion: number;
  /** Null where everybody may come for whom there are seats. */
  @Column('jsonb', { nullable: true }) eligibility: EligibilityRules | null;
  @Column('jsonb', { nullable: true }) cover: CoverRef | null;
  @Column('jsonb', { nullable: true }) brand: BrandRef | null;
  @Column('jsonb', { nullable: true }) proposal: ProposalRef | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) publishedAt: Date | null;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) cancelReason: string | null;
  /** When the shares of its cost were approved; null again once they are taken back. */
  @Column({ ...instant, nullable: true }) settledAt: Date | null;
  /** Since when it is put away; null again once it is got out. */
  @Column({ ...instant, nullable: true }) archivedAt: Date | null;
  /** The attendance facts that were frozen at the close: how many, and their SHA-256. */
  @Column('integer', { nullable: true }) factCount: number | null;
  @Column('text', { nullable: true }) factsHash: string | null;
}

/** What nobody is shown of it. */
export const unshownFields = [
  'unionPath',
  'partyUnionIds',
  'seriesOwn',
  'createdBy',
  'createdAt',
  'factCount',
  'factsHash',
] as const satisfies readonly (keyof ActivityRow)[];

/** As much of it as its view shows. */
export type ShownActivity = Omit<ActivityRow, (typeof unshownFields)[number]>;
