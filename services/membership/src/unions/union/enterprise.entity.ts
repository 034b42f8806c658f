import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import type { UsccCheck } from '@gongxiang/contracts/membership/unions/union.contract';
import type { Sector } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('enterprise')
export class EnterpriseRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') name: string;
  @Column('text') uscc: string;
  @Column('text') usccCheck: UsccCheck;
  @Column('text', { nullable: true }) usccEvidence: string | null;
  @Column('text', { nullable: true }) sector: Sector | null;
  @Column('integer', { nullable: true }) employees: number | null;
  /** In 10,000 yuan, as enterprises report them: figures of a survey, never money that moves. */
  @Column('double precision', { nullable: true }) revenueWan: number | null;
  @Column('double precision', { nullable: true }) assetsWan: number | null;
  @Column('text') sizeClass: SizeClassName;
  @Column('text', { array: true }) sizeBasis: string[];
  @Column('uuid') keeperUnionId: string;
  @Column('boolean') active: boolean;
  @Column(instant) createdAt: Date;
}
