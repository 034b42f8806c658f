import type { IndicatorNode, IndicatorSystemState } from '@gongxiang/contracts';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('indicator_system')
export class IndicatorSystemRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') seriesId: string;
  @Column('integer') versionNumber: number;
  @Column('uuid') unionId: string;
  @Column('text') name: string;
  @Column('text') state: IndicatorSystemState;
  @Column('jsonb') nodes: IndicatorNode[];
  @Column({ ...instant, nullable: true }) publishedAt: Date | null;
  @Column(instant) createdAt: Date;
}
