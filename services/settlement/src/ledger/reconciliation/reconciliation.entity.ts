import type {
  ReconciliationCheck,
  ReconciliationState,
} from '@gongxiang/contracts/settlement/ledger/ledger-proof.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What does not agree: both amounts in fen, as text. */
export interface Difference {
  readonly check: ReconciliationCheck;
  /** The account, run or pool by its id, and the party or month where there are several of it. */
  readonly subjectId: string;
  readonly stated: string;
  readonly found: string;
}

@Entity('reconciliation')
export class ReconciliationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') state: ReconciliationState;
  @Column('integer') checksDone: number;
  @Column('integer') compared: number;
  @Column('integer') differenceCount: number;
  @Column('jsonb') differences: readonly Difference[];
  @Column('uuid', { nullable: true }) requestedBy: string | null;
  @Column(instant) startedAt: Date;
  @Column({ ...instant, nullable: true }) finishedAt: Date | null;
}
