import type { TuningJobState } from '@gongxiang/contracts/evaluation/seasons/tuning-job.contract';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Finding } from './findings.model.js';
import type { Tuning, TuningInput } from './tuning.model.js';

/** What a report rests on, in numbers. */
interface TuningCounts {
  readonly surveys: number;
  readonly answers: number;
  readonly subjects: number;
  readonly subjectsBefore: number;
}

/** A computed report; immutable, a later report is a new row. */
@Entity('tuning_report')
export class TuningReportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') indicatorSystemId: string;
  @Column('uuid', { nullable: true }) weightVersionId: string | null;
  @Column({ ...day, name: 'starts_on' }) from: string;
  @Column({ ...day, name: 'ends_on' }) to: string;
  @Column('jsonb') counts: TuningCounts;
  @Column('jsonb') detail: Tuning;
  @Column('jsonb') findings: Finding[];
  @Column('text') inputsHash: string;
  @Column(instant) createdAt: Date;
}

/**
 * What a report is computed from, as far as it has been read: its sums and values, without the tree and its weights.
 */
export type GatheredInputs = Partial<Omit<TuningInput, 'nodes' | 'weights'>>;

/** A report that is being made, step by step. */
@Entity('tuning_job')
export class TuningJobRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') indicatorSystemId: string;
  @Column({ ...day, name: 'starts_on' }) from: string;
  @Column({ ...day, name: 'ends_on' }) to: string;
  @Column('text') state: TuningJobState;
  @Column('integer') done: number;
  @Column('jsonb') gathered: GatheredInputs;
  @Column('uuid', { nullable: true }) tuningReportId: string | null;
  @Column('uuid') requestedBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) finishedAt: Date | null;
}
