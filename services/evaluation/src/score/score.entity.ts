import type { MissingRuleName, ScoreCell, ScoreContribution } from '@gongxiang/contracts';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScoreInput } from './score.model.js';

/** What a score says besides its number. */
export interface ScoreDetail {
  readonly coverage: number;
  readonly contributions: ScoreContribution[];
  readonly table: ScoreCell[];
  readonly missingIndicators: string[];
}

@Entity('score')
export class ScoreRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') activityId: string;
  @Column('uuid') weightVersionId: string;
  @Column('uuid', { nullable: true }) surveyId: string | null;
  @Column('text') missing: MissingRuleName;
  @Column('double precision', { nullable: true }) score: number | null;
  @Column('jsonb') inputs: ScoreInput;
  @Column('text') inputsHash: string;
  @Column('jsonb') detail: ScoreDetail;
  @Column(instant) createdAt: Date;
}
