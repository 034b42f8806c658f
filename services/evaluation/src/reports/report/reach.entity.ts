import type { SizeClassName } from '@gongxiang/contracts/membership/membership-events';
import { instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReachKind } from './reach-tree.model.js';

/** A period whose reach has been decided on, once and for all. */
@Entity('reach_freeze')
export class ReachFreezeRow {
  /** 2026 or 2026-Q4 */
  @PrimaryColumn('text') period: string;
  /** The version of the publication rule. */
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

/** Published counts of some members of a union; suppressed counts are null and not stored. */
@Entity('reach_cell')
export class ReachCellRow {
  @PrimaryColumn('text') period: string;
  @PrimaryColumn('uuid') unionId: string;
  @PrimaryColumn('text') kind: ReachKind;
  /** A size class, a decade or `unknown`; empty for the others. */
  @PrimaryColumn('text') key: string;
  @Column('integer', { nullable: true }) members: number | null;
  /** The upper bound of the members implied by the published counts. */
  @Column('integer') membersMax: number;
  @Column('integer', { nullable: true }) served: number | null;
}
