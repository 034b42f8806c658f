import type { CheckInResult } from '@gongxiang/contracts';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One scan as it was made, with what the rule said of it. Never changed. */
@Entity('check_in_operation')
export class CheckInOperationRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') operationId: string;
  @Column(instant) scannedAt: Date;
  @Column(instant) receivedAt: Date;
  @Column('uuid') receivedFrom: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('uuid', { nullable: true }) registrationId: string | null;
  /** Whether the door let the person in, where the device said so. */
  @Column('boolean', { nullable: true }) admitted: boolean | null;
  @Column('text') result: CheckInResult;
  @Column('text', { nullable: true }) code: string | null;
  @Column('integer', { nullable: true }) heads: number | null;
}

/** Somebody was there. Never changed. */
@Entity('attendance_fact')
export class AttendanceFactRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  /** Whose headcount it is. */
  @Column('uuid') unionId: string;
  @Column('integer') heads: number;
  @Column('boolean') walkIn: boolean;
  @Column(instant) checkedInAt: Date;
  @Column('uuid') operationId: string;
}
