import { command, pageOf, PageRequest, query, slow, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  TextList,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';
import { type MembershipState, membershipStates } from '../membership-events.js';

export const memberImportStates = ['waiting', 'running', 'checked', 'done', 'undone', 'failed'] as const;
export type MemberImportState = (typeof memberImportStates)[number];

export const memberImportRowStates = ['created', 'updated', 'unchanged', 'ambiguous', 'rejected'] as const;
export type MemberImportRowState = (typeof memberImportRowStates)[number];

/** What of a row should be looked at although it is taken. */
export const rosterWarningCodes = [
  'NAME_HAS_DIGITS',
  'RESIDENT_NUMBER_AREA_UNKNOWN',
  'RESIDENT_NUMBER_MAYBE_ROUNDED',
  'AGE_UNUSUAL',
  'SEX_DIFFERS',
  'JOINED_YOUNG',
  'PHONE_SHARED',
  'FORMULA_VALUE',
  'ROW_HIDDEN',
  'NUMBER_KEPT',
] as const;
export type RosterWarningCode = (typeof rosterWarningCodes)[number];

/** What a column of a roster can hold. `enterprise` names the employer, by which the union is found. */
export const rosterFieldNames = [
  'name',
  'residentNumber',
  'phone',
  'union',
  'validFrom',
  'employmentKind',
  'sex',
  'enterprise',
] as const;
export type RosterFieldName = (typeof rosterFieldNames)[number];

/** Why a row may be about somebody who is a member already. */
export const rowCandidateReasons = ['SAME_PHONE', 'SAME_NAME_AND_PHONE', 'NUMBER_TYPO'] as const;
export type RowCandidateReason = (typeof rowCandidateReasons)[number];

export const rowChoices = ['new', 'same', 'skip'] as const;
export type RowChoice = (typeof rowChoices)[number];

/** Why a row was not undone. */
export const undoReasons = ['ACTIVATED', 'CHANGED_SINCE'] as const;
export type UndoReason = (typeof undoReasons)[number];

const columnsMax = 100;
const choicesMax = 500;

export class RosterColumn {
  @OneOf(rosterFieldNames, { name: 'RosterFieldName' }) field: RosterFieldName;
  @Whole({ max: columnsMax - 1, description: 'The column, counted from 0' }) column: number;
}

/** Where in the file the roster is. */
export class RosterLayoutInput {
  @Whole({ max: 500, nullable: true, description: 'The sheet, counted from 0; null of a text file' })
  sheet: number | null;
  @Whole({ min: 1, max: 1_048_576, description: 'The row of the header, as a spreadsheet counts' })
  headerRow: number;
  @ListOf(() => RosterColumn, { min: 2, max: rosterFieldNames.length })
  columns: RosterColumn[];
}

export class PreviewMemberImportRequest {
  @Uuid({ description: 'The union whose members come; its earlier assignment of columns is used' })
  unionId: string;
  @Text({ max: 100, description: 'The key of an uploaded .xlsx or .csv file' }) fileKey: string;
  @Whole({ optional: true, max: 500, description: 'Another sheet than the first one with a header' })
  sheet?: number;
  @Whole({ optional: true, min: 1, max: 1_048_576, description: 'Another header row than the one found' })
  headerRow?: number;
}

export class RosterSheetView {
  @Text({ min: 0 }) name: string;
  @Flag() isHidden: boolean;
}

export class RosterPreviewRow {
  @Whole({ description: 'As a spreadsheet counts' }) row: number;
  @TextList({ max: columnsMax, length: 60 }) cells: string[];
}

/** The beginning of a file as it was read. It is the caller's own file, and is stored nowhere. */
export class MemberImportPreview {
  @Text({ nullable: true, example: 'gb18030', description: 'Null of a workbook' }) encoding: string | null;
  @Text({ nullable: true, example: ';' }) delimiter: string | null;
  @ListOf(() => RosterSheetView, { max: 500 }) sheets: RosterSheetView[];
  @Whole({ nullable: true }) sheet: number | null;
  @Whole() headerRow: number;
  @TextList({ max: columnsMax, length: 60 }) header: string[];
  @ListOf(() => RosterColumn, {
    max: rosterFieldNames.length,
    description: 'The columns that were recognised',
  })
  columns: RosterColumn[];
  @Flag({ description: 'Whether the union has assigned such columns before' }) isRemembered: boolean;
  @ListOf(() => RosterPreviewRow, { max: 10 }) rows: RosterPreviewRow[];
}

export class CreateMemberImportRequest {
  @Uuid({ description: 'Members come into this union, or into one below it that a row names' })
  unionId: string;
  @Text({ max: 100, description: 'The key of an uploaded .xlsx or .csv file' }) fileKey: string;
  @Nested(() => RosterLayoutInput, {
    optional: true,
    description:
      'Where the roster is, as somebody assigned it by a preview; else it is found by header words',
  })
  layout?: RosterLayoutInput;
  @Flag({ optional: true, description: 'Only reports what it would do; commit loads it' }) dryRun?: boolean;
}

export class GetMemberImportRequest {
  @Uuid() importId: string;
}

export class ListMemberImportsRequest extends PageRequest {
  @Uuid({ description: 'Imports into this union' }) union: string;
}

export class ListMemberImportRowsRequest extends PageRequest {
  @Uuid() importId: string;
  @OneOf(memberImportRowStates, { optional: true }) state?: MemberImportRowState;
  @Flag({ optional: true, description: 'Only rows, whatever became of them, that somebody should look at' })
  warned?: boolean;
  @Flag({ optional: true, description: 'Only rows that an undo has kept, as something depends on them' })
  kept?: boolean;
}

export class RowChoiceInput {
  @Whole({ min: 1, max: 1_048_576 }) row: number;
  @OneOf(rowChoices, {
    name: 'RowChoice',
    description: 'Somebody else (`new`), the member named in `personId` (`same`), or leave it out (`skip`)',
  })
  choice: RowChoice;
  @Uuid({ optional: true, description: 'One of the candidates of the row' }) personId?: string;
}

export class DecideRowsRequest {
  @Uuid() importId: string;
  @ListOf(() => RowChoiceInput, { min: 1, max: choicesMax }) choices: RowChoiceInput[];
}

export class ListLeavingMembersRequest extends PageRequest {
  @Uuid() importId: string;
}

export class ChooseLeavingRequest {
  @Uuid() importId: string;
  @Uuid({ description: 'The membership' }) memberId: string;
  @Flag({ description: 'Whether the load ends the membership' }) ends: boolean;
}

/** Somebody who is a member and is not in the file. */
export class LeavingMemberView {
  @Uuid({ description: 'Of the membership' }) id: string;
  @Uuid() personId: string;
  @Text() name: string;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(membershipStates) state: MembershipState;
  @CalendarDate() validFrom: string;
  @Flag({ description: 'Whether the load ends the membership' }) ends: boolean;
}

export class MemberImportProgress {
  @Whole({ nullable: true, description: 'Rows in the file; null until they are counted' }) total:
    number | null;
  @Whole() done: number;
  @Whole() created: number;
  @Whole() updated: number;
  @Whole() unchanged: number;
  @Whole() rejected: number;
  @Whole({ description: 'Rows that may be about a member: somebody has to say' }) ambiguous: number;
  @Whole({ description: 'Memberships that the load ends or has ended, each ticked by somebody' })
  ended: number;
  @Whole({ description: 'Rows among them that somebody should look at' }) warned: number;
}

export class MemberImportView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Flag() dryRun: boolean;
  @OneOf(memberImportStates) state: MemberImportState;
  @Nested(() => MemberImportProgress) progress: MemberImportProgress;
  @Text({ nullable: true, description: 'How the file was read', example: 'gb18030' }) encoding: string | null;
  @Text({ nullable: true, example: ';' }) delimiter: string | null;
  @Text({ nullable: true, description: 'The sheet that was read' }) sheet: string | null;
  @Text({ nullable: true, description: 'Why the whole file could not be read: a code' }) failure:
    string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
}

