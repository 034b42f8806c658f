import type { CheckInResult } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { Direction } from '@gongxiang/domain/door';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A scan with the rule's verdict. Never updated: a further row undoes a mistake. The view `door_movement` contains
 * the movements that count.
 */
@Entity('check_in_operation')
export class CheckInOperationRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') operationId: string;
  @Column(instant) scannedAt: Date;
  @Column(instant) receivedAt: Date;
  /** The member of staff; null where the phone of a helper made it. */
  @Column('uuid', { nullable: true }) receivedFrom: string | null;
  /** The link of a helper's phone; null where staff made it. */
  @Column('uuid', { nullable: true }) doorLinkId: string | null;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('uuid', { nullable: true }) registrationId: string | null;
  /** Whether the door let the person in, if the device reported it. */
  @Column('boolean', { nullable: true }) admitted: boolean | null;
  @Column('text') direction: Direction;
  @Column('text') result: CheckInResult | 'undone';
  @Column('text', { nullable: true }) code: string | null;
  @Column('integer', { nullable: true }) heads: number | null;
  /** The undone scan, and the reason; null for a scan. */
  @Column('uuid', { nullable: true }) undoes: string | null;
  @Column('text', { nullable: true }) reason: string | null;
}

/**
 * An attendance fact. Never updated: an undone scan, or a correction after the close, adds a fact with the next
 * revision. The view `attendance` contains the newest one per person.
 */
@Entity('attendance_fact')
export class AttendanceFactRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  /** From 1. */
  @PrimaryColumn('integer') revision: number;
  /** The union the heads count for. */
  @Column('uuid') unionId: string;
  /** 0 if an undone scan or a correction says that they were not there. */
  @Column('integer') heads: number;
  @Column('boolean') walkIn: boolean;
  @Column(instant) checkedInAt: Date;
  /** The scan, its undoing, or the correction it results from; the other is null. */
  @Column('uuid', { nullable: true }) operationId: string | null;
  @Column('uuid', { nullable: true }) correctionId: string | null;
}
