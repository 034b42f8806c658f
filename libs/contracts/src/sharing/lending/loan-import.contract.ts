import { command } from '../../core/contract.js';
import { Flag, Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';

export const importedLoansMax = 300;
const bytesMax = 100_000;

/** What a line of the file becomes. */
export const loanImportKinds = ['loan', 'block'] as const;
export type LoanImportKind = (typeof loanImportKinds)[number];

export class ImportLoansRequest {
  @Uuid() resourceId: string;

  @Text({
    max: bytesMax,
    example: '类型,借用工会,开始,结束,用途\n借用,江城重工工会,2026-12-05 09:00,2026-12-05 12:00,乒乓球赛',
    description:
      'Lines with commas, the first with the names 类型, 借用工会, 开始, 结束, 用途 (or kind, union, start, end, purpose) in any order; kind is 借用/loan or 停用/block; times are on the clock of China; a union is named by its full name or its id',
  })
  csv: string;

  @Flag({ description: 'Only says what would come of each line' }) dryRun: boolean;
}

export class ImportedLineView {
  @Whole({ min: 2, description: 'As an editor counts them: the first line of the file is 1' }) line: number;
  @OneOf(loanImportKinds, { name: 'LoanImportKind' }) kind: LoanImportKind;
  @Text({ nullable: true }) unionName: string | null;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Text({ max: 500 }) purpose: string;
  @Uuid({ nullable: true, description: 'Of the loan or the time out of service; null in a dry run' })
  id: string | null;
}

/** All lines or none: where one cannot be taken in, all such lines are named in the refusal. */
export class LoanImportView {
  @Flag() dryRun: boolean;
  @ListOf(() => ImportedLineView, { max: importedLoansMax }) lines: ImportedLineView[];
}

export const loanImportContract = {
  create: command('sharing.loan-import.create', ImportLoansRequest, LoanImportView, {
    http: 'POST resources/:resourceId/loan-imports',
    tag: 'loans',
    summary:
      'Takes in loans and times out of service from lines with commas, all or none; a dry run only says',
    example: {
      csv: '类型,借用工会,开始,结束,用途\n停用,,2026-12-24 09:00,2026-12-24 18:00,设备年检',
      dryRun: true,
    },
  }),
};
