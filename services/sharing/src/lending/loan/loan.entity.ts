import type { FeeUnit, SilenceKind } from '@gongxiang/contracts/sharing/lending/grant-terms';
import type { LoanReasonCode, LoanState } from '@gongxiang/contracts/sharing/lending/loan.contract';
import type { BorrowingKind } from '@gongxiang/contracts/sharing/lending/party-loan.contract';
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
  /** Per unit begun. */
  @Column({ ...fen, nullable: true }) feeEachFen: bigint | null;
  @Column('text', { nullable: true }) feePer: FeeUnit | null;
  @Column({ ...fen, nullable: true }) depositFen: bigint | null;
  @Column('text', { nullable: true }) priceText: string | null;
  /** The accepted version of the conditions of use; null if there were none. */
  @Column('integer', { nullable: true }) conditionsVersion: number | null;
  @Column({ ...instant, nullable: true }) decideBy: Date | null;
  @Column('text', { nullable: true }) reasonCode: LoanReasonCode | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) overrideReason: string | null;
  /** When the owner was asked; null if no decision was needed. */
  @Column({ ...instant, nullable: true }) requestedAt: Date | null;
  /** When the owner answered, or the deadline passed. */
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column({ ...instant, nullable: true }) handedOverAt: Date | null;
  @Column({ ...instant, nullable: true }) returnedAt: Date | null;
  /** Both sides agree on the return, or the time for objections is over. */
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  /** The end requested by an extension; the time is reserved until then. */
  @Column({ ...instant, nullable: true }) heldUntil: Date | null;
  @Column(instant) createdAt: Date;
  /** The requester is no longer a member: the borrower's officers handle the loan. */
  @Column('boolean') requesterLeft: boolean;
  /** In whose name the union borrows; null: in its own. */
  @Column('text', { nullable: true }) partyKind: BorrowingKind | null;
  @Column('uuid', { nullable: true }) partyId: string | null;
  @Column('text', { nullable: true }) partyName: string | null;
}
