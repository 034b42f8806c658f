import { command, query, slow } from '../../core/contract.js';
import { CalendarDate, Flag, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PrintedFileView } from '../../words/printed-file.js';
import { LedgerPartyView } from '../party-names.js';
import { type AccountFund, accountFunds, expenseCodes } from '../fund.js';

/**
 * What a line of a voucher may be of, each mapped to a subject of the union's own books: an expense of each code, money
 * in the bank, what others owe and what is owed to them, what waits for a transfer, deposits (outside the balance) with
 * their counterpart, what loans cost and brought, and what nobody has assigned yet.
 */
export const voucherSubjects = [
  ...expenseCodes.map((code) => `expense:${code}`),
  'bank',
  'receivable',
  'payable',
  'clearing',
  'deposit',
  'depositContra',
  'loanExpense',
  'loanIncome',
  'subsidyGiven',
  'subsidyReceived',
  'unassigned',
] as const;
export type VoucherSubject = (typeof voucherSubjects)[number];

export const voucherFileFormats = ['csv', 'xlsx'] as const;
export type VoucherFileFormat = (typeof voucherFileFormats)[number];
export const voucherFormats = ['json', ...voucherFileFormats] as const;
export type VoucherFormat = (typeof voucherFormats)[number];

/** More lines than this make no file: the period is to be cut in parts. */
export const voucherLinesMax = 20_000;

export class GetVouchersRequest {
  @Uuid({ description: 'Whose books' }) union: string;
  @CalendarDate() from: string;
  @CalendarDate({ description: 'The last day that counts' }) to: string;
}

export class RenderVouchersRequest extends GetVouchersRequest {
  @OneOf(voucherFileFormats, { name: 'VoucherFileFormat' }) format: VoucherFileFormat;
}

export class DownloadVouchersRequest extends GetVouchersRequest {
  @OneOf(voucherFormats, {
    optional: true,
    name: 'VoucherFormat',
    description: 'Goes before the Accept header; JSON where neither says anything',
  })
  format?: VoucherFormat;
}

export class VoucherLineView {
  @CalendarDate() date: string;
  @Text({ description: 'Year, month, and the place within the month', example: '202611-0003' })
  number: string;
  @Whole({ min: 1, description: 'Within the voucher' }) line: number;
  @Text({ max: 500 }) summary: string;
  @Text() subjectCode: string;
  @Text() subjectName: string;
  @Nested(() => Money, { description: 'Zero where it is a credit' }) debit: Money;
  @Nested(() => Money, { description: 'Zero where it is a debit' }) credit: Money;
  @OneOf(expenseCodes, { nullable: true }) expenseCode: string | null;
  @OneOf(accountFunds, { nullable: true, name: 'AccountFund' }) incomeKind: AccountFund | null;
  @Nested(() => LedgerPartyView, { nullable: true, description: 'Who owes or is owed' })
  party: LedgerPartyView | null;
  @Whole({ description: 'Receipts of the voucher' }) attachments: number;
  @Uuid({ nullable: true, description: 'Null for a pool that left nobody owing' }) entryId: string | null;
}

export class VouchersView {
  @Nested(() => LedgerPartyView) union: LedgerPartyView;
  @CalendarDate() from: string;
  @CalendarDate() to: string;
  @ListOf(() => VoucherLineView, { max: 1_000 }) lines: VoucherLineView[];
  @Flag({ description: 'There are more lines than are shown; the sums are of all' }) truncated: boolean;
  @Nested(() => Money) debit: Money;
  @Nested(() => Money, { description: 'The same as the debit' }) credit: Money;
}

export class VoucherSubjectDto {
  @OneOf(voucherSubjects, { name: 'VoucherSubject' }) subject: VoucherSubject;
  @Text({ max: 20, pattern: /^[0-9A-Za-z.-]+$/, example: '50102' }) code: string;
  @Text({ max: 60, example: '职工活动支出—文体活动' }) name: string;
}

export class VoucherSubjectsRequest {
  @Uuid() unionId: string;
}

export class MapVoucherSubjectsRequest extends VoucherSubjectsRequest {
  @ListOf(() => VoucherSubjectDto, {
    max: voucherSubjects.length,
    description: 'Those that differ from the default; an empty list goes back to it',
  })
  subjects: VoucherSubjectDto[];
}

export class MappedSubjectView extends VoucherSubjectDto {
  @Flag({ description: 'As it comes with the platform' }) isDefault: boolean;
}

export class VoucherSubjectsView {
  @Uuid() unionId: string;
  @Whole({ description: '0 until the union has mapped any itself' }) version: number;
  @ListOf(() => MappedSubjectView, { max: voucherSubjects.length }) subjects: MappedSubjectView[];
}

export const voucherContract = {
  get: query('settlement.voucher.get', GetVouchersRequest, VouchersView, {
    http: 'GET vouchers',
    tag: 'budgets',
    summary: "A union's part of the ledger as vouchers for its own bookkeeping: as JSON, CSV or .xlsx",
    files: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  }),
  render: slow(query('settlement.voucher.render', RenderVouchersRequest, PrintedFileView)),
  subjects: query('settlement.voucher.subjects', VoucherSubjectsRequest, VoucherSubjectsView, {
    http: 'GET unions/:unionId/voucher-subjects',
    tag: 'budgets',
    summary: "What the subjects of a union's own books are called in its vouchers",
  }),
  mapSubjects: command('settlement.voucher.map-subjects', MapVoucherSubjectsRequest, VoucherSubjectsView, {
    http: 'PUT unions/:unionId/voucher-subjects',
    tag: 'budgets',
    summary: 'Maps subjects otherwise than the default; If-Match names the version of the map, 0 at first',
    ifMatch: true,
    example: { subjects: [{ subject: 'expense:1.2', code: '50102', name: '职工活动支出—文体活动' }] },
  }),
};
