import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What settlement has told of a cost pool, in whichever order: that it was approved, and that its entry was taken back. No copy
 * that may be emptied and filled anew: the activity, which is our own, would go from settled to closed and back meanwhile.
 */
@Entity('told_cost_pool')
export class ToldCostPool {
  @PrimaryColumn('uuid') id: string;
  /** Null until the approval is heard. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column({ ...instant, nullable: true }) approvedAt: Date | null;
  @Column({ ...instant, nullable: true }) reversedAt: Date | null;
}
