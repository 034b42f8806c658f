import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The queue of an activity; when it opens and how fast it moves stands with the activity. */
@Entity('queue')
export class QueueRow {
  @PrimaryColumn('uuid') activityId: string;
  /** SHA-256 of the secret, in hex. */
  @Column('text') commitment: string;
  @Column('text') sealedSecret: string;
  /** 32 bytes in hex, as soon as the order is made: from then on it decides nothing any more. */
  @Column('text', { nullable: true }) secret: string | null;
  /** People who have a place. */
  @Column('integer') joined: number;
  /** Those of them whose places are by lot; null until the order is made. */
  @Column('integer', { nullable: true }) early: number | null;
  @Column({ ...instant, nullable: true }) frozenAt: Date | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}

/** One person in one queue: the key itself keeps a person from standing in it twice. */
@Entity('queue_place')
export class QueuePlaceRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('uuid') joinedBy: string;
  @Column(instant) joinedAt: Date;
  /** From 1; null until the order is made. */
  @Column('integer', { nullable: true }) place: number | null;
}
