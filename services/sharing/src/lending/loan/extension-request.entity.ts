import type { ExtensionState } from '@gongxiang/contracts/sharing/lending/extension-request.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A borrower requests a longer loan where the owner decides each loan. */
@Entity('extension_request')
export class ExtensionRequestRow {
  @PrimaryColumn('uuid') loanId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column(instant) endsAt: Date;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') state: ExtensionState;
  @Column('uuid') askedBy: string;
  @Column(instant) askedAt: Date;
  @Column(instant) decideBy: Date;
  /** Null if the deadline decided. */
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) refusal: string | null;
}
