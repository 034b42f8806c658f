import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How an activity was scored last, 0 to 100: a copy of what evaluation has computed. */
@Entity('activity_score')
export class ActivityScoreRef {
  @PrimaryColumn('uuid') activityId: string;
  @Column('double precision') score: number;
  @Column(instant) computedAt: Date;
}
