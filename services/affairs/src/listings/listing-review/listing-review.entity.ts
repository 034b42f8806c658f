import type { ListingKind, ListingReportGround } from '@gongxiang/contracts/affairs/listings/listing-report';
import type {
  ListingReportState,
  ListingReviewState,
} from '@gongxiang/contracts/affairs/listings/listing-review.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What becomes of the reports on a listing; it begins anew when it is reported again. */
@Entity('listing_review')
export class ListingReviewRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') listingKind: ListingKind;
  @Column('uuid') listingId: string;
  /** Which has published it. */
  @Column('uuid') unionId: string;
  @Column('text') state: ListingReviewState;
  /** A union above has hidden it: that which has published it does not show it again. */
  @Column('boolean') hiddenAbove: boolean;
  /** Of the last decision. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column(instant) openedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
}

/** That somebody has reported a listing. */
@Entity('listing_report')
export class ListingReportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') reviewId: string;
  @Column('uuid') personId: string;
  @Column('text') ground: ListingReportGround;
  @Column('text', { nullable: true }) sealedWords: string | null;
  @Column('text') state: ListingReportState;
  @Column(instant) reportedAt: Date;
  /** When they were told what came of it. */
  @Column({ ...instant, nullable: true }) notifiedAt: Date | null;
}