export class RosterWarningView {
  @OneOf(rosterWarningCodes, { name: 'RosterWarningCode' }) code: RosterWarningCode;
  @Text({ description: 'The field that is meant', example: 'phone' }) field: string;
}

export class RowCandidateView {
  @Uuid() personId: string;
  @OneOf(rowCandidateReasons, { name: 'RowCandidateReason' }) reason: RowCandidateReason;
  @Text() name: string;
  @Text() unionName: string;
}

export class RowChangeView {
  @OneOf(rosterFieldNames, { name: 'RosterFieldName' }) field: RosterFieldName;
  @Text({ nullable: true, description: 'Never of a phone' }) before: string | null;
  @Text({ nullable: true, description: 'Never of a phone' }) after: string | null;
}

export class RowProblemView {
  @Text() code: string;
  @Text({ nullable: true }) field: string | null;
}

/** What became of a row; it holds no personal value: the number of the row leads back to the file. */
export class MemberImportRowView {
  @Whole({ description: 'As a spreadsheet counts: the header is row 1' }) row: number;
  @OneOf(memberImportRowStates) state: MemberImportRowState;
  @Text({ nullable: true, description: 'Why, as a code' }) code: string | null;
  @Text({ nullable: true, description: 'The field that is meant' }) field: string | null;
  @Uuid({ nullable: true }) personId: string | null;
  @ListOf(() => RosterWarningView, {
    max: rosterWarningCodes.length,
    description: 'What somebody should look at although the row was taken',
  })
  warnings: RosterWarningView[];
  @Text({
    nullable: true,
    description:
      'What would be right, e.g. the check character or the day; of a number that is there twice, the first row with it',
  })
  hint: string | null;
  @ListOf(() => RowProblemView, { max: 20, description: 'Further problems of the row' })
  more: RowProblemView[];
  @ListOf(() => RowChangeView, { max: 10, description: 'What an update changes' }) changes: RowChangeView[];
  @ListOf(() => RowCandidateView, { max: 10, description: 'Members whom the row may be about' })
  candidates: RowCandidateView[];
  @OneOf(rowChoices, { name: 'RowChoice', nullable: true }) choice: RowChoice | null;
  @Uuid({ nullable: true, description: 'Of the choice `same`' }) chosenPersonId: string | null;
  @OneOf(undoReasons, { name: 'UndoReason', nullable: true, description: 'Why an undo has kept the row' })
  keptBecause: UndoReason | null;
}

