import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of who holds an activity: its organiser first, then those who agreed to host it. */
@Entity('activity_host_ref')
export class ActivityHostRef {
  @PrimaryColumn('uuid') activityId: string;
  @Column('integer') version: number;
  /** Each as `kind:id`. */
  @Column('text', { array: true }) hosts: string[];
}
