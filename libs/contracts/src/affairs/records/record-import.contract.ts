import { command, query } from '../../core/contract.js';
import { ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { RecordContent } from './record.contract.js';

/** Lines of one request: a longer file is sent in several. */
export const recordImportLinesMax = 500;
const lineNumberMax = 100_000;

/** What becomes of a line: a record is entered; the same is on record already; it cannot be entered. */
export const recordImportOutcomes = ['entered', 'existing', 'refused'] as const;
export type RecordImportOutcome = (typeof recordImportOutcomes)[number];

/** Why a line is refused. */
export const recordImportRefusals = [
  'RECORD_IMPORT_NOT_MEMBER',
  'RECORD_IMPORT_TWICE',
  'RECORD_KIND_BY_OFFICERS',
  'RECORD_DETAIL_MISSING',
  'RECORD_DETAIL_STRANGE',
  'RECORD_PERIOD_REVERSED',
  'RECORDS_TOO_MANY',
] as const;
export type RecordImportRefusal = (typeof recordImportRefusals)[number];

/** A line of a file whose person the caller has found by `POST /members/matches`: of the file nothing else is sent. */
export class RecordImportLine extends RecordContent {
  @Whole({ min: 1, max: lineNumberMax, description: 'Where it stands in the file of the caller' })
  line: number;
  @Uuid({ description: 'A member of a union whose officer the caller is, or of one below it' })
  personId: string;
}

export class RecordImportLines {
  @ListOf(() => RecordImportLine, { min: 1, max: recordImportLinesMax }) lines: RecordImportLine[];
}

export class RecordImportProblem {
  @OneOf(recordImportRefusals, { name: 'RecordImportRefusal' }) code: RecordImportRefusal;
  @Text({ nullable: true, max: 100, description: 'The field of the line; null where it is about all of it' })
  pointer: string | null;
}

export class RecordImportLineView {
  @Whole({ min: 1, max: lineNumberMax }) line: number;
  @OneOf(recordImportOutcomes, { name: 'RecordImportOutcome' }) outcome: RecordImportOutcome;
  @ListOf(() => RecordImportProblem, { max: 20, description: 'Why it is refused; else empty' })
  problems: RecordImportProblem[];
}

export class RecordImportReport {
  @ListOf(() => RecordImportLineView, { max: recordImportLinesMax, description: 'In the order of the lines' })
  lines: RecordImportLineView[];
}

const example = {
  lines: [
    {
      line: 2,
      personId: '019a0000-0000-7000-8000-000000000001',
      kind: 'certificate',
      title: '法律职业资格证书',
      issuer: '司法部',
      issuedOn: '2024-03-01',
      number: 'A20240001',
      details: {},
    },
  ],
};

export const recordImportContract = {
  preview: query('affairs.record-import.preview', RecordImportLines, RecordImportReport, {
    http: 'POST record-imports/preview',
    tag: 'records',
    summary: 'Says of each line of a file what would become of it, for officers; nothing is entered or kept',
    status: 200,
    idempotent: false,
    example,
  }),
  enter: command('affairs.record-import.enter', RecordImportLines, RecordImportReport, {
    http: 'POST record-imports',
    tag: 'records',
    summary:
      'Enters the lines that can be, each as a record that another officer verifies; what is on record stays as it is',
    status: 200,
    example,
  }),
};
