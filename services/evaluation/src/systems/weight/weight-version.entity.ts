import type {
  GlobalWeight,
  NodeWeighing,
  NodeWeights,
  WeightVersionState,
} from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('weight_version')
export class WeightVersionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') indicatorSystemId: string;
  @Column('integer') versionNumber: number;
  @Column('text') state: WeightVersionState;
  @Column('boolean') acceptable: boolean;
  @Column('jsonb') input: NodeWeighing[];
  @Column('jsonb') nodes: NodeWeights[];
  @Column('jsonb') indicators: GlobalWeight[];
  @Column('uuid', { nullable: true }) judgementRoundId: string | null;
  @Column({ ...instant, nullable: true }) activatedAt: Date | null;
  @Column(instant) createdAt: Date;
}
