import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisclosureContentView } from '@gongxiang/contracts/settlement/accounts/disclosure.contract';

/** A union's disclosure of a year to its members: append-only; a correction is a new version. */
@Entity('disclosure')
export class DisclosureRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unionId: string;
  @Column('integer') year: number;
  @Column('integer') number: number;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('jsonb') content: DisclosureContentView;
  @Column('text') contentHash: string;
  @Column('uuid', { nullable: true }) lastEntryId: string | null;
  @Column('uuid') publishedBy: string;
  @Column(instant) publishedAt: Date;
}

/** Records that a union was reminded of a past year. */
@Entity('disclosure_reminder')
export class DisclosureReminderRow {
  @PrimaryColumn('uuid') unionId: string;
  @PrimaryColumn('integer') year: number;
  @Column(instant) remindedAt: Date;
}
