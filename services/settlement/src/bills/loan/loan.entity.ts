import { fen } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Copy of a loan between two unions, owned by sharing: the agreed amounts and its progress. */
@Entity('loan_ref')
export class LoanRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') ownerUnionId: string;
  @Column('uuid') borrowerUnionId: string;
  /** The title of the resource. */
  @Column('text') title: string;
  /** The person who requested the loan and accepted its cost. */
  @Column('uuid') requestedBy: string;
  @Column({ ...fen, nullable: true }) depositFen: bigint | null;
  /** Null until the loan is closed, and if no fee was agreed. */
  @Column({ ...fen, nullable: true }) feeDueFen: bigint | null;
  @Column('boolean') isHandedOver: boolean;
  @Column('boolean') isClosed: boolean;
}
