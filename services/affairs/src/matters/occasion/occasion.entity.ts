import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OccasionSource, StoredOccasionState } from './occasion.model.js';

/** What of a person's record is an occasion: a copy of what membership publishes, without the year of birth. */
@Entity('occasion_day')
export class OccasionDayRow {
  @PrimaryColumn('uuid') personId: string;
  @Column('integer') version: number;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('smallint', { nullable: true }) birthMonth: number | null;
  @Column('smallint', { nullable: true }) birthDay: number | null;
  @Column({ ...day, nullable: true }) retiredOn: string | null;
}

/** Whether somebody is visited for days of their record; without a row they are. */
@Entity('occasion_choice')
export class OccasionChoiceRow {
  @PrimaryColumn('uuid') personId: string;
  @Column('boolean') given: boolean;
  @Column(instant) at: Date;
}

/** What a member has told, or what was done for a day of their record. */
@Entity('occasion')
export class OccasionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') source: OccasionSource;
  /** Of what was told. */
  @Column('text', { nullable: true }) sealedKind: string | null;
  @Column(day) happenedOn: string;
  @Column('text') state: StoredOccasionState;
  /** The union that visits for what was told: that of its member now. Null where they belong to none, and of days of a record. */
  @Column('uuid', { nullable: true }) toldTo: string | null;
  /** The union whose officer has opened a matter for it, or skipped it. */
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('uuid', { nullable: true }) matterId: string | null;
  @Column('text', { nullable: true }) sealedReason: string | null;
  @Column('uuid', { nullable: true }) doneBy: string | null;
  @Column({ ...instant, nullable: true }) doneAt: Date | null;
  @Column(instant) createdAt: Date;
}
