import type {
  BulletinCommentReportState,
  BulletinCommentState,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-comment.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a member has written under a bulletin. */
@Entity('bulletin_comment')
export class BulletinCommentRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') bulletinId: string;
  @Column('uuid') personId: string;
  @Column('text') state: BulletinCommentState;
  /** Null once withdrawn, or once its author was erased. */
  @Column('text', { nullable: true }) sealedText: string | null;
  /** Why it was hidden. */
  @Column('text', { nullable: true }) sealedReason: string | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  /** What its author says against the hiding. */
  @Column('text', { nullable: true }) sealedAppeal: string | null;
  @Column({ ...instant, nullable: true }) appealedAt: Date | null;
  /** Why that was refused. */
  @Column('text', { nullable: true }) sealedRefusal: string | null;
  @Column({ ...instant, nullable: true }) refusedAt: Date | null;
  @Column(instant) writtenAt: Date;
  /** Since when it is a strike against its author. */
  @Column({ ...instant, nullable: true }) struckAt: Date | null;
}

/** What somebody has said against a comment. */
@Entity('bulletin_comment_report')
export class BulletinCommentReportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') bulletinId: string;
  @Column('uuid') commentId: string;
  @Column('uuid') personId: string;
  @Column('text') state: BulletinCommentReportState;
  @Column('text', { nullable: true }) sealedWords: string | null;
  @Column(instant) reportedAt: Date;
}
