import { fen } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a borrower owes an owner for something that was damaged while it was lent, as sharing tells it. */
@Entity('loan_damage')
export class DamageRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') loanId: string;
  @Column('uuid') ownerUnionId: string;
  @Column('uuid') borrowerUnionId: string;
  @Column('text') title: string;
  /** Zero as long as it is open, and where it was let off. */
  @Column(fen) owedFen: bigint;
  /** Who accepted, decided or withdrew it. */
  @Column('uuid') decidedBy: string;
  /** Why it was decided, or let off. */
  @Column('text', { nullable: true }) reason: string | null;
}
