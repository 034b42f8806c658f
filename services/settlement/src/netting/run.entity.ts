import type { AccountFund, NettingModeName, NettingRunState } from '@gongxiang/contracts';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A transfer as it was proposed. Parties are `union:<id>`, amounts fen as text. */
export interface ProposedTransfer {
  readonly from: string;
  readonly to: string;
  readonly amountFen: string;
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
  @Column('text') state: NettingRunState;
  @Column('boolean', { nullable: true }) optimal: boolean | null;
  @Column('jsonb') transfers: ProposedTransfer[];
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column('uuid', { nullable: true }) confirmedBy: string | null;
  @Column({ ...instant, nullable: true }) confirmedAt: Date | null;
  @Column('uuid', { nullable: true }) entryId: string | null;
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
