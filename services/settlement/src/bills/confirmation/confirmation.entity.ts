import type {
  ConfirmationSilence,
  ConfirmationState,
  ConfirmationWay,
  ConfirmedKind,
} from '@gongxiang/contracts/settlement/bills/confirmation.contract';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * The confirmation that one party is asked for on one entry, or on a shared bill before it has one. The party is
 * `union:<id>`.
 */
@Entity('confirmation')
export class ConfirmationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  /** Null until a shared bill is posted. */
  @Column('uuid', { nullable: true }) entryId: string | null;
  @Column('uuid', { nullable: true }) costPoolId: string | null;
  @Column('text') kind: ConfirmedKind;
  @Column('text') title: string;
  @Column('text') party: string;
  /** The union that answers for the party. */
  @Column('uuid') unionId: string;
  @Column(fen) owesFen: bigint;
  @Column(fen) owedFen: bigint;
  @Column('text') state: ConfirmationState;
  /** A bill is disputed: none of the entry's postings is netted. */
  @Column('boolean') holdsAll: boolean;
  @Column('text') silence: ConfirmationSilence;
  @Column(instant) askedAt: Date;
  @Column(instant) confirmBy: Date;
  @Column('text', { nullable: true }) way: ConfirmationWay | null;
  /** Null if nobody answered, including confirmation by silence. */
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column({ ...instant, nullable: true }) answeredAt: Date | null;
}
