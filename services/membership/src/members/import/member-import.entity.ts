import type {
  RowCandidateReason,
  MemberImportRowState,
  MemberImportState,
  RowChoice,
  UndoReason,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EmploymentKind } from '@gongxiang/contracts/membership/membership-events';
import type { RosterProblem, RosterWarning } from '../member/roster-entry.model.js';
import type { HeaderWords } from './roster-columns.model.js';
import type { RosterLayout } from './roster-reading.js';

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
  /** The sheet that was read; null of a text file. */
  @Column('text', { nullable: true }) sheet: string | null;
  /** Where the roster is in the file; null until it was found. */
  @Column('jsonb', { nullable: true }) layout: RosterLayout | null;
  @Column('text', { nullable: true }) failure: string | null;
  @Column('integer', { nullable: true }) total: number | null;
  @Column('integer') position: number;
  @Column('integer') created: number;
  @Column('integer') updated: number;
  @Column('integer') unchanged: number;
  @Column('integer') rejected: number;
  @Column('integer') ambiguous: number;
  /** Memberships that somebody ticked to end with the load. */
  @Column('integer') ended: number;
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

/** Somebody whom a row may be about; never a value of theirs. */
export interface RowCandidate {
  readonly personId: string;
  readonly reason: RowCandidateReason;
}

/** A field that an update changes; the values of a phone are left out. */
export interface RowChange {
  readonly field: 'phone' | 'validFrom' | 'employmentKind';
  readonly before: string | null;
  readonly after: string | null;
}

/** What an update replaced: only the fields that it changed. The phone is sealed. */
export interface ReplacedValues {
  readonly phone?: { readonly sealed: string | null; readonly hash: string | null };
  readonly validFrom?: string;
  readonly employmentKind?: EmploymentKind | null;
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
  /** What would be right; of `DUPLICATE_IN_FILE`, the row that has the number first. */
  @Column('text', { nullable: true }) hint: string | null;
  /** Further problems. */
  @Column('jsonb') more: readonly RosterProblem[];
  @Column('jsonb') changes: readonly RowChange[];
  @Column('jsonb') candidates: readonly RowCandidate[];
  /** The keyed hash of a readable number, also of a row that is not loaded. */
  @Column('text', { nullable: true }) numberHash: string | null;
  @Column('jsonb', { nullable: true }) before: ReplacedValues | null;
  /** The person's version after the load. */
  @Column('integer', { nullable: true }) personVersion: number | null;
  @Column('text', { nullable: true }) keptBecause: UndoReason | null;
}

/** What an officer has said of an ambiguous row. */
@Entity('member_import_choice')
export class RowChoiceRow {
  @PrimaryColumn('uuid') importId: string;
  @PrimaryColumn('integer') rowNumber: number;
  @Column('text') choice: RowChoice;
  /** Of `same`. */
  @Column('uuid', { nullable: true }) personId: string | null;
}

/** A membership that an officer has ticked to end with the load. */
@Entity('member_import_leaving')
export class LeavingRow {
  @PrimaryColumn('uuid') importId: string;
  @PrimaryColumn('uuid') membershipId: string;
  /** Null until the load. */
  @Column('text', { nullable: true }) stateBefore: 'imported' | 'active' | null;
}

/** What a union calls the columns of its rosters. */
@Entity('roster_layout')
export class RosterWordsRow {
  @PrimaryColumn('uuid') unionId: string;
  @Column('jsonb') words: HeaderWords;
  @Column('uuid') updatedBy: string;
  @Column(instant) updatedAt: Date;
}

/** What was last sent under a key of a program. */
@Entity('roster_entry')
export class RosterEntryRow {
  @PrimaryColumn('uuid') unionId: string;
  @PrimaryColumn('text') key: string;
  @Column('text') contentHash: string;
  @Column('text') numberHash: string;
  @Column('uuid', { nullable: true }) personId: string | null;
  @Column(instant) updatedAt: Date;
}
