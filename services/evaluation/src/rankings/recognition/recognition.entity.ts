import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('recognition')
export class RecognitionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') rankingId: string;
  @Column('text') subjectKind: ScoreSubjectKind;
  @Column('uuid') subjectId: string;
  @Column('text') subjectName: string;
  @Column('uuid') issuerUnionId: string;
  @Column('text') issuerName: string;
  @Column('text') title: string;
  @Column('text') level: string;
  @Column('integer') year: number;
  @Column('integer') place: number;
  @Column('text') code: string;
  @Column('uuid') grantedBy: string;
  @Column(instant) grantedAt: Date;
  @Column('uuid', { nullable: true }) revokedBy: string | null;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
  @Column('text', { nullable: true }) revokeReason: string | null;
}
