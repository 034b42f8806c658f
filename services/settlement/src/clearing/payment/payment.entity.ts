import type { PaymentState } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A transfer of a confirmed netting run. Parties are `union:<id>`. */
@Entity('payment')
export class PaymentRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') runId: string;
  /** The union of the run, whose approver may give up an unpaid transfer. */
  @Column('uuid') unionId: string;
  @Column('text') payer: string;
  @Column('uuid') payerUnionId: string;
  @Column('text') payee: string;
  @Column('uuid') payeeUnionId: string;
  @Column(fen) amountFen: bigint;
  @Column('text') state: PaymentState;
  /** The time its run was confirmed. */
  @Column(instant) createdAt: Date;
  /** The last day on which it is on time. */
  @Column(day) dueOn: string;
  @Column('integer') reminderCount: number;
  @Column({ ...instant, nullable: true }) remindedAt: Date | null;
  @Column('text', { nullable: true }) bankReference: string | null;
  /** The reference of the payee's bank. */
  @Column('text', { nullable: true }) receivedReference: string | null;
  @Column({ ...instant, nullable: true }) sentAt: Date | null;
  @Column('uuid', { nullable: true }) sentBy: string | null;
  @Column({ ...instant, nullable: true }) receivedAt: Date | null;
  @Column('uuid', { nullable: true }) receivedBy: string | null;
  @Column('text', { nullable: true }) failReason: string | null;
  @Column('uuid', { nullable: true }) entryId: string | null;
}
