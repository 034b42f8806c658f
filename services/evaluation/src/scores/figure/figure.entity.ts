import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of figures that was taken in. */
@Entity('figure_import')
export class FigureImportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unionId: string;
  @Column('text') fileName: string;
  /** SHA-256, in hex. */
  @Column('text') fileHash: string;
  @Column('integer') rowCount: number;
  @Column('uuid') importedBy: string;
  @Column(instant) createdAt: Date;
}

/** One value of a file. It never changes: a correction is a further one. */
@Entity('figure')
export class FigureRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') importId: string;
  @Column('uuid') unionId: string;
  @Column('integer') rowNumber: number;
  @Column('text') subjectKind: ScoreSubjectKind;
  @Column('uuid') subjectId: string;
  @Column('text') name: string;
  @Column('date') periodFrom: string;
  @Column('date') periodTo: string;
  @Column('double precision') value: number;
  @Column('text') source: string;
}
