import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import { instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReachKind } from './reach-tree.model.js';

/** A period whose reach has been decided on, once and for all. */
@Entity('reach_freeze')
export class ReachFreezeRow {
  /** 2026 or 2026-Q4 */
  @PrimaryColumn('text') period: string;
  /** Of the rule by which was decided what is told. */
  @Column('integer') version: number;
  @Column(instant) frozenAt: Date;
}

/** A union of the tree as it was when the period was frozen. */
@Entity('reach_union')
export class ReachUnionRow {
  @PrimaryColumn('text') period: string;
  @PrimaryColumn('uuid') unionId: string;
  @Column(treePath) path: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) sizeClass: SizeClassName | null;
  @Column('integer') ownMembers: number;
}

/** What is told of some members of a union; null for what is held back, which is not kept. */
@Entity('reach_cell')
export class ReachCellRow {
  @PrimaryColumn('text') period: string;
  @PrimaryColumn('uuid') unionId: string;
  @PrimaryColumn('text') kind: ReachKind;
  /** A size class, a decade or `unknown`; empty for the others. */
  @PrimaryColumn('text') key: string;
  @Column('integer', { nullable: true }) members: number | null;
  /** No more members than this can follow from what is told. */
  @Column('integer') membersMax: number;
  @Column('integer', { nullable: true }) served: number | null;
}
