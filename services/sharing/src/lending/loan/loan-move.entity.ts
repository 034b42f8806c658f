import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A loan was moved from one time to another. */
@Entity('loan_move')
export class LoanMoveRow {
  @PrimaryColumn('uuid') loanId: string;
  @PrimaryColumn('integer') number: number;
  @Column(instant) startedAt: Date;
  @Column(instant) endedAt: Date;
  @Column(instant) startsAt: Date;
  @Column(instant) endsAt: Date;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid') movedBy: string;
  @Column(instant) movedAt: Date;
}
