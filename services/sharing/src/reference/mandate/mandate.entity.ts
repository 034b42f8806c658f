import type { MandateSide } from '@gongxiang/contracts/sharing/reference/mandate.contract';
import type { MandateScope } from '@gongxiang/contracts/sharing/sharing-events';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('mandate')
export class MandateRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') fromUnionId: string;
  @Column('uuid') toUnionId: string;
  @Column('text', { array: true }) scopes: MandateScope[];
  @Column(instant) validFrom: Date;
  @Column(instant) validUntil: Date;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid') givenBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
  /** The side that ended it. */
  @Column('text', { nullable: true }) revokedBy: MandateSide | null;
  @Column('text', { nullable: true }) revokeReason: string | null;
  /** The limit per bookkeeping action; null for no limit. */
  @Column({ ...fen, nullable: true }) entryLimitFen: bigint | null;
}
