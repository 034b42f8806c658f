import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import type { ScoreBatchState } from '@gongxiang/contracts/evaluation/scores/score-batch.contract';
import type { MissingRuleName } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { day, instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A job that scores all subjects of one kind. */
@Entity('score_batch')
export class ScoreBatchRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') indicatorSystemId: string;
  @Column('uuid') weightVersionId: string;
  /** Where the union of the system stood: everything below it is scored. */
  @Column(treePath) unionPath: string;
  @Column('text') subjectKind: ScoreSubjectKind;
  @Column(day) periodFrom: string;
  @Column(day) periodTo: string;
  @Column('text') missing: MissingRuleName;
  @Column('text') state: ScoreBatchState;
  @Column('integer') total: number;
  @Column('integer') done: number;
  @Column('integer') computed: number;
  @Column('integer') unchanged: number;
  /** How many have no score, by the code of the reason. */
  @Column('jsonb') skipped: Record<string, number>;
  @Column('uuid') requestedBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) finishedAt: Date | null;
}
