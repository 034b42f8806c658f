import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('pool')
export class PoolRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') name: string;
  /** The union whose subtree the seats are for; null for the common pool. */
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('integer') capacity: number;
  @Column(instant) createdAt: Date;
}
