import type { PartyKind } from '@gongxiang/domain';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Expected spending, before bills arrive. */
@Entity('planned_item')
export class PlannedItemRow {
  @PrimaryColumn('uuid') costPoolId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('text') expenseCode: string;
  @Column(fen) amountFen: bigint;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}

/** Payments by participants, which are neither split nor posted. */
@Entity('self_payment')
export class SelfPaymentRow {
  @PrimaryColumn('uuid') costPoolId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') title: string;
  @Column('integer') heads: number;
  @Column(fen) amountFen: bigint;
  @Column('text') collectorKind: PartyKind;
  @Column('uuid') collectorId: string;
  /** The collector's union, which records the payment. */
  @Column('uuid') unionId: string;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}
