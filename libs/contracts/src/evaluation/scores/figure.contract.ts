import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Fraction,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { ScoredSubject, type ScoreSubjectKind, scoreSubjectKinds } from '../score-subject.js';

const rowsMax = 2_000;

export class ImportFiguresRequest {
  @Uuid({
    description: 'The union whose evaluator brings them; they are about what belongs to it or below it',
  })
  unionId: string;

  @Text({
    max: 60,
    description:
      'An uploaded .csv or .xlsx. Its first row names the columns 对象类别, 对象, 数据名称, 期间, 数值, 来源 (or kind, subject, figure, period, value, source) in any order; kind is 活动, 俱乐部, 资源, 工会 or 品牌; a subject is named by its whole name or its id; a period is written as 2026, 2026Q3, 2026-10 or 2026-07-01~2026-09-30',
  })
  fileKey: string;

  @Text({ max: 200, example: '2026年俱乐部年报.xlsx' }) fileName: string;
  @Flag({ description: 'Only says what would come of each row' }) dryRun: boolean;
}

/** What a row of the file becomes. */
export class FigureRowView {
  @Whole({ min: 2, description: 'As a spreadsheet counts: the header is row 1' }) row: number;
  @Nested(() => ScoredSubject) subject: ScoredSubject;
  @Text({ max: 60 }) figure: string;
  @CalendarDate() periodFrom: string;
  @CalendarDate() periodTo: string;
  @Fraction() value: number;
  @Fraction({ nullable: true, description: 'Of the same subject, figure and period until now' })
  before: number | null;
}

/** All rows or none: where one cannot be taken in, all such rows are named in the refusal. */
export class FigureImportView {
  @Uuid({ nullable: true, description: 'Null in a dry run' }) id: string | null;
  @Flag() dryRun: boolean;
  @Text({ description: 'SHA-256 of the file, in hex' }) fileHash: string;
  @ListOf(() => FigureRowView, { max: rowsMax }) rows: FigureRowView[];
}

export class ListFiguresRequest extends PageRequest {
  @OneOf(scoreSubjectKinds, { optional: true, name: 'ScoreSubjectKind' }) subjectKind?: ScoreSubjectKind;
  @Uuid({ optional: true }) subjectId?: string;
  @Text({ optional: true, max: 60, description: 'A part of the name of the figure' }) q?: string;
}

/** One imported value. A correction is a further one: the newest of its period counts. */
export class FigureView {
  @Uuid() id: string;
  @Nested(() => ScoredSubject) subject: ScoredSubject;
  @Text({ max: 60 }) figure: string;
  @CalendarDate() periodFrom: string;
  @CalendarDate() periodTo: string;
  @Fraction() value: number;
  @Text({ description: 'Where it comes from, as the file says' }) source: string;
  @Flag({ description: 'A later one of the same subject, figure and period stands for it' })
  superseded: boolean;
  @Text() fileName: string;
  @Text({ description: 'SHA-256 of the file, in hex' }) fileHash: string;
  @Whole({ min: 2 }) row: number;
  @Instant() importedAt: string;
}

export const figureContract = {
  import: command('evaluation.figure.import', ImportFiguresRequest, FigureImportView, {
    http: 'POST figures',
    tag: 'indicators',
    summary: 'Takes in the figures of an uploaded .csv or .xlsx, all rows or none; a dry run only says',
    example: {
      unionId: '01936d5e-0000-7000-8000-000000000001',
      fileKey: '01936d5e-0000-7000-8000-000000000002',
      fileName: '2026年俱乐部年报.xlsx',
      dryRun: true,
    },
  }),
  list: query('evaluation.figure.list', ListFiguresRequest, pageOf(FigureView), {
    http: 'GET figures',
    tag: 'indicators',
    summary:
      'Imported figures, newest first, for the evaluators of the union that imported them and of those above',
  }),
};
