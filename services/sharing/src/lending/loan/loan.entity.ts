import type { FeeUnit, SilenceKind } from '@gongxiang/contracts/sharing/lending/grant-terms';
import type { LoanReasonCode, LoanState } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('loan')
export class LoanRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') resourceId: string;
  @Column('text') function: ResourceFunction;
  @Column('uuid') ownerUnionId: string;
  @Column('uuid') borrowerUnionId: string;
  @Column('uuid') requestedBy: string;
  @Column('text') state: LoanState;
  @Column(instant) startsAt: Date;
  @Column(instant) endsAt: Date;
  @Column('text') purpose: string;
  @Column('integer') quantity: number;
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('uuid', { nullable: true }) needId: string | null;
  @Column('uuid', { nullable: true }) grantId: string | null;
  @Column('integer', { nullable: true }) grantVersion: number | null;
  @Column('text', { nullable: true }) business: UnionBusiness | null;
  @Column('text', { nullable: true }) onSilence: SilenceKind | null;
  @Column({ ...fen, nullable: true }) feeFen: bigint | null;
  /** Of each unit that it begins. */
  @Column({ ...fen, nullable: true }) feeEachFen: bigint | null;
  @Column('text', { nullable: true }) feePer: FeeUnit | null;
  @Column({ ...fen, nullable: true }) depositFen: bigint | null;
  @Column('text', { nullable: true }) priceText: string | null;
  /** Of the conditions of use that were accepted; null where there were none. */
  @Column('integer', { nullable: true }) conditionsVersion: number | null;
  @Column({ ...instant, nullable: true }) decideBy: Date | null;
  @Column('text', { nullable: true }) reasonCode: LoanReasonCode | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) overrideReason: string | null;
  /** When the owner was asked; null where nobody had to be. */
  @Column({ ...instant, nullable: true }) requestedAt: Date | null;
  /** When the owner answered, or his silence did. */
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column({ ...instant, nullable: true }) handedOverAt: Date | null;
  @Column({ ...instant, nullable: true }) returnedAt: Date | null;
  /** Both sides agree on the return, or the time to object is over. */
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  /** The end that an extension asks for, until which its time is held. */
  @Column({ ...instant, nullable: true }) heldUntil: Date | null;
  @Column(instant) createdAt: Date;
  /** The person who asked is no member any more: the borrower's officers see to the loan. */
  @Column('boolean') requesterLeft: boolean;
}
