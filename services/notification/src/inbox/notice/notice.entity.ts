import type { NoticeKind } from '@gongxiang/contracts/notification/notice-kinds';
import type { NoticeReason } from '@gongxiang/contracts/notification/notice-reasons';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A notice to one person. */
@Entity('notice')
export class NoticeRow {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: NoticeKind;
  @Column('text') why: NoticeReason;
  /** The cause: nobody is notified twice for the same. */
  @Column('text') cause: string;
  /** Ids of what it is about, by their names in the link of the kind. */
  @Column('jsonb') about: Readonly<Record<string, string>>;
  /** What that was called when the notice was raised. */
  @Column('text', { nullable: true }) title: string | null;
  @Column('jsonb') values: Readonly<Record<string, string>>;
  @Column('text') timeZone: string;
  /** A text that somebody has written for the readers. */
  @Column('uuid', { nullable: true }) textId: string | null;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) readAt: Date | null;
}

/** What somebody has written for the readers of many notices: it is kept once, so that withdrawing it empties every inbox. */
@Entity('notice_text')
export class NoticeTextRow {
  @PrimaryColumn('uuid') id: string;
  /** 1 when it was sent, 2 once it is withdrawn. */
  @Column('integer') version: number;
  @Column('text', { nullable: true }) subject: string | null;
  @Column('text', { nullable: true }) text: string | null;
  @Column({ ...instant, nullable: true }) withdrawnAt: Date | null;
}
