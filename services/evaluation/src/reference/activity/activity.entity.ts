import type {
  ActivityState,
  ResourceFunction,
  UnionBusiness,
} from '@gongxiang/contracts/sharing/sharing-events';
import type { PartyKind } from '@gongxiang/domain';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of what sharing tells of an activity. */
@Entity('activity_ref')
export class ActivityRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') title: string;
  @Column('text') function: ResourceFunction;
  @Column('text') business: UnionBusiness;
  @Column('text') state: ActivityState;
  @Column('uuid') unionId: string;
  @Column(instant) endsAt: Date;
  // Null in copies from before they were kept, until sharing tells of the activity again.
  @Column('text', { nullable: true }) organiserKind: PartyKind | null;
  @Column('uuid', { nullable: true }) organiserId: string | null;
  @Column('uuid', { nullable: true }) brandId: string | null;
  @Column('text', { nullable: true }) brandName: string | null;
  /** The founder's own is 1. */
  @Column('integer', { nullable: true }) brandEdition: number | null;
  @Column('uuid', { nullable: true }) resourceId: string | null;
}

/** Who came, for whom, and with how many: the newest fact of each person; 0 heads where a correction says that he did not. */
@Entity('attendance_ref')
export class AttendanceRef {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  /** Its revision. */
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('integer') heads: number;
}

/** What the close of an activity says that its facts are. */
@Entity('activity_close')
export class ActivityCloseRef {
  @PrimaryColumn('uuid') activityId: string;
  @Column('integer') version: number;
  @Column('integer') factCount: number;
  @Column('text') factsHash: string;
  @Column('integer') registeredHeads: number;
  @Column('integer') capacity: number;
  @Column(instant) closedAt: Date;
}

/** The approved costs of an activity. */
@Entity('cost_ref')
export class CostRef {
  @PrimaryColumn('uuid') costPoolId: string;
  @Column('integer') version: number;
  @Column('uuid') activityId: string;
  @Column(fen) totalFen: bigint;
}

/** A cost pool whose entry was taken back: its costs count no more, whichever event comes first. */
@Entity('cost_reversal')
export class CostReversal {
  @PrimaryColumn('uuid') costPoolId: string;
}

/** How a loan went. */
@Entity('loan_ref')
export class LoanRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') borrowerUnionId: string;
  @Column('text') state: string;
  @Column(instant) endsAt: Date;
  @Column({ ...instant, nullable: true }) returnedAt: Date | null;
  // Null in copies from before they were kept, until sharing tells of the loan again.
  @Column('uuid', { nullable: true }) resourceId: string | null;
  @Column('uuid', { nullable: true }) ownerUnionId: string | null;
  /** Whose own it is, where it is a person's: a volunteer. Not his name: whoever he is, he is asked by his id alone. */
  @Column('uuid', { nullable: true }) ownerPersonId: string | null;
  /** What is lent. */
  @Column('text', { nullable: true }) title: string | null;
  /** What it was borrowed for; null, too, where it was for no activity. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column({ ...instant, nullable: true }) startsAt: Date | null;
  @Column({ ...instant, nullable: true }) handedOverAt: Date | null;
}
