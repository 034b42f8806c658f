import type { DisputeState } from '@gongxiang/contracts/settlement/bills/dispute.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('dispute')
export class DisputeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') confirmationId: string;
  @Column('uuid') entryId: string;
  @Column('uuid', { nullable: true }) costPoolId: string | null;
  @Column('uuid', { nullable: true }) itemId: string | null;
  @Column('text') title: string;
  /** Null if the dispute was opened by silence. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) openedBy: string | null;
  @Column(instant) openedAt: Date;
  @Column(instant) talkUntil: Date;
  @Column({ ...instant, nullable: true }) referredAt: Date | null;
  /** The nearest union above all sides when it was opened. */
  @Column('uuid') decidingUnionId: string;
  /** The union that wrote last. */
  @Column('uuid', { nullable: true }) lastUnionId: string | null;
  @Column('integer') messageCount: number;
  @Column('text') state: DisputeState;
  @Column('uuid', { nullable: true }) endedBy: string | null;
  @Column({ ...instant, nullable: true }) endedAt: Date | null;
  @Column('text', { nullable: true }) endReason: string | null;
  @Column('uuid', { nullable: true }) reversalId: string | null;
}

@Entity('dispute_side')
export class DisputeSideRow {
  @PrimaryColumn('uuid') disputeId: string;
  @PrimaryColumn('uuid') unionId: string;
}

@Entity('dispute_message')
export class DisputeMessageRow {
  @PrimaryColumn('uuid') disputeId: string;
  @PrimaryColumn('integer') number: number;
  @Column('uuid') unionId: string;
  @Column('uuid') writtenBy: string;
  @Column(instant) writtenAt: Date;
  @Column('text') text: string;
}
