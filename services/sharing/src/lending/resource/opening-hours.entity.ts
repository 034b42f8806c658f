import type {
  HolidayHours,
  MakeUpDayHours,
} from '@gongxiang/contracts/sharing/lending/opening-hours.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HoursException, WeekdaySpan } from './opening-hours.model.js';

/** When a resource is available. Without a row it is open around the clock. */
@Entity('opening_hours')
export class OpeningHoursRow {
  @PrimaryColumn('uuid') resourceId: string;
  @Column('integer') version: number;
  @Column('jsonb', { nullable: true }) weekly: readonly WeekdaySpan[] | null;
  @Column('jsonb') exceptions: readonly HoursException[];
  @Column('text') holidays: HolidayHours;
  @Column('text') makeUpDays: MakeUpDayHours;
  @Column('boolean') overnight: boolean;
  @Column('uuid') changedBy: string;
  @Column(instant) changedAt: Date;
}
