import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeReason } from '@gongxiang/contracts/notification/notice-reasons';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A notice from before there was a service for them, until it has moved there; see {@link NoticeMove}. */
@Entity('notice')
export class KeptNoticeRow {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: NoticeKind;
  @Column('text') why: NoticeReason;
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('uuid', { nullable: true }) loanId: string | null;
  @Column('uuid', { nullable: true }) needId: string | null;
  @Column('uuid', { nullable: true }) waitId: string | null;
  @Column('uuid', { nullable: true }) resourceId: string | null;
  @Column('uuid', { nullable: true }) moneyId: string | null;
  @Column('uuid', { nullable: true }) efficacySurveyId: string | null;
  @Column('uuid', { nullable: true }) rankingId: string | null;
  @Column('uuid', { nullable: true }) intakeId: string | null;
  @Column('uuid', { nullable: true }) delegationId: string | null;
  @Column('text') cause: string;
  @Column('jsonb') details: Readonly<Record<string, string | null>>;
  @Column('uuid', { nullable: true }) sourceId: string | null;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) readAt: Date | null;
}
