import type { ReminderAnchor } from '@gongxiang/contracts/sharing/reference/notice.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Reminder } from './rounds.js';

/** The reminders that somebody has chosen for an activity; without a row it has those that every activity has. */
@Entity('reminder_plan')
export class ReminderPlanRow {
  @PrimaryColumn('uuid') activityId: string;
  @Column('integer') version: number;
  @Column('jsonb') reminders: readonly Reminder[];
}

/** One sending of a reminder: how far it has come. */
@Entity('reminder_round')
export class ReminderRoundRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('text') key: string;
  @Column('text') anchor: ReminderAnchor;
  /** Of a pool that opens. */
  @Column('uuid', { nullable: true }) poolId: string | null;
  /** It goes to those alone whom no earlier one has reached. */
  @Column('boolean') isLate: boolean;
  /** What it reminds of. */
  @Column(instant) baseAt: Date;
  @Column(instant) dueAt: Date;
  /** The last person whom it has reached so far. */
  @Column('uuid', { nullable: true }) afterId: string | null;
  @Column('integer') sent: number;
  @Column({ ...instant, nullable: true }) doneAt: Date | null;
}

/** Somebody wants to hear when a pool opens for him. */
@Entity('reminder_wish')
export class ReminderWishRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') poolId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column(instant) createdAt: Date;
}
