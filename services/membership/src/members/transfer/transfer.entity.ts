import type { TransferAsker, TransferState } from '@gongxiang/contracts/membership/members/transfer.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The transfer of a membership from one union to another. Texts are sealed for the transfer. */
@Entity('membership_transfer')
export class TransferRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') state: TransferState;
  @Column('text') askedBy: TransferAsker;
  /** Null if a union has named somebody whom it cannot be. */
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('uuid', { nullable: true }) fromUnionId: string | null;
  @Column('uuid') toUnionId: string;
  @Column('text', { nullable: true }) enteredName: string | null;
  @Column('uuid') proposedBy: string;
  @Column(instant) askedAt: Date;
  @Column({ ...instant, nullable: true }) personAgreedAt: Date | null;
  @Column({ ...instant, nullable: true }) newUnionAgreedAt: Date | null;
  /** When the old union agreed, or its objection was overruled. */
  @Column({ ...instant, nullable: true }) oldUnionAgreedAt: Date | null;
  /** The officer who agreed for the new union. */
  @Column('uuid', { nullable: true }) admittedBy: string | null;
  @Column('text', { nullable: true }) objection: string | null;
  @Column('uuid', { nullable: true }) objectedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
}
