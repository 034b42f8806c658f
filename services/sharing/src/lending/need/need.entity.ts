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
  /** Of its wants; empty where none asks for one. */
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
  /** Each character and each pair of neighbours of its title, its text and the skills that it asks for. */
  @Column('text', { array: true }) searchTerms: string[];
  @Column('uuid') postedBy: string;
  @Column({ ...instant, nullable: true }) matchesComputedAt: Date | null;
  @Column(instant) createdAt: Date;
}

/** What came of a match. Times are kept as text, as they are told. */
export interface MatchOutcome {
  readonly kind: MatchOutcomeKind;
  readonly id: string;
  readonly activityId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Who could do what, and how the cost could be split. Parties are keys like `union:<id>`. */
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
  /** The person whose own is offered; null where it is a union's or another party's. */
  @Column('uuid', { nullable: true }) ownerPersonId: string | null;
  @Column('integer') want: number;
  @Column('integer') score: number;
  @Column('jsonb') reasons: MatchReason[];
  @Column('text') state: MatchState;
  @Column(instant) computedAt: Date;
  @Column({ ...instant, nullable: true }) proposedAt: Date | null;
  @Column('uuid', { nullable: true }) proposedBy: string | null;
  @Column('jsonb', { nullable: true }) outcome: MatchOutcome | null;
  /** Of the activity that it leads to; there are then two hosts to agree. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('jsonb', { nullable: true }) plan: CoHostingPlan | null;
}

/** The last score of an activity, with what it was held with. */
@Entity('activity_score')
export class ActivityScoreRow {
  @PrimaryColumn('uuid') activityId: string;
  @Column('double precision') score: number;
  @Column(instant) computedAt: Date;
  @Column('uuid') unionId: string;
  @Column('uuid', { nullable: true }) resourceId: string | null;
  @Column('uuid', { nullable: true }) brandId: string | null;
}
