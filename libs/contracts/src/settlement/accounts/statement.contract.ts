import { query, slow } from '../../core/contract.js';
import { CalendarDate, Flag, ListOf, Nested, OneOf, Text, Uuid } from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';
import { Money } from '../../words/money.js';
import { LedgerPartyView } from '../party-names.js';
import { type EntryKind, entryKinds } from '../ledger/ledger.contract.js';

/** Of a union, or of any other party that has accounts: exactly one of both is named. */
export class GetStatementRequest {
  @Uuid({ optional: true, description: 'Whose statement, where it is a union; else `party`' }) union?: string;
  @Text({
    optional: true,
    max: 60,
    pattern: /^(union|enterprise|club|organisation):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    description: 'Whose statement, by the kind and id of the party; instead of `union`',
    example: 'enterprise:019a0000-0000-7000-8000-000000000001',
  })
  party?: string;
  @CalendarDate() from: string;
  @CalendarDate({ description: 'The last day that counts' }) to: string;
}

export const statementFileFormats = ['xlsx', 'pdf'] as const;
export type StatementFileFormat = (typeof statementFileFormats)[number];
export const statementFormats = ['json', ...statementFileFormats] as const;
export type StatementFormat = (typeof statementFormats)[number];

/** More lines than this make no file: the period is to be cut in parts. */
export const statementFileLinesMax = 10_000;

export class RenderStatementRequest extends GetStatementRequest {
  @OneOf(statementFileFormats, { name: 'StatementFileFormat' }) format: StatementFileFormat;
}

/** How the statement is asked for over REST. */
export class DownloadStatementRequest extends GetStatementRequest {
  @OneOf(statementFormats, {
    optional: true,
    name: 'StatementFormat',
    description: 'Goes before the Accept header; JSON where neither says anything',
  })
  format?: StatementFormat;
}

export class StatementLineView {
  @CalendarDate() postedOn: string;
  @Uuid({ nullable: true, description: 'Null for costs that left nobody owing: nothing was posted' })
  entryId: string | null;
  @OneOf(entryKinds, { name: 'EntryKind' }) kind: EntryKind;
  @Text({ description: 'The activity, or what else it was for' }) title: string;
  @Uuid({ nullable: true }) activityId: string | null;
  @Uuid({ nullable: true, description: 'The cost pool whose share it is' }) costPoolId: string | null;
  @Uuid({ nullable: true, description: 'The loan whose fee, deposit or damage it is' }) loanId: string | null;
  @Nested(() => Money, { nullable: true, description: "The party's share of the costs" }) share: Money | null;
  @Nested(() => Money, { nullable: true, description: 'What the party had paid itself' }) paid: Money | null;
  @Nested(() => LedgerPartyView, { nullable: true, description: 'The other party of a transfer or loan' })
  counterparty: LedgerPartyView | null;
  @Nested(() => Money, { description: 'What the line adds to the balance' }) amount: Money;
}

export class StatementView {
  @Nested(() => LedgerPartyView, { description: 'Whose statement it is' }) party: LedgerPartyView;
  @CalendarDate() from: string;
  @CalendarDate() to: string;
  @Nested(() => Money, { description: 'What the party is owed less what it owes, before the first day' })
  opening: Money;
  @ListOf(() => StatementLineView, { max: 1_000 }) lines: StatementLineView[];
  @Flag({ description: 'The period has more lines than are shown; opening and closing are right' })
  truncated: boolean;
  @Nested(() => Money) closing: Money;
}

export const statementContract = {
  get: query('settlement.statement.get', GetStatementRequest, StatementView, {
    http: 'GET statements',
    tag: 'ledger',
    summary:
      'The statement of a union or of another party: opening balance, activities, loans and transfers, closing balance; as JSON, .xlsx or PDF',
    files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf'],
  }),
  render: slow(query('settlement.statement.render', RenderStatementRequest, PrintedFileView)),
};
