import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of the hosts of an activity: its organiser first, then the co-hosts. */
@Entity('activity_host_ref')
export class ActivityHostRef {
  @PrimaryColumn('uuid') activityId: string;
  @Column('integer') version: number;
  /** Each as `kind:id`. */
  @Column('text', { array: true }) hosts: string[];
}
