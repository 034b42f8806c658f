import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a lender was asked for a loan, and when he answered. */
@Entity('loan_reply')
export class LoanReply {
  @PrimaryColumn('uuid') loanId: string;
  @Column('integer') version: number;
  @Column('uuid') lenderUnionId: string;
  @Column(instant) requestedAt: Date;
  @Column(instant) decidedAt: Date;
}
