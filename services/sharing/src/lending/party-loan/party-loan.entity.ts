import type { BorrowingKind, PartyLoanState } from '@gongxiang/contracts/sharing/lending/party-loan.contract';
import type { UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a party asks its union to borrow for it. It takes no time of the resource until it is a loan. */
@Entity('party_loan')
export class PartyLoanRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') partyKind: BorrowingKind;
  @Column('uuid') partyId: string;
  @Column('text') partyName: string;
  /** Behind the party: it borrows, and answers for what the loan costs. */
  @Column('uuid') unionId: string;
  @Column('uuid') resourceId: string;
  @Column(instant) startsAt: Date;
  @Column(instant) endsAt: Date;
  @Column('text') purpose: string;
  @Column('integer') quantity: number;
  @Column('text', { nullable: true }) business: UnionBusiness | null;
  @Column('text') state: PartyLoanState;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) loanId: string | null;
  @Column('uuid') requestedBy: string;
  @Column(instant) requestedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
}
