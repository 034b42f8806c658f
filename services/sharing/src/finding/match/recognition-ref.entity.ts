import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of evaluation's recognitions. */
@Entity('recognition_ref')
export class RecognitionRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') subjectKind: ScoreSubjectKind;
  @Column('uuid') subjectId: string;
  /** False once it is revoked. */
  @Column('boolean') valid: boolean;
}
