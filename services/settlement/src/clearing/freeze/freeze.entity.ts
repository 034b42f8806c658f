import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A party is `union:<id>`. It is frozen while `releasedAt` is null. */
@Entity('party_freeze')
export class PartyFreezeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') party: string;
  @Column('uuid') unionId: string;
  @Column('text') reason: string;
  @Column('uuid') frozenBy: string;
  @Column(instant) frozenAt: Date;
  @Column('uuid', { nullable: true }) releasedBy: string | null;
  @Column({ ...instant, nullable: true }) releasedAt: Date | null;
  @Column('text', { nullable: true }) releaseReason: string | null;
}
