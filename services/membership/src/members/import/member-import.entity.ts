import type {
  MemberImportRowState,
  MemberImportState,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RosterWarning } from '../member/roster-entry.model.js';

@Entity('member_import')
export class MemberImportRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  @Column('text') fileKey: string;
  @Column('boolean') dryRun: boolean;
  @Column('text') state: MemberImportState;
  @Column('text', { nullable: true }) encoding: string | null;
  @Column('text', { nullable: true }) delimiter: string | null;
  @Column('text', { nullable: true }) failure: string | null;
  @Column('integer', { nullable: true }) total: number | null;
  @Column('integer') position: number;
  @Column('integer') created: number;
  @Column('integer') updated: number;
  @Column('integer') unchanged: number;
  @Column('integer') rejected: number;
  /** Number of rows with a warning. */
  @Column('integer') warned: number;
  @Column('uuid', { nullable: true }) worker: string | null;
  @Column({ ...instant, nullable: true }) leasedUntil: Date | null;
  /** How often a worker has started it without progress. */
  @Column('integer') attempts: number;
  @Column('uuid') requestedBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) finishedAt: Date | null;
}

@Entity('member_import_row')
export class MemberImportReportRow {
  @PrimaryColumn('uuid') importId: string;
  @PrimaryColumn('integer') rowNumber: number;
  @Column('text') state: MemberImportRowState;
  @Column('text', { nullable: true }) code: string | null;
  @Column('text', { nullable: true }) field: string | null;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column('text', { nullable: true }) identityHash: string | null;
  @Column('text', { nullable: true }) phoneHash: string | null;
  @Column('jsonb') warnings: readonly RosterWarning[];
}
