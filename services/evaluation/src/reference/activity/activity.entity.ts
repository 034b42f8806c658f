import type {
  ActivityState,
  ResourceFunction,
  UnionBusiness,
} from '@gongxiang/contracts/sharing/sharing-events';
import type { PartyKind } from '@gongxiang/domain';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of an activity published by sharing. */
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
  // Null in copies that predate these columns, until sharing publishes the activity again.
  @Column('text', { nullable: true }) organiserKind: PartyKind | null;
  @Column('uuid', { nullable: true }) organiserId: string | null;
  @Column('uuid', { nullable: true }) brandId: string | null;
  @Column('text', { nullable: true }) brandName: string | null;
  /** 1 for the founder's own edition. */
  @Column('integer', { nullable: true }) brandEdition: number | null;
  @Column('uuid', { nullable: true }) resourceId: string | null;
}

/** The newest attendance fact of each person; 0 heads if a correction says they did not attend. */
@Entity('attendance_ref')
export class AttendanceRef {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  /** The revision of the fact. */
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('integer') heads: number;
}

/** The count and hash of an activity's facts as frozen at its close. */
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

/** A cost pool whose entry was reversed: its costs no longer count, whichever event arrives first. */
@Entity('cost_reversal')
export class CostReversal {
  @PrimaryColumn('uuid') costPoolId: string;
}

/** The course of a loan. */
@Entity('loan_ref')
export class LoanRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') borrowerUnionId: string;
  @Column('text') state: string;
  @Column(instant) endsAt: Date;
  @Column({ ...instant, nullable: true }) returnedAt: Date | null;
  // Null in copies that predate these columns, until sharing publishes the loan again.
  @Column('uuid', { nullable: true }) resourceId: string | null;
  @Column('uuid', { nullable: true }) ownerUnionId: string | null;
  /**
   * The id of the owner if the resource belongs to a person, a volunteer. Their name is not stored; the id suffices
   * to ask them.
   */
  @Column('uuid', { nullable: true }) ownerPersonId: string | null;
  /** The title of the resource. */
  @Column('text', { nullable: true }) title: string | null;
  /** The activity it was borrowed for, if any. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column({ ...instant, nullable: true }) startsAt: Date | null;
  @Column({ ...instant, nullable: true }) handedOverAt: Date | null;
}
