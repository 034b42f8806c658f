import type { DamageState } from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A damage claimed by an owner, and its settlement. */
@Entity('loan_damage')
export class DamageRow {
  @PrimaryColumn('uuid') loanId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  /** The return at which it was found. */
  @Column('uuid', { nullable: true }) handoverId: string | null;
  @Column('text') note: string;
  @Column(fen) amountFen: bigint;
  /** Null while it is open. */
  @Column({ ...fen, nullable: true }) owedFen: bigint | null;
  @Column('text') state: DamageState;
  @Column('uuid') claimedBy: string;
  @Column(instant) claimedAt: Date;
  @Column(instant) answerBy: Date;
  /** The person who disputed it. */
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column('text', { nullable: true }) objection: string | null;
  /** The person who accepted, decided or withdrew it. */
  @Column('uuid', { nullable: true }) settledBy: string | null;
  @Column({ ...instant, nullable: true }) settledAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
}
