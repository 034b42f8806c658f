import { fen } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Copy of a loan damage owned by sharing: what a borrower owes an owner for damage during a loan. */
@Entity('loan_damage')
export class DamageRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') loanId: string;
  @Column('uuid') ownerUnionId: string;
  @Column('uuid') borrowerUnionId: string;
  @Column('text') title: string;
  /** Zero while it is open, and after it was waived. */
  @Column(fen) owedFen: bigint;
  /** The person who accepted, decided or withdrew it. */
  @Column('uuid') decidedBy: string;
  /** The reason of the decision or waiver. */
  @Column('text', { nullable: true }) reason: string | null;
}
