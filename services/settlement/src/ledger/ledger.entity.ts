import type { AccountFund, AccountPurpose, EntryKind } from '@gongxiang/contracts';
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
}

@Entity('posting')
export class PostingRow {
  @PrimaryColumn('uuid') entryId: string;
  @PrimaryColumn('integer') line: number;
  @Column('uuid') debitAccount: string;
  @Column('uuid') creditAccount: string;
  @Column(fen) amountFen: bigint;
  @Column('text') incomeKind: AccountFund;
}
