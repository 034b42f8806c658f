import type { DuesRuleKind } from '@gongxiang/contracts/membership/dues/dues.contract';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What members of a union owe from a month on. */
@Entity('dues_rule')
export class DuesRuleRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unionId: string;
  /** `YYYY-MM` */
  @Column('text') fromMonth: string;
  @Column('text') kind: DuesRuleKind;
  /** Decimal text; of `rate` alone. */
  @Column('text', { nullable: true }) percent: string | null;
  /** Of `flat` alone. */
  @Column({ ...fen, nullable: true }) flatFen: bigint | null;
  @Column(instant) createdAt: Date;
}

/** What a member owes a month by a rate, from a month on. */
@Entity('dues_amount')
export class DuesAmountRow {
  @PrimaryColumn('uuid') membershipId: string;
  @PrimaryColumn('text') fromMonth: string;
  @Column(fen) monthlyFen: bigint;
}

/** Dues that a union has received, or a payment that it has taken back. Append-only. */
@Entity('dues_payment')
export class DuesPaymentRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unionId: string;
  @Column('uuid') membershipId: string;
  @Column(fen) amountFen: bigint;
  @Column(day) paidOn: string;
  @Column('integer') receiptYear: number;
  @Column('integer') receiptNumber: number;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { nullable: true }) reverses: string | null;
  /** The line of the bank by which it came, as settlement names it; null: entered by hand. */
  @Column('uuid', { nullable: true }) bankLineId: string | null;
  @Column('uuid') recordedBy: string;
  @Column(instant) recordedAt: Date;
}

/** What settlement has said of a line of the bank that is dues, and the payment that was booked for it. */
@Entity('dues_bank_line')
export class DuesBankLineRow {
  @PrimaryColumn('uuid') lineId: string;
  @Column('integer') version: number;
  /** How many answers there were to this version. */
  @Column('integer') answer: number;
  /** Null: nothing is booked for it, or no longer. */
  @Column('uuid', { nullable: true }) paymentId: string | null;
}
