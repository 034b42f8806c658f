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
  /** The person's language when the feed was created: calendars send none. */
  @Column('text') locale: Locale;
  @Column(instant) createdAt: Date;
  /** Only the day: the exact time of a calendar's request is personal. */
  @Column({ ...day, nullable: true }) lastFetchedOn: string | null;
}
