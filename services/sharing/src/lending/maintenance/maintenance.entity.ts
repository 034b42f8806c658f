import type {
  MaintenanceState,
  MaintenanceUnit,
} from '@gongxiang/contracts/sharing/lending/maintenance.contract';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('maintenance_plan')
export class MaintenancePlanRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') resourceId: string;
  @Column('uuid', { nullable: true }) pieceId: string | null;
  @Column('text') title: string;
  @Column('integer') every: number;
  @Column('text') unit: MaintenanceUnit;
  /** Null if loans are counted. */
  @Column('date', { nullable: true }) firstOn: string | null;
  @Column('text', { nullable: true }) byWhom: string | null;
  @Column('integer', { nullable: true }) blockHours: number | null;
  @Column('text') blockFrom: string;
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}

/** One occurrence of a plan. Its time out of service is booked under its id. */
@Entity('maintenance_task')
export class MaintenanceTaskRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') planId: string;
  @Column('uuid') resourceId: string;
  @Column('uuid', { nullable: true }) pieceId: string | null;
  @Column('text') state: MaintenanceState;
  /** The day of the rhythm, from which the next one is computed. */
  @Column('date', { nullable: true }) plannedOn: string | null;
  /** The day it is scheduled for now; null while loans are counted. */
  @Column('date', { nullable: true }) dueOn: string | null;
  @Column(instant) since: Date;
  @Column('date', { nullable: true }) doneOn: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column({ ...fen, nullable: true }) costFen: bigint | null;
  @Column('uuid', { nullable: true }) closedBy: string | null;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
}
