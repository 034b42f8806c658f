import type { SizeClassName } from '@gongxiang/contracts';
import { treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of what membership tells of a union. */
@Entity('union_ref')
export class UnionRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column(treePath) path: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) sizeClass: SizeClassName | null;
  @Column('boolean') active: boolean;
}
