import type { ReminderAnchor } from '@gongxiang/contracts/sharing/activities/reminder.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Reminder } from './rounds.js';

/** The reminders chosen for an activity; without a row the defaults apply. */
@Entity('reminder_plan')
export class ReminderPlanRow {
  @PrimaryColumn('uuid') activityId: string;
  @Column('integer') version: number;
  @Column('jsonb') reminders: readonly Reminder[];
}

/** One round of a reminder, and its progress. */
@Entity('reminder_round')
export class ReminderRoundRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('text') key: string;
  @Column('text') anchor: ReminderAnchor;
  /** For a pool that opens. */
  @Column('uuid', { nullable: true }) poolId: string | null;
  /** It goes only to people whom no earlier round has reached. */
  @Column('boolean') isLate: boolean;
  /** The time it reminds of. */
  @Column(instant) baseAt: Date;
  @Column(instant) dueAt: Date;
  /** The last person reached so far. */
  @Column('uuid', { nullable: true }) afterId: string | null;
  @Column('integer') sent: number;
  @Column({ ...instant, nullable: true }) doneAt: Date | null;
}

/** A person wants to be notified when their pool opens. */
@Entity('reminder_wish')
export class ReminderWishRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') poolId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column(instant) createdAt: Date;
}

/** A person was reminded of a time: a late round leaves them out. */
@Entity('reminder_reached')
export class ReminderReachedRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('text') anchor: ReminderAnchor;
  /** The time that they were reminded of. */
  @PrimaryColumn('timestamptz') baseAt: Date;
}
