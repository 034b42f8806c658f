import type { MandateScope } from '@gongxiang/contracts/sharing/sharing-events';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mandate for one union to act for another, from `validFrom` until before `validUntil`, unless it was revoked. */
@Entity('mandate_ref')
export class MandateRef {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') fromUnionId: string;
  @Column('uuid') toUnionId: string;
  @Column('text', { array: true }) scopes: MandateScope[];
  /** The maximum amount of one act; null for no limit. */
  @Column({ ...fen, nullable: true }) entryLimitFen: bigint | null;
  @Column(instant) validFrom: Date;
  @Column(instant) validUntil: Date;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}
