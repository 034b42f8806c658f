import type { NoticeKind, NoticeReason } from '@gongxiang/contracts/sharing/reference/notice.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NoticeDetails } from './notice.model.js';

/** A notice to one person. */
@Entity('notice')
export class NoticeRow {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: NoticeKind;
  @Column('text') why: NoticeReason;
  @Column('uuid', { nullable: true }) activityId: string | null;
  /** The loan it is about, unless it is about an activity. */
  @Column('uuid', { nullable: true }) loanId: string | null;
  /** The need it is about, unless it is about an activity. */
  @Column('uuid', { nullable: true }) needId: string | null;
  /** The wait for a time of a resource it is about, unless it is about an activity. */
  @Column('uuid', { nullable: true }) waitId: string | null;
  /** The resource it is about, if it is about nothing else. */
  @Column('uuid', { nullable: true }) resourceId: string | null;
  /** The settlement object it is about, if it is about nothing here. */
  @Column('uuid', { nullable: true }) moneyId: string | null;
  /** The season the person judges, if it is about one. */
  @Column('uuid', { nullable: true }) efficacySurveyId: string | null;
  /** The ranking that concerns the person, if it is about one. */
  @Column('uuid', { nullable: true }) rankingId: string | null;
  /** The person's submission to their union, if it is about one. */
  @Column('uuid', { nullable: true }) intakeId: string | null;
  /** The delegation to the person, if it is about one. */
  @Column('uuid', { nullable: true }) delegationId: string | null;
  /** The cause: nobody is notified twice for the same. */
  @Column('text') cause: string;
  @Column('jsonb') details: NoticeDetails;
  /** The message or question it is about. */
  @Column('uuid', { nullable: true }) sourceId: string | null;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) readAt: Date | null;
}
