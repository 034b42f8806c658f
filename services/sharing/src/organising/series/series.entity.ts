import type { HolidayPolicy } from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import type { PartyKind } from '@gongxiang/domain';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SeriesRule } from './rule-text.js';
import type { MovedDay, SkippedDay } from './series-plan.js';

/** Activities created by one rule. Each of them references the series. */
@Entity('activity_series')
export class SeriesRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') title: string;
  @Column('text') organiserKind: PartyKind;
  @Column('uuid') organiserId: string;
  @Column('text') organiserName: string;
  /** The union behind the organiser: its roles find the series in their list. */
  @Column('uuid') unionId: string;
  @Column('text') ruleText: string;
  @Column('jsonb') rule: SeriesRule;
  /** The day of the pattern. */
  @Column(day) startsOn: string;
  @Column('text') timeZone: string;
  @Column('text') holidays: HolidayPolicy;
  /** The number of created occurrences, including the pattern if it is one. */
  @Column('integer') size: number;
  @Column('jsonb') skipped: readonly SkippedDay[];
  @Column('jsonb') moved: readonly MovedDay[];
  @Column('jsonb') holidaysUnknown: readonly number[];
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}
