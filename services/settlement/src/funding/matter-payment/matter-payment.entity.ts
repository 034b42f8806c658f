import type { IncomeKind } from '@gongxiang/contracts/settlement/fund';
import type { MatterPaymentState } from '@gongxiang/contracts/words/matter-payment';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one payee gets. Amounts inside JSON are text, as JSON numbers lose digits. */
export interface PaymentPart {
  readonly pseudonym: string;
  readonly weight: number;
  readonly amountFen: string;
}

/** A payment to people that affairs has asked for; who they are, only affairs knows. */
@Entity('matter_payment')
export class MatterPaymentRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') matterNumber: string;
  @Column('uuid') unionId: string;
  @Column(fen) amountFen: bigint;
  @Column('text') expenseCode: string;
  /** From which money it was paid; null until then. */
  @Column('text', { nullable: true }) incomeKind: IncomeKind | null;
  @Column('text') state: MatterPaymentState;
  @Column('jsonb') parts: readonly PaymentPart[];
  @Column('uuid') askedBy: string;
  @Column(instant) askedAt: Date;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
  @Column({ ...instant, nullable: true }) approvedAt: Date | null;
  @Column('uuid', { nullable: true }) refusedBy: string | null;
  /** Why it was refused, or came back. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) paidBy: string | null;
  @Column('text', { nullable: true }) bankReference: string | null;
  @Column({ ...day, nullable: true }) paidOn: string | null;
  @Column('uuid', { nullable: true }) returnedBy: string | null;
  @Column({ ...day, nullable: true }) returnedOn: string | null;
}

/** What a payment counts in the spending of its union. Never changed: what came back is another row. */
@Entity('matter_spending')
export class MatterSpendingRow {
  @PrimaryColumn('uuid') paymentId: string;
  @PrimaryColumn('text') kind: 'paid' | 'returned';
  @Column('uuid') unionId: string;
  @Column('text') expenseCode: string;
  @Column('text') incomeKind: IncomeKind;
  @Column(day) spentOn: string;
  @Column(fen) amountFen: bigint;
}
