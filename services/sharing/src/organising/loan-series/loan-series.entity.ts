import type { LoanSkipReason } from '@gongxiang/contracts/sharing/organising/loan-series.contract';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeriesRule } from '../series/rule-text.js';
import type { MovedDay, SkippedDay } from '../series/series-plan.js';

/** A day of the rule without a loan; the code of the refusal if the rule itself is not the reason. */
export interface SkippedLoan extends Omit<SkippedDay, 'reason'> {
  readonly reason: LoanSkipReason;
  readonly code: string | null;
}

/** Loans requested by one rule. */
@Entity('loan_series')
export class LoanSeriesRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') resourceId: string;
  @Column('uuid') borrowerUnionId: string;
  @Column('uuid') requestedBy: string;
  @Column('text') purpose: string;
  @Column('integer') quantity: number;
  @Column('text') ruleText: string;
  @Column('jsonb') rule: SeriesRule;
  @Column('integer') size: number;
  @Column('jsonb') skipped: readonly SkippedLoan[];
  @Column('jsonb') moved: readonly MovedDay[];
  @Column('jsonb') holidaysUnknown: readonly number[];
  @Column(instant) createdAt: Date;
}

@Entity('loan_series_day')
export class LoanSeriesDayRow {
  @PrimaryColumn('uuid') seriesId: string;
  @PrimaryColumn('integer') number: number;
  /** The day of the rule, from which it may be moved past a holiday. */
  @Column(day) date: string;
  @Column('uuid') loanId: string;
}
