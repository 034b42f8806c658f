import type { LoanWaitState, WaitHindrance } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A union waits for a time of a resource. A time on offer is in `booking`, under the id of the wait. */
@Entity('loan_wait')
export class LoanWaitRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') resourceId: string;
  @Column('uuid') borrowerUnionId: string;
  @Column('uuid') requestedBy: string;
  @Column(instant) windowFrom: Date;
  @Column(instant) windowTo: Date;
  @Column('integer') durationMinutes: number;
  @Column(instant) latestDecisionAt: Date;
  @Column('text') purpose: string;
  @Column('integer') quantity: number;
  @Column('text', { nullable: true }) business: UnionBusiness | null;
  /** The accepted version of the conditions of use; null if there were none. */
  @Column('integer', { nullable: true }) conditionsVersion: number | null;
  @Column('text') state: LoanWaitState;
  /** Why no time could be offered in the last run. */
  @Column('text', { nullable: true }) hindrance: WaitHindrance | null;
  @Column({ ...instant, nullable: true }) lookedAt: Date | null;
  @Column({ ...instant, nullable: true }) offeredFrom: Date | null;
  @Column({ ...instant, nullable: true }) offeredTo: Date | null;
  @Column({ ...instant, nullable: true }) offerExpiresAt: Date | null;
  @Column('uuid', { nullable: true }) loanId: string | null;
  @Column(instant) createdAt: Date;
}
