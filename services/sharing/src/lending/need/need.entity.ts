import type { SplitRuleDto } from '@gongxiang/contracts/settlement/splits/split.contract';
import type {
  MatchOutcomeKind,
  MatchState,
  MatchKind,
} from '@gongxiang/contracts/sharing/finding/match.contract';
import type { NeedAudience, NeedState } from '@gongxiang/contracts/sharing/lending/need.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import type { PartyKind } from '@gongxiang/domain';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatchReason, Want } from './want.model.js';
import type { StoredFlexible, StoredWindow } from './span.model.js';

@Entity('need')
export class NeedRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') partyKind: PartyKind;
  @Column('uuid') partyId: string;
  @Column('uuid') unionId: string;
  @Column('text') title: string;
  @Column('text') text: string;
  @Column('jsonb') wants: Want[];
  @Column('text', { array: true }) functions: ResourceFunction[];
  /** The businesses of its wants; empty if none asks for one. */
  @Column('text', { array: true }) businesses: UnionBusiness[];
  @Column('jsonb') windows: StoredWindow[];
  @Column('jsonb') flexible: StoredFlexible[];
  @Column('text') audience: NeedAudience;
  @Column('text', { nullable: true }) district: string | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('integer') headcount: number;
  @Column({ ...fen, nullable: true }) budgetFen: bigint | null;
  @Column('text') state: NeedState;
  /** The end of its last time. */
  @Column(instant) expiresAt: Date;
  /** Each character and each pair of neighbours of its title, its text and the required skills. */
  @Column('text', { array: true }) searchTerms: string[];
  @Column('uuid') postedBy: string;
  @Column({ ...instant, nullable: true }) matchesComputedAt: Date | null;
  @Column(instant) createdAt: Date;
}

/** The result of a match. Times are stored as text, as published. */
export interface MatchOutcome {
  readonly kind: MatchOutcomeKind;
  readonly id: string;
  readonly activityId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** A plan of tasks and cost shares. Parties are keys like `union:<id>`. */
export interface CoHostingPlan {
  readonly tasks: readonly { readonly party: string; readonly title: string }[];
  readonly rule: SplitRuleDto;
}

@Entity('need_match')
export class MatchRow {
  @PrimaryColumn('uuid') needId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') offerKind: MatchKind;
  @Column('uuid') offerId: string;
  @Column('uuid') ownerUnionId: string;
  /** The personal owner of the offer; null if it belongs to a union or another party. */
  @Column('uuid', { nullable: true }) ownerPersonId: string | null;
  @Column('integer') want: number;
  @Column('integer') score: number;
  @Column('jsonb') reasons: MatchReason[];
  @Column('text') state: MatchState;
  @Column(instant) computedAt: Date;
  @Column({ ...instant, nullable: true }) proposedAt: Date | null;
  @Column('uuid', { nullable: true }) proposedBy: string | null;
  @Column('jsonb', { nullable: true }) outcome: MatchOutcome | null;
  /** The activity that it leads to; its two hosts then have to agree. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('jsonb', { nullable: true }) plan: CoHostingPlan | null;
}

/** The latest score of an activity, with the terms it took place under. */
@Entity('activity_score')
export class ActivityScoreRow {
  @PrimaryColumn('uuid') activityId: string;
  @Column('double precision') score: number;
  @Column(instant) computedAt: Date;
  @Column('uuid') unionId: string;
  @Column('uuid', { nullable: true }) resourceId: string | null;
  @Column('uuid', { nullable: true }) brandId: string | null;
}
