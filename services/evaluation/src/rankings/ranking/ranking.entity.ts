import type { RankingScaling } from '@gongxiang/contracts/evaluation/systems/preview.contract';
import type { AppealState } from '@gongxiang/contracts/evaluation/rankings/ranking-appeal.contract';
import type {
  LeftOutReason,
  RankingGrouping,
  RankingLead,
  RankingMethod,
  RankingState,
} from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('ranking')
export class RankingRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') indicatorSystemId: string;
  @Column('uuid') weightVersionId: string;
  @Column('uuid') unionId: string;
  @Column('text') title: string;
  @Column('text') subjectKind: ScoreSubjectKind;
  @Column('text') method: RankingMethod;
  @Column('text', { nullable: true }) scaling: RankingScaling | null;
  @Column('text') groupBy: RankingGrouping;
  @Column('integer') minimumAnswers: number;
  /** Null where all of the period were to be ranked. */
  @Column('jsonb', { nullable: true }) subjectIds: string[] | null;
  @Column({ ...day, nullable: true }) periodFrom: string | null;
  @Column({ ...day, nullable: true }) periodTo: string | null;
  @Column('integer') ranked: number;
  @Column('integer') leftOut: number;
  @Column('text') hash: string;
  @Column('integer') revision: number;
  @Column('uuid', { nullable: true }) revisionOfId: string | null;
  @Column('text') state: RankingState;
  /** Null in rankings that predate this column. */
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column(instant) createdAt: Date;
  @Column('uuid', { nullable: true }) publishedBy: string | null;
  @Column({ ...instant, nullable: true }) publishedAt: Date | null;
  @Column({ ...instant, nullable: true }) noticeEndsAt: Date | null;
  @Column({ ...instant, nullable: true }) finalisedAt: Date | null;
  @Column('text', { nullable: true }) reason: string | null;
}

@Entity('ranking_entry')
export class RankingEntryRow {
  @PrimaryColumn('uuid') rankingId: string;
  /** From 1; those of a tie have one each. */
  @PrimaryColumn('integer') place: number;
  @Column('uuid') subjectId: string;
  @Column('text') subjectName: string;
  @Column('uuid') unionId: string;
  @Column('uuid') scoreId: string;
  @Column('text') scoreHash: string;
  @Column('integer') rank: number;
  @Column('text', { nullable: true }) groupKey: string | null;
  @Column('integer') groupRank: number;
  @Column('double precision') score: number;
  @Column('integer', { nullable: true }) answers: number | null;
  @Column('jsonb') why: RankingLead[];
}

@Entity('ranking_left_out')
export class RankingLeftOutRow {
  @PrimaryColumn('uuid') rankingId: string;
  @PrimaryColumn('uuid') subjectId: string;
  @Column('text') subjectName: string;
  @Column('uuid') unionId: string;
  @Column('text') reason: LeftOutReason;
  /** The score by which it was left out; null in rows that predate this column. */
  @Column('uuid', { nullable: true }) scoreId: string | null;
}

@Entity('ranking_appeal')
export class RankingAppealRow {
  @PrimaryColumn('uuid') rankingId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') subjectId: string;
  @Column('text') subjectName: string;
  @Column('uuid') unionId: string;
  @Column('uuid') personId: string;
  @Column('text') text: string;
  /** Of a file that `personId` has uploaded; null with its hash and name where nothing came with the appeal. */
  @Column('text', { nullable: true }) fileKey: string | null;
  @Column('text', { nullable: true }) fileHash: string | null;
  @Column('text', { nullable: true }) fileName: string | null;
  @Column('text') state: AppealState;
  @Column('text', { nullable: true }) answer: string | null;
  @Column(instant) createdAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
}
