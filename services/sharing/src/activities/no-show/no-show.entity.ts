import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person had a seat, did not give it back and did not come. Never updated. */
@Entity('no_show')
export class NoShowRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('uuid') id: string;
  /** The organiser's union: no-shows count at its activities. */
  @Column('uuid') unionId: string;
  /** When the activity began. */
  @Column(instant) occurredAt: Date;
}

/** The person's appeal and the officer's decision; either may be missing. */
@Entity('no_show_review')
export class NoShowReviewRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('integer') version: number;
  @Column('text', { nullable: true }) appealText: string | null;
  @Column({ ...instant, nullable: true }) appealedAt: Date | null;
  @Column('boolean', { nullable: true }) excused: boolean | null;
  @Column('text', { nullable: true }) decisionReason: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
}
