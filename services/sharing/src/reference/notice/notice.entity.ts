import type { NoticeKind, NoticeReason } from '@gongxiang/contracts/sharing/reference/notice.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeDetails } from './notice.model.js';

/** Something that one person is told. */
@Entity('notice')
export class NoticeRow {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: NoticeKind;
  @Column('text') why: NoticeReason;
  @Column('uuid', { nullable: true }) activityId: string | null;
  /** The loan that it is about, where it is not about an activity. */
  @Column('uuid', { nullable: true }) loanId: string | null;
  /** The need that it is about, where it is not about an activity. */
  @Column('uuid', { nullable: true }) needId: string | null;
  /** The wait for a time of a resource that it is about, where it is not about an activity. */
  @Column('uuid', { nullable: true }) waitId: string | null;
  /** The resource that it is about, where it is about nothing else. */
  @Column('uuid', { nullable: true }) resourceId: string | null;
  /** What of settlement's it is about, where it is about nothing here. */
  @Column('uuid', { nullable: true }) moneyId: string | null;
  /** The season that he judges, where it is about one. */
  @Column('uuid', { nullable: true }) efficacySurveyId: string | null;
  /** The ranking that he is behind, where it is about one. */
  @Column('uuid', { nullable: true }) rankingId: string | null;
  /** What he wrote to his union, where it is about that. */
  @Column('uuid', { nullable: true }) intakeId: string | null;
  /** What it is told for: nobody is told twice for the same. */
  @Column('text') cause: string;
  @Column('jsonb') details: NoticeDetails;
  /** The message or question that it is about. */
  @Column('uuid', { nullable: true }) sourceId: string | null;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) readAt: Date | null;
}
