import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { Sex } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('pool')
export class PoolRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') name: string;
  /** The union whose subtree the seats are for; null for the common pool. */
  @Column('uuid', { nullable: true }) unionId: string | null;
  /** The club whose members the seats are for; never together with a union. */
  @Column('uuid', { nullable: true }) clubId: string | null;
  /** The sizes of the enterprises the seats are for, in class order; empty: all. */
  @Column('text', { array: true }) sizeClasses: SizeClassName[];
  /** For matchmaking: women or men; null for both. */
  @Column('text', { nullable: true }) sex: Sex | null;
  @Column('integer') capacity: number;
  /** When sign-up for it opens; null if it opens with the activity. */
  @Column({ ...instant, nullable: true }) opensAt: Date | null;
  /** When its free seats go to the common pool, and when they did. */
  @Column({ ...instant, nullable: true }) releasesAt: Date | null;
  @Column({ ...instant, nullable: true }) releasedAt: Date | null;
  /** Its seats that are in the common pool now. */
  @Column('integer') releasedSeats: number;
  /** Hours to accept an offered seat; null if it is confirmed at once. */
  @Column('integer', { nullable: true }) offerHours: number | null;
  /** Until when the waitlist is promoted automatically; null for the start of the activity. */
  @Column({ ...instant, nullable: true }) promotionUntil: Date | null;
  @Column(instant) createdAt: Date;
}

/** A limit over the pools of a union and everything below it, or over the whole activity. */
@Entity('seat_cap')
export class SeatCapRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** Null for the whole activity. */
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('integer') capacity: number;
  @Column(instant) createdAt: Date;
}
