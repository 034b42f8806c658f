import type { RefundState } from '@gongxiang/contracts/settlement/bills/refund.contract';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('refund')
export class RefundRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') costPoolId: string;
  @Column('text') state: RefundState;
  @Column(fen) totalFen: bigint;
  /** The part that the source of the subsidy gets back. */
  @Column(fen) subsidyFen: bigint;
  /** Its earlier refunds, posted or pending. */
  @Column(fen) subsidyBeforeFen: bigint;
  @Column('text') reason: string;
  @Column('text') creditNote: string;
  @Column('text') previewHash: string;
  @Column('uuid') proposedBy: string;
  @Column(instant) proposedAt: Date;
  /** Null until it is approved; unchanged by a reversal. */
  @Column({ ...instant, nullable: true }) postedAt: Date | null;
  /** The person who approved, returned, withdrew or reversed it. */
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) decisionReason: string | null;
  @Column('uuid', { nullable: true }) entryId: string | null;
}

@Entity('refund_line')
export class RefundLineRow {
  @PrimaryColumn('uuid') refundId: string;
  @PrimaryColumn('uuid') itemId: string;
  @Column('uuid') costPoolId: string;
  @Column(fen) amountFen: bigint;
}

/** The amount a party gets back; `position` identifies its share. */
@Entity('refund_part')
export class RefundPartRow {
  @PrimaryColumn('uuid') refundId: string;
  @PrimaryColumn('integer') position: number;
  @Column('uuid') costPoolId: string;
  /** Its earlier refunds, posted or pending. */
  @Column(fen) beforeFen: bigint;
  @Column(fen) amountFen: bigint;
}
