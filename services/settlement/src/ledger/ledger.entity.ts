import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import type { PeriodAct, PeriodState } from '@gongxiang/contracts/settlement/ledger/ledger-period.contract';
import type { AccountPurpose, EntryKind } from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import type { PartyKind } from '@gongxiang/domain';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('account')
export class AccountRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') partyKind: PartyKind;
  @Column('uuid') partyId: string;
  @Column('uuid') unionId: string;
  @Column('text') incomeKind: AccountFund;
  @Column('text') purpose: AccountPurpose;
  @Column(instant) createdAt: Date;
  /** When it was closed; nothing can be posted to it since then. */
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
}

@Entity('entry')
export class EntryRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: EntryKind;
  @Column('text') title: string;
  @Column(day) postedOn: string;
  @Column(instant) postedAt: Date;
  @Column('uuid') postedBy: string;
  @Column('uuid') unionId: string;
  @Column('uuid') sourceId: string;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) reversalOf: string | null;
  /** SHA-256 of the entry with its postings, see `entry-chain.ts`. */
  @Column('text') rowHash: string;
}

@Entity('posting')
export class PostingRow {
  @PrimaryColumn('uuid') entryId: string;
  @PrimaryColumn('integer') line: number;
  @Column('uuid') debitAccount: string;
  @Column('uuid') creditAccount: string;
  @Column(fen) amountFen: bigint;
  @Column('text') incomeKind: AccountFund;
  /** The day of its entry, repeated here so that sums up to a day use an index. */
  @Column(day) postedOn: string;
}

/** A posting within its entry, without the entry's id and day. */
export type Leg = Omit<PostingRow, 'entryId' | 'postedOn'>;

/** A month without a row is open. */
@Entity('ledger_period')
export class LedgerPeriodRow {
  @PrimaryColumn('date') month: string;
  @Column('text') state: PeriodState;
  @Column('integer') accountsDone: number;
  @Column('integer') accountsTotal: number;
  @Column('integer', { nullable: true }) entryCount: number | null;
  @Column({ ...fen, nullable: true }) turnoverFen: bigint | null;
}

@Entity('ledger_period_act')
export class LedgerPeriodActRow {
  @PrimaryColumn('uuid') id: string;
  @Column(day) month: string;
  @Column('text') act: PeriodAct;
  @Column('uuid') personId: string;
  @Column(instant) at: Date;
  @Column('text', { nullable: true }) reason: string | null;
}

/** The sums of an account from the beginning of the ledger to the end of a month. */
@Entity('account_snapshot')
export class AccountSnapshotRow {
  @PrimaryColumn('uuid') accountId: string;
  @PrimaryColumn('date') month: string;
  @Column(fen) debitsFen: bigint;
  @Column(fen) creditsFen: bigint;
}

@Entity('amount_limit')
export class AmountLimitRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unionId: string;
  @Column({ ...fen, nullable: true }) limitFen: bigint | null;
  @Column('text') reason: string;
  @Column('uuid') setBy: string;
  @Column(instant) setAt: Date;
}

@Entity('overdraft_rule')
export class OverdraftRuleRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  @Column({ ...fen, nullable: true }) limitFen: bigint | null;
  @Column('text') reason: string;
  @Column('uuid') setBy: string;
  @Column(instant) setAt: Date;
}
