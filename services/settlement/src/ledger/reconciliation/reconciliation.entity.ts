import type {
  ReconciliationCheck,
  ReconciliationState,
} from '@gongxiang/contracts/settlement/ledger/ledger-proof.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A discrepancy, with both amounts in fen as text. */
export interface Difference {
  readonly check: ReconciliationCheck;
  /** The id of the account, run or pool, with the party or month if it has several. */
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
