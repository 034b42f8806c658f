import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('union_group')
export class GroupRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') name: string;
  @Column('uuid', { nullable: true }) leaderId: string | null;
  @Column('boolean') active: boolean;
  @Column(instant) createdAt: Date;
}

/** A person in a group for a period; at most one per group and person has not ended. */
@Entity('group_member')
export class GroupMemberRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') groupId: string;
  @Column('uuid') personId: string;
  @Column(day) validFrom: string;
  /** The first day outside; null while they are in it. */
  @Column({ ...day, nullable: true }) validTo: string | null;
  @Column(instant) createdAt: Date;
}
