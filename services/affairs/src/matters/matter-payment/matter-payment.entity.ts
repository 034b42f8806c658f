import type { MatterPaymentState } from '@gongxiang/contracts/words/matter-payment';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Money that is asked for a matter, and what settlement says of it. */
@Entity('matter_payment')
export class MatterPaymentRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') matterId: string;
  /** The union that pays. */
  @Column('uuid') unionId: string;
  @Column(fen) amountFen: bigint;
  @Column('text') state: MatterPaymentState;
  /** The version of which settlement has told last. */
  @Column('integer') told: number;
  /** Null once the person of the matter was erased. */
  @Column('text', { nullable: true }) sealedPayees: string | null;
  @Column('uuid') askedBy: string;
  @Column(instant) askedAt: Date;
  @Column({ ...day, nullable: true }) paidOn: string | null;
  @Column(instant) changedAt: Date;
}
