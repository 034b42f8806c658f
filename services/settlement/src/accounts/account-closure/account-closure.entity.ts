import type { ClosureState } from '@gongxiang/contracts/settlement/accounts/account-closure.contract';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import type { PartyKind } from '@gongxiang/domain';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The amount moved from one account to the successor's, in fen as text; negative for a debt. */
export interface Moved {
  readonly incomeKind: AccountFund;
  readonly amountFen: string;
}

@Entity('account_closure')
export class AccountClosureRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') partyKind: PartyKind;
  @Column('uuid') partyId: string;
  @Column('uuid') unionId: string;
  @Column('text', { nullable: true }) successorKind: PartyKind | null;
  @Column('uuid', { nullable: true }) successorId: string | null;
  @Column('text') reason: string;
  @Column('text') state: ClosureState;
  @Column('jsonb') moved: readonly Moved[];
  @Column('uuid') proposedBy: string;
  @Column(instant) proposedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('uuid', { nullable: true }) entryId: string | null;
}

/** A party whose accounts are closed permanently; it cannot open new ones. */
@Entity('closed_party')
export class ClosedPartyRow {
  @PrimaryColumn('text') partyKind: PartyKind;
  @PrimaryColumn('uuid') partyId: string;
  @Column(instant) closedAt: Date;
}