const shown = query('membership.member-import.get', GetMemberImportRequest, MemberImportView, {
  http: 'GET member-imports/:importId',
  tag: 'members',
  summary: 'Shows how far an import is',
});

export const memberImportContract = {
  preview: slow(
    query('membership.member-import.preview', PreviewMemberImportRequest, MemberImportPreview, {
      http: 'POST member-imports/previews',
      tag: 'members',
      summary: 'Shows ten rows of a roster as they are read, with the columns that are recognised',
      status: 200,
      idempotent: false,
      example: {
        unionId: '019a0000-0000-7000-8000-000000000001',
        fileKey: '019a0000-0000-7000-8000-000000000001',
      },
    }),
  ),
  create: command('membership.member-import.create', CreateMemberImportRequest, MemberImportView, {
    http: 'POST member-imports',
    tag: 'members',
    summary: 'Imports members from an uploaded .xlsx or .csv, or only checks it',
    status: 202,
    example: {
      unionId: '019a0000-0000-7000-8000-000000000001',
      fileKey: '019a0000-0000-7000-8000-000000000001',
      dryRun: true,
    },
  }),
  commit: versioned(
    command('membership.member-import.commit', GetMemberImportRequest, MemberImportView, {
      http: 'POST member-imports/:importId/commit',
      tag: 'members',
      summary: 'Loads what a dry run has checked',
      status: 202,
    }),
    shown,
  ),
  undo: versioned(
    command('membership.member-import.undo', GetMemberImportRequest, MemberImportView, {
      http: 'POST member-imports/:importId/undo',
      tag: 'members',
      summary: 'Takes back what an import changed, row by row, but for what something depends on',
      status: 200,
    }),
    shown,
  ),
  get: shown,
  list: query('membership.member-import.list', ListMemberImportsRequest, pageOf(MemberImportView), {
    http: 'GET member-imports',
    tag: 'members',
    summary: 'Lists the imports into a union, newest first',
  }),
  rows: query('membership.member-import.rows', ListMemberImportRowsRequest, pageOf(MemberImportRowView), {
    http: 'GET member-imports/:importId/rows',
    tag: 'members',
    summary: 'Reports what became of each row',
  }),
  decide: versioned(
    command('membership.member-import.decide', DecideRowsRequest, MemberImportView, {
      http: 'POST member-imports/:importId/choices',
      tag: 'members',
      summary: 'Says of ambiguous rows whom they are about; it counts when the import is loaded',
      status: 200,
      example: {
        choices: [{ row: 7, choice: 'same', personId: '019a0000-0000-7000-8000-000000000001' }],
      },
    }),
    shown,
  ),
  leaving: query('membership.member-import.leaving', ListLeavingMembersRequest, pageOf(LeavingMemberView), {
    http: 'GET member-imports/:importId/leaving',
    tag: 'members',
    summary: 'Lists the members who are not in the file; they stay unless they are ticked one by one',
  }),
  chooseLeaving: versioned(
    command('membership.member-import.choose-leaving', ChooseLeavingRequest, MemberImportView, {
      http: 'PUT member-imports/:importId/leaving/:memberId',
      tag: 'members',
      summary: 'Says of one of them whether the membership ends when the import is loaded',
      example: { ends: true },
    }),
    shown,
  ),
  render: slow(
    query('membership.member-import.render', GetMemberImportRequest, PrintedFileView, {
      http: 'GET member-imports/:importId/file',
      tag: 'members',
      summary: 'The file that was imported, with a column of what became of each row',
      files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
      isFileOnly: true,
    }),
  ),
};
