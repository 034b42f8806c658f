import type { CostPoolKind, CostPoolState } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { PoolStepKind } from '@gongxiang/contracts/settlement/bills/supplement.contract';
import type { CostUseDto } from '@gongxiang/contracts/settlement/cost-use';
import type { IncomeKind } from '@gongxiang/contracts/settlement/fund';
import type { PartyKind } from '@gongxiang/domain';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TraceStep } from '../../splits/split/split-trace.model.js';
import type { StoredPool } from './supplement.model.js';

@Entity('cost_pool')
export class CostPoolRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') kind: CostPoolKind;
  /** Null for a shared bill, as is its agreement. */
  @Column('uuid', { nullable: true }) activityId: string | null;
  /** What a shared bill is for, and its day; null for the pool of an activity. */
  @Column('text', { nullable: true }) title: string | null;
  @Column('date', { nullable: true }) spentOn: string | null;
  /** The union of the organiser, or of the payer of a shared bill. */
  @Column('uuid') unionId: string;
  /** The pool that this supplement adds to; null for the first pool of the activity. */
  @Column('uuid', { nullable: true }) supplementOf: string | null;
  @Column('uuid', { nullable: true }) agreementId: string | null;
  @Column('integer', { nullable: true }) agreementVersion: number | null;
  @Column('jsonb') terms: Record<string, unknown>;
  @Column('text') state: CostPoolState;
  @Column('text') partiesHash: string;
  /** The index of the pool among those of the same parties, from 0. */
  @Column('integer') sequence: number;
  /** How far the agreement's order of the parties is rotated for ties: see `rotationOf`. */
  @Column('integer') rotation: number;
  @Column('jsonb', { nullable: true }) usage: Record<string, number> | null;
  @Column('text', { nullable: true }) usageReason: string | null;
  @Column('text', { nullable: true }) factsHash: string | null;
  /** The totals of the earlier pools when the shares of a supplement were computed. */
  @Column('jsonb', { nullable: true }) earlier: readonly StoredPool[] | null;
  @Column({ ...fen, nullable: true }) totalFen: bigint | null;
  @Column({ ...fen, nullable: true }) subsidyFen: bigint | null;
  /** The refunded part of the subsidy. */
  @Column(fen) subsidyReturnedFen: bigint;
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  @Column({ ...instant, nullable: true }) submittedAt: Date | null;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
  @Column({ ...instant, nullable: true }) approvedAt: Date | null;
  @Column('uuid', { nullable: true }) entryId: string | null;
  @Column('text', { nullable: true }) returnReason: string | null;
  @Column(instant) createdAt: Date;
}

@Entity('cost_item')
export class CostItemRow {
  @PrimaryColumn('uuid') costPoolId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') payerKind: PartyKind;
  @Column('uuid') payerId: string;
  /** The payer's union, which submitted the bill. */
  @Column('uuid') unionId: string;
  @Column('text') title: string;
  @Column(fen) amountFen: bigint;
  /** The refunded part of the bill. */
  @Column(fen) returnedFen: bigint;
  @Column('text') incomeKind: IncomeKind;
  @Column('text') expenseCode: string;
  /** The receipt: all null where a shared bill came without one. */
  @Column('text', { nullable: true }) fileKey: string | null;
  @Column('text', { nullable: true }) sha256: string | null;
  @Column('text', { nullable: true }) invoiceNumber: string | null;
  /** The invoice number normalised for comparison, see `invoiceKey`. */
  @Column('text', { nullable: true }) invoiceKey: string | null;
  /** Facts that fund rules need; null if nobody entered them. */
  @Column('jsonb', { nullable: true }) use: CostUseDto | null;
  /** Set when its pool was reversed; its invoice may then be entered again in the correction. */
  @Column('boolean') reversed: boolean;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}

@Entity('cost_share')
export class CostShareRow {
  @PrimaryColumn('uuid') costPoolId: string;
  @PrimaryColumn('integer') position: number;
  @Column('text') partyKind: PartyKind;
  @Column('uuid') partyId: string;
  @Column(fen) amountFen: bigint;
  /** The refunded part of the share. */
  @Column(fen) returnedFen: bigint;
  @Column('integer', { nullable: true }) headcount: number | null;
  @Column('jsonb') trace: readonly TraceStep[];
}

@Entity('cost_pool_union')
export class CostPoolUnionRow {
  @PrimaryColumn('uuid') costPoolId: string;
  @PrimaryColumn('uuid') unionId: string;
}

@Entity('pool_sequence')
export class PoolSequenceRow {
  @PrimaryColumn('text') partiesHash: string;
  @Column('integer') next: number;
}

/** One step in the history of a pool; append-only. */
@Entity('pool_step')
export class PoolStepRow {
  @PrimaryColumn('uuid') costPoolId: string;
  @PrimaryColumn('integer') number: number;
  @Column('text') kind: PoolStepKind;
  @Column('uuid', { nullable: true }) doneBy: string | null;
  @Column(instant) doneAt: Date;
  @Column('text', { nullable: true }) subject: string | null;
  @Column({ ...fen, nullable: true }) amountFen: bigint | null;
  @Column('text', { nullable: true }) reason: string | null;
}
