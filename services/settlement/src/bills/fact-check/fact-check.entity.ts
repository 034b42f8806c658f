import type { FactProblem } from '@gongxiang/contracts/settlement/bills/fact-check.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The result of the last comparison of an activity's facts. */
@Entity('fact_check')
export class FactCheckRow {
  @PrimaryColumn('uuid') activityId: string;
  @Column('integer') toldCount: number;
  @Column('text') toldHash: string;
  @Column('integer') hereCount: number;
  @Column('integer') hereHeads: number;
  @Column('text') hereHash: string;
  /** The unreversed pool, once its shares are computed. */
  @Column('uuid', { nullable: true }) costPoolId: string | null;
  @Column('text', { nullable: true }) problem: FactProblem | null;
  @Column({ ...instant, nullable: true }) since: Date | null;
  @Column(instant) checkedAt: Date;
}
