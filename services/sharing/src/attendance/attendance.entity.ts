import type { CheckInResult } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { Direction } from '@gongxiang/domain/door';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One scan as it was made, with what the rule said of it. Never changed: where it was a mistake, a further row undoes it.
 * What was really done at the door the view `door_movement` has.
 */
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
  @Column('text') direction: Direction;
  @Column('text') result: CheckInResult | 'undone';
  @Column('text', { nullable: true }) code: string | null;
  @Column('integer', { nullable: true }) heads: number | null;
  /** The scan that counts no more, and why; null for a scan. */
  @Column('uuid', { nullable: true }) undoes: string | null;
  @Column('text', { nullable: true }) reason: string | null;
}

/**
 * Who was there. Never changed: where a scan is undone, and after the close, it is put right by a further fact, of the
 * next revision. The view `attendance` is of each person the newest one.
 */
@Entity('attendance_fact')
export class AttendanceFactRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  /** From 1. */
  @PrimaryColumn('integer') revision: number;
  /** Whose headcount it is. */
  @Column('uuid') unionId: string;
  /** 0 where an undone scan or a correction says that he was not there. */
  @Column('integer') heads: number;
  @Column('boolean') walkIn: boolean;
  @Column(instant) checkedInAt: Date;
  /** The scan, its undoing, or the correction from which it comes; the other is null. */
  @Column('uuid', { nullable: true }) operationId: string | null;
  @Column('uuid', { nullable: true }) correctionId: string | null;
}
