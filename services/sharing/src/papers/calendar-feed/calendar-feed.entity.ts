import type { Locale } from '@gongxiang/domain';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('calendar_feed')
export class CalendarFeedRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') name: string;
  /** SHA-256 of the token: it has 256 random bits, so nothing slower is needed. */
  @Column('text') tokenHash: string;
  /** The person's when the feed was made: calendars ask in no language. */
  @Column('text') locale: Locale;
  @Column(instant) createdAt: Date;
  /** A day and no more: when somebody's phone asks is nobody's business. */
  @Column({ ...day, nullable: true }) lastFetchedOn: string | null;
}
