import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The latest score of an activity, 0 to 100, copied from evaluation. */
@Entity('activity_score')
export class ActivityScoreRef {
  @PrimaryColumn('uuid') activityId: string;
  @Column('double precision') score: number;
  @Column(instant) computedAt: Date;
}
