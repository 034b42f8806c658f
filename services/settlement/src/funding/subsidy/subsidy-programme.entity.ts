import type { SubsidyApplicationState } from '@gongxiang/contracts/settlement/funding/subsidy-application.contract';
import type {
  SubsidyBasis,
  SubsidyGradeDto,
  SubsidyPayment,
  SubsidyProgrammeState,
} from '@gongxiang/contracts/settlement/funding/subsidy-programme.contract';
import { day, fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('subsidy_programme')
export class SubsidyProgrammeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') title: string;
  @Column('text') text: string;
  @Column('text', { array: true }) expenseCodes: string[];
  @Column('text', { array: true }) sizeClasses: string[];
  @Column('boolean') smallFirst: boolean;
  @Column(fen) budgetFen: bigint;
  /** Proposed and granted awards of all rounds. */
  @Column(fen) awardedFen: bigint;
  @Column('text') basis: SubsidyBasis;
  @Column('jsonb') grades: readonly SubsidyGradeDto[];
  @Column('text', { nullable: true }) percent: string | null;
  @Column({ ...fen, nullable: true }) capFen: bigint | null;
  @Column({ ...instant, nullable: true }) opensAt: Date | null;
  @Column({ ...instant, nullable: true }) closesAt: Date | null;
  @Column('integer') noticeDays: number;
  @Column('integer') reportDays: number;
  @Column('text') conditions: string;
  @Column('boolean') needsReceipts: boolean;
  @Column('text') payment: SubsidyPayment;
  @Column('text') state: SubsidyProgrammeState;
  @Column('integer') round: number;
  @Column({ ...instant, nullable: true }) noticeEndsAt: Date | null;
  @Column('text', { nullable: true }) cancelReason: string | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column('uuid', { nullable: true }) approvedBy: string | null;
}

/** A file with the person who attached it. */
export interface ApplicationFile {
  readonly name: string;
  readonly fileKey: string;
  readonly sha256: string;
  readonly ownerId: string;
}

@Entity('subsidy_application')
export class SubsidyApplicationRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') programmeId: string;
  @Column('integer') round: number;
  @Column('uuid') unionId: string;
  @Column('uuid', { nullable: true }) activityId: string | null;
  @Column('text') title: string;
  @Column('text') plan: string;
  @Column(day) useUntil: string;
  @Column(fen) requestedFen: bigint;
  @Column(fen) plannedFen: bigint;
  @Column('jsonb') files: readonly ApplicationFile[];
  @Column('text') state: SubsidyApplicationState;
  @Column('text', { nullable: true }) grade: string | null;
  @Column({ ...fen, nullable: true }) awardFen: bigint | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { nullable: true }) submittedBy: string | null;
  @Column({ ...instant, nullable: true }) submittedAt: Date | null;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}

@Entity('subsidy_objection')
export class SubsidyObjectionRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') programmeId: string;
  @Column('uuid') applicationId: string;
  @Column('uuid') personId: string;
  @Column('text') reason: string;
  @Column(instant) createdAt: Date;
  @Column('text', { nullable: true }) answer: string | null;
  @Column('boolean', { nullable: true }) upheld: boolean | null;
  @Column('uuid', { nullable: true }) answeredBy: string | null;
  @Column({ ...instant, nullable: true }) answeredAt: Date | null;
}
