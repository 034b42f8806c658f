import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link with which one phone works at the door of one activity. */
@Entity('door_link')
export class DoorLinkRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  /** The gate, or who helps there. */
  @Column('text') name: string;
  /** SHA-256 of the secret in the link: it has 256 random bits, so nothing slower is needed. */
  @Column('text') tokenHash: string;
  @Column(instant) expiresAt: Date;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  /** SHA-256 of the secret of the phone; null until one has opened the link. */
  @Column('text', { nullable: true }) deviceHash: string | null;
  @Column({ ...instant, nullable: true }) boundAt: Date | null;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}
