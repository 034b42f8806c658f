import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The times of a loan request and of the lender's answer. */
@Entity('loan_reply')
export class LoanReply {
  @PrimaryColumn('uuid') loanId: string;
  @Column('integer') version: number;
  @Column('uuid') lenderUnionId: string;
  @Column(instant) requestedAt: Date;
  @Column(instant) decidedAt: Date;
}
