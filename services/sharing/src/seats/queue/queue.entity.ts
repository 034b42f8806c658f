import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The queue of an activity; the activity itself stores its opening and pace. */
@Entity('queue')
export class QueueRow {
  @PrimaryColumn('uuid') activityId: string;
  /** SHA-256 of the secret, in hex. */
  @Column('text') commitment: string;
  @Column('text') sealedSecret: string;
  /** 32 bytes in hex; public once the order is drawn, when it no longer decides anything. */
  @Column('text', { nullable: true }) secret: string | null;
  /** Number of people with a place. */
  @Column('integer') joined: number;
  /** How many of them got their place by lot; null until the order is drawn. */
  @Column('integer', { nullable: true }) early: number | null;
  @Column({ ...instant, nullable: true }) frozenAt: Date | null;
  /** The last place that has been notified of its turn. */
  @Column('integer') told: number;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}

/** One person in one queue: the primary key prevents two places. */
@Entity('queue_place')
export class QueuePlaceRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('uuid') joinedBy: string;
  @Column(instant) joinedAt: Date;
  /** From 1; null until the order is drawn. */
  @Column('integer', { nullable: true }) place: number | null;
}
