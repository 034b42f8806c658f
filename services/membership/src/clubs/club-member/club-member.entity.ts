import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A person's membership of a club. A person who comes back has the same row with a new term; the earlier term is in
 * the audit trail.
 */
@Entity('club_member')
export class ClubMemberRow {
  @PrimaryColumn('uuid') clubId: string;
  @PrimaryColumn('uuid') personId: string;
  /** The key of its order in lists. */
  @Column('uuid') id: string;
  @Column('integer') version: number;
  @Column(day) validFrom: string;
  /** The first day without membership; null while it lasts. */
  @Column({ ...day, nullable: true }) validTo: string | null;
  /** Why the person was removed, sealed under their id; null if they left themselves. */
  @Column('text', { nullable: true }) endReason: string | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Column(instant) createdAt: Date;
}
