import type { AgeBand } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody whom a person brings along often: kept for sign-ups, or not to be offered any more. */
@Entity('relative')
export class RelativeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('text') sealedName: string;
  @Column('text', { nullable: true }) ageBand: AgeBand | null;
  /** When consent was given, for a child under 14; null for others. */
  @Column({ ...instant, nullable: true }) guardianConsentAt: Date | null;
  /** False: they came along before, and the person does not want them offered. */
  @Column('boolean') isKept: boolean;
  @Column(instant) createdAt: Date;
}
