import type { WorkState } from '@gongxiang/contracts/affairs/works/work.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody has sent to a call. */
@Entity('work')
export class WorkRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') callId: string;
  @Column('uuid') personId: string;
  @Column('text') state: WorkState;
  @Column('text') title: string;
  /** Null once its author was erased. */
  @Column('text', { nullable: true }) sealedText: string | null;
  /** The name to which the author consents. */
  @Column('text', { nullable: true }) sealedName: string | null;
  /** Why it was refused. */
  @Column('text', { nullable: true }) sealedReason: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column(instant) sentAt: Date;
  /** In hundredths, as `score`. */
  @Column('integer', { nullable: true }) juryScore: number | null;
  @Column('integer', { nullable: true }) votes: number | null;
  @Column('integer', { nullable: true }) score: number | null;
  @Column('integer', { nullable: true }) place: number | null;
  @Column('text', { nullable: true }) award: string | null;
}

/** A file of a work, sealed in the store. */
@Entity('work_file')
export class WorkFileRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workId: string;
  @Column('text') contentType: string;
  /** In bytes, as it was uploaded. */
  @Column('integer') size: number;
  @Column('uuid') fileKey: string;
  /** Of the sealed file, in hex. */
  @Column('text') sha256: string;
  @Column('uuid') sourceKey: string;
  @Column('text', { nullable: true }) sealedName: string | null;
  @Column('text', { nullable: true }) sealedOpening: string | null;
  /** Pictures have one, unless they were sent before there were any. */
  @Column('uuid', { nullable: true }) previewKey: string | null;
  @Column('integer', { nullable: true }) previewSize: number | null;
  @Column('text', { nullable: true }) previewSha256: string | null;
  @Column('text', { nullable: true }) sealedPreviewOpening: string | null;
  @Column(instant) addedAt: Date;
}

/** What a juror has given, in the order of the criteria. */
@Entity('work_score')
export class WorkScoreRow {
  @PrimaryColumn('uuid') workId: string;
  @PrimaryColumn('uuid') jurorId: string;
  @Column('integer', { array: true }) points: number[];
}
