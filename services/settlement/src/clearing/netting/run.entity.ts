import type { NettingModeName } from '@gongxiang/contracts/settlement/clearing/netting-preview.contract';
import type {
  NettingRunState,
  StayOutReason,
} from '@gongxiang/contracts/settlement/clearing/netting.contract';
import type { AccountFund } from '@gongxiang/contracts/settlement/fund';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A proposed transfer. Parties are `union:<id>`, amounts fen as text. */
interface ProposedTransfer {
  readonly from: string;
  readonly to: string;
  readonly amountFen: string;
}

/** The open debts of a period that were left out of a run for one reason, with the frozen or excluded parties. */
export interface StayedOut {
  readonly reason: StayOutReason;
  readonly count: number;
  readonly amountFen: string;
  readonly parties: readonly string[];
}

@Entity('netting_run')
export class NettingRunRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') mode: NettingModeName;
  @Column('text', { nullable: true }) hub: string | null;
  @Column('uuid') unionId: string;
  @Column(day) periodFrom: string;
  @Column(day) periodTo: string;
  /** Only balances among these; null for all. */
  @Column('jsonb', { nullable: true }) parties: string[] | null;
  /** Parties whose balances are left out; null if there are none. */
  @Column('jsonb', { nullable: true }) excluded: string[] | null;
  /** The debts left out at the time of the proposal. */
  @Column('jsonb') stayedOut: StayedOut[];
  /** Days from the confirmation until its payments are due. */
  @Column('integer') payWithinDays: number;
  @Column('text') state: NettingRunState;
  @Column('boolean', { nullable: true }) optimal: boolean | null;
  @Column('jsonb') transfers: ProposedTransfer[];
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column({ ...instant, nullable: true }) confirmedAt: Date | null;
  @Column('uuid', { nullable: true }) entryId: string | null;
  @Column('uuid', { nullable: true }) withdrawnBy: string | null;
  @Column({ ...instant, nullable: true }) withdrawnAt: Date | null;
  @Column('text', { nullable: true }) withdrawReason: string | null;
}

@Entity('netting_line')
export class NettingLineRow {
  @PrimaryColumn('uuid') runId: string;
  @PrimaryColumn('integer') number: number;
  @Column('uuid') entryId: string;
  @Column('integer') line: number;
  @Column('text') fromParty: string;
  @Column('text') toParty: string;
  @Column(fen) amountFen: bigint;
  @Column('text') incomeKind: AccountFund;
}

@Entity('netted_posting')
export class NettedPostingRow {
  @PrimaryColumn('uuid') entryId: string;
  @PrimaryColumn('integer') line: number;
  @Column('uuid') runId: string;
}

/** A union with money in a run: its own, or that of a party that it acts for. */
@Entity('netted_union')
export class NettedUnionRow {
  @PrimaryColumn('uuid') unionId: string;
  @PrimaryColumn('uuid') runId: string;
}
