import type { ActivityTaskState } from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import type { PartyKind } from '@gongxiang/domain';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A task of one host for an activity, agreed with the others or beside the agreement. */
@Entity('activity_task')
export class ActivityTaskRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') partyKind: PartyKind;
  @Column('uuid') partyId: string;
  @Column('text') partyName: string;
  /** The union behind the host: its officers and organisers do the task. */
  @Column('uuid') unionId: string;
  @Column('text') title: string;
  /** In the activity's time zone, `YYYY-MM-DD`. */
  @Column({ ...day, nullable: true }) dueOn: string | null;
  @Column('text') state: ActivityTaskState;
  @Column('text', { nullable: true }) note: string | null;
  /** The version that named it last; null for a task beside the agreement. */
  @Column('uuid', { nullable: true }) agreementId: string | null;
  @Column('uuid', { nullable: true }) doneBy: string | null;
  @Column({ ...instant, nullable: true }) doneAt: Date | null;
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column(instant) createdAt: Date;
}
