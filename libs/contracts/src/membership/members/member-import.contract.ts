import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

export const memberImportStates = ['waiting', 'running', 'checked', 'done', 'undone', 'failed'] as const;
export type MemberImportState = (typeof memberImportStates)[number];

export const memberImportRowStates = ['created', 'updated', 'unchanged', 'rejected'] as const;
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
] as const;
export type RosterWarningCode = (typeof rosterWarningCodes)[number];

export class CreateMemberImportRequest {
  @Uuid({ description: 'Members come into this union, or into one below it that a row names' })
  unionId: string;
  @Text({ max: 100, description: 'The key of an uploaded .csv file' }) fileKey: string;
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
}

export class MemberImportProgress {
  @Whole({ nullable: true, description: 'Rows in the file; null until they are counted' }) total:
    number | null;
  @Whole() done: number;
  @Whole() created: number;
  @Whole() updated: number;
  @Whole() unchanged: number;
  @Whole() rejected: number;
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
  @Text({ nullable: true, description: 'Why the whole file could not be read: a code' }) failure:
    string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) finishedAt: string | null;
}

export class RosterWarningView {
  @OneOf(rosterWarningCodes, { name: 'RosterWarningCode' }) code: RosterWarningCode;
  @Text({ description: 'The field that is meant', example: 'phone' }) field: string;
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
}

const shown = query('membership.member-import.get', GetMemberImportRequest, MemberImportView, {
  http: 'GET member-imports/:importId',
  tag: 'members',
  summary: 'Shows how far an import is',
});

export const memberImportContract = {
  create: command('membership.member-import.create', CreateMemberImportRequest, MemberImportView, {
    http: 'POST member-imports',
    tag: 'members',
    summary: 'Imports members from an uploaded .csv, or only checks it',
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
      summary: 'Ends the memberships that an import made and nobody has activated',
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
};
