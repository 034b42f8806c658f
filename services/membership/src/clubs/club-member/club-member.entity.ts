import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person belongs to a club. Whoever comes back has the same row with a new term; the old one is in the audit trail. */
@Entity('club_member')
export class ClubMemberRow {
  @PrimaryColumn('uuid') clubId: string;
  @PrimaryColumn('uuid') personId: string;
  /** Its place in lists. */
  @Column('uuid') id: string;
  @Column('integer') version: number;
  @Column(day) validFrom: string;
  /** The first day on which he is not in it; null while he is. */
  @Column({ ...day, nullable: true }) validTo: string | null;
  /** Why he was removed, sealed under his id; null where he left by himself. */
  @Column('text', { nullable: true }) endReason: string | null;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Column(instant) createdAt: Date;
}
