import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import type {
  ScoreCause,
  ScoreCell,
  ScoreContribution,
} from '@gongxiang/contracts/evaluation/scores/score.contract';
import type { MissingRuleName } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScoreInterval } from './score-interval.model.js';
import type { ScoreInput } from './score.model.js';

/** What a score says besides its number. */
export interface ScoreDetail {
  readonly coverage: number;
  readonly contributions: ScoreContribution[];
  readonly table: ScoreCell[];
  readonly missingIndicators: string[];
  /** Absent in scores from before it was computed. */
  readonly interval?: ScoreInterval | null;
}

@Entity('score')
export class ScoreRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') subjectKind: ScoreSubjectKind;
  @Column('uuid') subjectId: string;
  /** The union that stood behind the subject. */
  @Column('uuid') unionId: string;
  /** The days that it is about; null for an activity. */
  @Column({ ...day, nullable: true }) periodFrom: string | null;
  @Column({ ...day, nullable: true }) periodTo: string | null;
  @Column('uuid') weightVersionId: string;
  @Column('uuid', { nullable: true }) surveyId: string | null;
  @Column('text') missing: MissingRuleName;
  @Column('double precision', { nullable: true }) score: number | null;
  @Column('jsonb') inputs: ScoreInput;
  @Column('text') inputsHash: string;
  @Column('jsonb') detail: ScoreDetail;
  /** Of the same subject, days and weights, from 1. */
  @Column('integer') revision: number;
  /** The previous revision, which stays stored. */
  @Column('uuid', { nullable: true }) revisesId: string | null;
  @Column('text') cause: ScoreCause;
  @Column(instant) createdAt: Date;
}
