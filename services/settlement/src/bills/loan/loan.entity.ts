import { fen } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A loan between two unions, as sharing tells it: what was agreed on, and how far it is. */
@Entity('loan_ref')
export class LoanRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') ownerUnionId: string;
  @Column('uuid') borrowerUnionId: string;
  /** What is lent. */
  @Column('text') title: string;
  /** Who asked for it, and so for what it costs. */
  @Column('uuid') requestedBy: string;
  @Column({ ...fen, nullable: true }) depositFen: bigint | null;
  /** Null until it is closed, or where no fee was agreed. */
  @Column({ ...fen, nullable: true }) feeDueFen: bigint | null;
  @Column('boolean') isHandedOver: boolean;
  @Column('boolean') isClosed: boolean;
}
