import type {
  IndicatorNode,
  IndicatorSystemState,
  IndicatorTemplateKey,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
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
  /** What it was begun with. */
  @Column('text', { nullable: true }) template: IndicatorTemplateKey | null;
  /** The last editor; null in drafts that predate this column. */
  @Column('uuid', { nullable: true }) editedBy: string | null;
  @Column('uuid', { nullable: true }) reviewedBy: string | null;
  @Column({ ...instant, nullable: true }) reviewedAt: Date | null;
  /** Who sent it back from review, and why, until it is reviewed again. */
  @Column('uuid', { nullable: true }) returnedBy: string | null;
  @Column('text', { nullable: true }) returnReason: string | null;
  /** Sent back, and not changed since: it waits for its editors and not for a review. */
  @Column('boolean') isReturned: boolean;
  @Column('uuid', { nullable: true }) publishedBy: string | null;
  @Column({ ...instant, nullable: true }) publishedAt: Date | null;
  @Column('uuid', { nullable: true }) retiredBy: string | null;
  @Column({ ...instant, nullable: true }) retiredAt: Date | null;
  @Column(instant) createdAt: Date;
}
