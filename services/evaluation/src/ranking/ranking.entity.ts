import type { RankingEntry, RankingMethod, RankingScaling } from '@gongxiang/contracts';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ranking')
export class RankingRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') indicatorSystemId: string;
  @Column('uuid') weightVersionId: string;
  @Column('text') method: RankingMethod;
  @Column('text', { nullable: true }) scaling: RankingScaling | null;
  @Column('jsonb') entries: RankingEntry[];
  @Column('jsonb') leftOut: string[];
  @Column(instant) createdAt: Date;
}
