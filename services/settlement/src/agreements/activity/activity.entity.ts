import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('activity_ref')
export class ActivityRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') title: string;
  @Column('text') state: ActivityState;
  @Column('uuid') unionId: string;
  @Column('uuid', { nullable: true }) agreementId: string | null;
  @Column({ ...instant, nullable: true }) startsAt: Date | null;
  @Column({ ...instant, nullable: true }) endsAt: Date | null;
}

@Entity('activity_close')
export class ActivityCloseRow {
  @PrimaryColumn('uuid') activityId: string;
  @Column('integer') version: number;
  @Column('integer') factCount: number;
  @Column('text') factsHash: string;
  @Column(instant) closedAt: Date;
}

/** The newest fact of each person; 0 heads if a correction says they did not attend. */
@Entity('attendance_fact')
export class AttendanceFactRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  /** The revision of the fact. */
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('integer') heads: number;
}

/** A resource borrowed for an activity and handed over. */
@Entity('loan_use')
export class LoanUseRow {
  @PrimaryColumn('uuid') loanId: string;
  @Column('integer') version: number;
  @Column('uuid') activityId: string;
  @Column('uuid') borrowerUnionId: string;
  @Column('text') title: string;
  @Column('integer') pieces: number;
  @Column(instant) handedOverAt: Date;
  /** The time of the return, or the agreed end until it is returned. */
  @Column(instant) until: Date;
  @Column('boolean') isReturned: boolean;
}
