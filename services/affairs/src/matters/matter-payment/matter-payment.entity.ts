import type { MatterInstalmentState } from '@gongxiang/contracts/words/matter-payment';
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
  @Column('text') state: MatterInstalmentState;
  /** Counted from 1, which is also what is paid as a whole. */
  @Column('smallint') instalment: number;
  /** The day of an instalment; null of what was asked for as a whole. */
  @Column({ ...day, nullable: true }) dueOn: string | null;
  /** The version of which settlement has told last. */
  @Column('integer') told: number;
  /** Null once the person of the matter was erased. */
  @Column('text', { nullable: true }) sealedPayees: string | null;
  @Column('uuid') askedBy: string;
  /** Null of an instalment before its day, and of one that was stopped before it. */
  @Column({ ...instant, nullable: true }) askedAt: Date | null;
  @Column({ ...day, nullable: true }) paidOn: string | null;
  @Column(instant) changedAt: Date;
}
