import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A copy of what sharing tells: a person acts in the name of a club. */
@Entity('club_representative')
export class ClubRepresentativeRow {
  /** Of the delegation. */
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') clubId: string;
  @Column('uuid') personId: string;
  /** When it ends by itself; null until it is revoked. */
  @Column({ ...instant, nullable: true }) validTo: Date | null;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}
