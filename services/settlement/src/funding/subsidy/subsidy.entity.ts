import type { SubsidyPayment } from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import type {
  SubsidyMoveKind,
  SubsidyReportLineDto,
  SubsidyState,
} from '@gongxiang/contracts/settlement/funding/subsidy.contract';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface StoredReport {
  readonly text: string;
  /** The receipts are files of `reportedBy`. */
  readonly lines: readonly SubsidyReportLineDto[];
}

/** A subsidy granted to a union, and the amounts used of it. */
@Entity('subsidy')
export class SubsidyRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') programmeId: string;
  @Column('uuid') applicationId: string;
  @Column('uuid') giverUnionId: string;
  @Column('uuid') receiverUnionId: string;
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('text') title: string;
  @Column('text') payment: SubsidyPayment;
  @Column('text', { nullable: true }) percent: string | null;
  @Column(fen) grantedFen: bigint;
  @Column(fen) drawnFen: bigint;
  @Column(fen) returnedFen: bigint;
  @Column('text') state: SubsidyState;
  @Column(instant) reportDueAt: Date;
  @Column({ ...instant, nullable: true }) remindedAt: Date | null;
  @Column({ ...instant, nullable: true }) overdueAt: Date | null;
  @Column('uuid') approvedBy: string;
  @Column('uuid', { nullable: true }) acceptedBy: string | null;
  @Column({ ...instant, nullable: true }) acceptedAt: Date | null;
  @Column('text', { nullable: true }) bankReference: string | null;
  @Column('uuid', { nullable: true }) sentBy: string | null;
  @Column({ ...instant, nullable: true }) sentAt: Date | null;
  @Column('uuid', { nullable: true }) receivedBy: string | null;
  @Column({ ...instant, nullable: true }) receivedAt: Date | null;
  @Column('uuid', { nullable: true }) entryId: string | null;
  @Column('jsonb', { nullable: true }) report: StoredReport | null;
  @Column('uuid', { nullable: true }) reportedBy: string | null;
  @Column({ ...instant, nullable: true }) reportedAt: Date | null;
  @Column('uuid', { nullable: true }) reviewedBy: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column(instant) createdAt: Date;
}

/** A movement of a subsidy. Append-only. */
@Entity('subsidy_move')
export class SubsidyMoveRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') subsidyId: string;
  @Column('text') kind: SubsidyMoveKind;
  @Column(fen) amountFen: bigint;
  @Column('uuid', { nullable: true }) costPoolId: string | null;
  @Column('uuid', { nullable: true }) restores: string | null;
  @Column('uuid', { nullable: true }) entryId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid') movedBy: string;
  @Column(instant) movedAt: Date;
}
