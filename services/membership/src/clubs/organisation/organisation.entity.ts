import type { UsccCheck } from '@gongxiang/contracts/membership/unions/union.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An outside organisation or a club: a party that is neither a union nor an enterprise. */
@Entity('organisation')
export class OrganisationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') kind: 'organisation' | 'club';
  @Column('text') name: string;
  @Column('uuid') unionId: string;
  @Column('text', { nullable: true }) uscc: string | null;
  @Column('text', { nullable: true }) usccCheck: UsccCheck | null;
  @Column('boolean') active: boolean;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) closeReason: string | null;
  @Column(instant) createdAt: Date;
}
