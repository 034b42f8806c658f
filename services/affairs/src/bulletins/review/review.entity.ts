import type {
  BulletinReportGround,
  BulletinReviewEvent,
  BulletinReviewState,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-review.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What becomes of the reports on a bulletin; one at a time goes on for each. */
@Entity('bulletin_review')
export class BulletinReviewRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') bulletinId: string;
  /** Which has published it. */
  @Column('uuid') unionId: string;
  /** Whose officers decide: the union above, or at the top the same. */
  @Column('uuid') deciderUnionId: string;
  @Column('text') state: BulletinReviewState;
  @Column(instant) openedAt: Date;
  @Column({ ...instant, nullable: true }) hiddenAt: Date | null;
  @Column('uuid', { nullable: true }) hiddenBy: string | null;
  @Column({ ...instant, nullable: true }) appealedAt: Date | null;
  @Column('uuid', { nullable: true }) appealedBy: string | null;
  @Column({ ...instant, nullable: true }) restoredAt: Date | null;
  /** Since when the hiding stands, which is a strike of its union. */
  @Column({ ...instant, nullable: true }) upheldAt: Date | null;
}

/** A step of a review, with its reason. Readers who report are never named here. */
@Entity('bulletin_review_entry')
export class BulletinReviewEntryRow {
  @PrimaryColumn('uuid') reviewId: string;
  @PrimaryColumn('integer') sequence: number;
  @Column('text') event: BulletinReviewEvent;
  @Column('text', { nullable: true }) text: string | null;
  /** Null where a reader or the time has done it. */
  @Column('uuid', { nullable: true }) actorId: string | null;
  @Column(instant) at: Date;
}

/** That somebody has reported a bulletin. */
@Entity('bulletin_report')
export class BulletinReportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') reviewId: string;
  @Column('uuid') personId: string;
  @Column('text') ground: BulletinReportGround;
  @Column('text', { nullable: true }) sealedWords: string | null;
  @Column(instant) reportedAt: Date;
}
