import type { CorrectionState } from '@gongxiang/contracts/sharing/attendance/attendance-correction.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A proposed correction of a person's attendance, and its decision. */
@Entity('attendance_correction')
export class AttendanceCorrectionRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  @Column('text') state: CorrectionState;
  /** 0 if they were not there. */
  @Column('integer') headsBefore: number;
  @Column('integer') heads: number;
  /** Null if they were not there. */
  @Column('uuid', { nullable: true }) unionIdBefore: string | null;
  @Column('uuid') unionId: string;
  @Column('text') reason: string;
  @Column('uuid') proposedBy: string;
  @Column(instant) proposedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) refusal: string | null;
}
