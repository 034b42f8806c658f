import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code on paper, for a day on which the second factor is not at hand. */
@Entity('recovery_code')
export class RecoveryCodeRow {
  /** A keyed hash of person and code. */
  @PrimaryColumn('text') hash: string;
  @Column('uuid') personId: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) usedAt: Date | null;
}
