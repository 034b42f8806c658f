import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisclosureContentView } from '@gongxiang/contracts/settlement/accounts/disclosure.contract';

/** What a union told its members of a year: append-only, a correction stands beside it. */
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

/** That a union was reminded of a year that is over. */
@Entity('disclosure_reminder')
export class DisclosureReminderRow {
  @PrimaryColumn('uuid') unionId: string;
  @PrimaryColumn('integer') year: number;
  @Column(instant) remindedAt: Date;
}
