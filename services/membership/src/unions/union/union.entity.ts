import type { UnionTier } from '@gongxiang/contracts/membership/union-place';
import type { ClosingGround, UsccCheck } from '@gongxiang/contracts/membership/unions/union.contract';
import { instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('labour_union')
export class UnionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column(treePath) path: string;
  @Column('integer') nextChild: number;
  @Column('text') name: string;
  @Column('text', { nullable: true }) uscc: string | null;
  @Column('text', { nullable: true }) usccCheck: UsccCheck | null;
  @Column('uuid', { nullable: true }) enterpriseId: string | null;
  @Column('text', { nullable: true }) tier: UnionTier | null;
  /** Decimal degrees, WGS 84; both or neither are set. */
  @Column('double precision', { nullable: true }) longitude: number | null;
  @Column('double precision', { nullable: true }) latitude: number | null;
  @Column('text', { nullable: true }) address: string | null;
  /** False: it is closed, see the district `reorganisation`. */
  @Column('boolean') active: boolean;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) closingGround: ClosingGround | null;
  /** The union to which the funds and property of a closed one went. */
  @Column('uuid', { nullable: true }) successorUnionId: string | null;
  @Column(instant) createdAt: Date;
}
