import { command } from '../../core/contract.js';
import { CalendarDate, ListOf, OneOf, Text, Uuid } from '../../core/fields.js';
import { type EmploymentKind, employmentKinds } from '../membership-events.js';
import {
  type MemberImportRowState,
  memberImportRowStates,
  RosterWarningView,
  rosterWarningCodes,
} from './member-import.contract.js';

const entriesMax = 500;

/** A member as a program of the union or of the enterprise knows them. */
export class RosterEntryInput {
  @Text({
    max: 100,
    pattern: /^[\w.:-]+$/,
    description: 'The caller’s own key of the person, e.g. a staff number; no personal value',
    example: 'staff-10293',
  })
  key: string;
  @Text({ max: 200 }) name: string;
  @Text({ max: 40 }) residentNumber: string;
  @Text({ optional: true, nullable: true, max: 40 }) phone?: string | null;
  @CalendarDate({ optional: true, nullable: true, description: 'The day of joining' }) validFrom?:
    string | null;
  @OneOf(employmentKinds, { optional: true, nullable: true }) employmentKind?: EmploymentKind | null;
}

export class PutRosterEntriesRequest {
  @Uuid({ description: 'The union whose members they are' }) unionId: string;
  @ListOf(() => RosterEntryInput, { min: 1, max: entriesMax }) entries: RosterEntryInput[];
}

/** What became of one entry; it holds no personal value. */
export class RosterEntryResult {
  @Text() key: string;
  @OneOf(memberImportRowStates) state: MemberImportRowState;
  @Text({ nullable: true, description: 'Why, as a code' }) code: string | null;
  @Text({ nullable: true, description: 'The field that is meant' }) field: string | null;
  @Uuid({ nullable: true }) personId: string | null;
  @ListOf(() => RosterWarningView, { max: rosterWarningCodes.length }) warnings: RosterWarningView[];
}

export class PutRosterEntriesResponse {
  @ListOf(() => RosterEntryResult, { max: entriesMax, description: 'In the order of the request' })
  results: RosterEntryResult[];
}

export const rosterEntryContract = {
  put: command('membership.roster-entry.put', PutRosterEntriesRequest, PutRosterEntriesResponse, {
    http: 'PUT roster-entries',
    tag: 'members',
    summary: 'Enters or changes up to 500 members, each under a key of the caller; answers one by one',
    example: {
      unionId: '019a0000-0000-7000-8000-000000000001',
      entries: [
        { key: 'staff-10293', name: '张三', residentNumber: '11010519491231002X', validFrom: '2020-01-05' },
      ],
    },
  }),
};
