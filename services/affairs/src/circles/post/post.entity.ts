import type {
  CirclePostState,
  CircleReportState,
} from '@gongxiang/contracts/affairs/circles/circle-post.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A post in a circle, or a comment on one. */
@Entity('circle_post')
export class CirclePostRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') circleId: string;
  /** Of a comment: the post on which it is. */
  @Column('uuid', { nullable: true }) postId: string | null;
  @Column('uuid') personId: string;
  @Column('text') state: CirclePostState;
  @Column('text', { nullable: true }) sealedTitle: string | null;
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
  @Column('boolean') isPinned: boolean;
  @Column(instant) writtenAt: Date;
  @Column({ ...instant, nullable: true }) editedAt: Date | null;
  /** When it was written, or commented on last. */
  @Column(instant) activeAt: Date;
}

/** What somebody has said against a post or a comment. */
@Entity('circle_report')
export class CircleReportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') circleId: string;
  @Column('uuid') postId: string;
  @Column('uuid') personId: string;
  @Column('text') state: CircleReportState;
  @Column('text', { nullable: true }) sealedWords: string | null;
  @Column(instant) reportedAt: Date;
}
