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

/**
 * Who was there. Never changed: after the close it is put right by a further fact, of the next revision. The view
 * `attendance` is of each person the newest one.
 */
@Entity('attendance_fact')
export class AttendanceFactRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  /** From 1. */
  @PrimaryColumn('integer') revision: number;
  /** Whose headcount it is. */
  @Column('uuid') unionId: string;
  /** 0 where a correction says that he was not there. */
  @Column('integer') heads: number;
  @Column('boolean') walkIn: boolean;
  @Column(instant) checkedInAt: Date;
  /** The scan, or the correction, from which it comes; the other is null. */
  @Column('uuid', { nullable: true }) operationId: string | null;
  @Column('uuid', { nullable: true }) correctionId: string | null;
}
