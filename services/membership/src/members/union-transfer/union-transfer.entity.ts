import type { UnionTransferState } from '@gongxiang/contracts/membership/members/union-transfer.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A filing that all members of a union move to another one, and how far it is. */
@Entity('union_transfer')
export class UnionTransferRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') state: UnionTransferState;
  @Column('uuid') fromUnionId: string;
  @Column('uuid') toUnionId: string;
  @Column('text') reason: string;
  @Column('uuid') proposedBy: string;
  @Column(instant) proposedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) refusal: string | null;
  /** Members when it was confirmed. */
  @Column('integer', { nullable: true }) total: number | null;
  @Column('integer') moved: number;
  @Column('integer') heldBack: number;
  /** The last membership that was looked at. */
  @Column('uuid', { nullable: true }) position: string | null;
  @Column({ ...instant, nullable: true }) finishedAt: Date | null;
}
