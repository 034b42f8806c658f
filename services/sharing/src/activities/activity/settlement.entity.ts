import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What settlement has published of a cost pool, in any order: its approval and the reversal of its entry. Not a copy
 * that may be truncated and refilled: the activity, which we own, would flip from settled to closed and back.
 */
@Entity('told_cost_pool')
export class CostPoolCopy {
  @PrimaryColumn('uuid') id: string;
  /** Null until the approval arrives. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column({ ...instant, nullable: true }) approvedAt: Date | null;
  @Column({ ...instant, nullable: true }) reversedAt: Date | null;
}
