import { day } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy: how many came to an activity with a person; 0 where a correction says that they did not come. */
@Entity('census_attendance')
export class CensusAttendanceRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('integer') version: number;
  @Column('integer') heads: number;
  /** The day in China on which they checked in; of what was recorded before that was kept, a later one. */
  @Column(day) attendedOn: string;
}
