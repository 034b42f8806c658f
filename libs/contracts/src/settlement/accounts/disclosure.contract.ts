import { command, pageOf, PageRequest, query, slow } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PrintedFileView } from '../../words/printed-file.js';
import { BudgetFiguresView, FiscalYear } from '../funding/budget.contract.js';
import { LedgerPartyView } from '../party-names.js';
import { expenseCodes } from '../fund.js';

/** More activities than this make no disclosure: nobody would read it. */
export const disclosedActivitiesMax = 2_000;

export class PublishDisclosureRequest {
  @Uuid() unionId: string;
  @FiscalYear() year: number;
  @Text({
    optional: true,
    max: 500,
    description: 'Why what was disclosed is corrected; asked for from the second on',
  })
  reason?: string | null;
}

export class PreviewDisclosureRequest {
  @Uuid() unionId: string;
  @FiscalYear() year: number;
}

export class DisclosureIdRequest {
  @Uuid() disclosureId: string;
}

export class DownloadDisclosureRequest extends DisclosureIdRequest {
  @OneOf(['json', 'pdf'], {
    optional: true,
    name: 'DisclosureFormat',
    description: 'Goes before the Accept header',
  })
  format?: 'json' | 'pdf';
}

export class ListDisclosuresRequest extends PageRequest {
  @Uuid({ optional: true }) union?: string;
  @FiscalYear({ optional: true }) year?: number;
}

export class DisclosedAmountView {
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @Nested(() => Money) amount: Money;
}

/** What participants paid themselves (自费), whoever collected it: neither billed nor shared. */
export class DisclosedSelfPaidView {
  @Nested(() => Money) amount: Money;
  @Whole({ description: 'Of those who paid something' }) heads: number;
}

/** What an activity came to in the year: what was approved of it less what was taken back. */
export class DisclosedActivityView {
  @Uuid({ nullable: true, description: 'Null for a shared bill' }) activityId: string | null;
  @Text() title: string;
  @Nested(() => Money, { description: 'All bills, whoever paid them' }) cost: Money;
  @Nested(() => Money, { description: 'What this union bore' }) borne: Money;
  @Nested(() => Money, { description: 'What others gave first, before it was shared' }) subsidy: Money;
  @Whole({ description: "Heads of the union's people" }) heads: number;
  @Nested(() => Money, { nullable: true, description: 'Borne per head, rounded down' }) perHead: Money | null;
  @Nested(() => DisclosedSelfPaidView, {
    optional: true,
    description: 'Beside the cost; absent in disclosures from before it was included',
  })
  selfPaid?: DisclosedSelfPaidView;
  @ListOf(() => DisclosedAmountView, { max: 2_000, description: 'Who bore it; the amounts sum to the cost' })
  shares: DisclosedAmountView[];
  @ListOf(() => DisclosedAmountView, { max: 2_000, description: 'Who paid the bills; they sum to the cost' })
  payers: DisclosedAmountView[];
}

export class DisclosedCodeView extends BudgetFiguresView {
  @OneOf(expenseCodes) expenseCode: string;
}

/** What is frozen, and what the hash is of. It names unions, enterprises and organisations; of people it has numbers. */
export class DisclosureContentView {
  @Uuid() unionId: string;
  @Text() unionName: string;
  @FiscalYear() year: number;
  @Whole({ nullable: true, description: 'The version of the budget in force; null where there is none' })
  budgetNumber: number | null;
  @Nested(() => BudgetFiguresView) total: BudgetFiguresView;
  @Nested(() => Money, { description: 'All bills of the activities, whoever bore them' }) cost: Money;
  @Nested(() => Money, { description: 'What others gave for them first' }) subsidies: Money;
  @Nested(() => DisclosedSelfPaidView, { optional: true, description: 'Of all the activities together' })
  selfPaid?: DisclosedSelfPaidView;
  @Whole() heads: number;
  @Nested(() => Money, { description: 'Fees and damages of what was borrowed' }) loansBorne: Money;
  @Nested(() => Money, { description: 'Fees and damages of what was lent' }) loansEarned: Money;
  @ListOf(() => DisclosedCodeView, { max: expenseCodes.length }) codes: DisclosedCodeView[];
  @ListOf(() => DisclosedActivityView, { max: disclosedActivitiesMax, description: 'The dearest first' })
  activities: DisclosedActivityView[];
}

export class DisclosureSummaryView {
  @Uuid() id: string;
  @Nested(() => LedgerPartyView) union: LedgerPartyView;
  @FiscalYear() year: number;
  @Whole({ description: '1 for what was first disclosed of the year, one more for each correction' })
  number: number;
  @Flag({ description: 'No correction has followed it' }) isLatest: boolean;
  @Text({ nullable: true, max: 500 }) reason: string | null;
  @Instant({ description: 'When the ledger was read' }) publishedAt: string;
  @Text({ description: 'SHA-256 of the content as canonical JSON', min: 64, max: 64 }) contentHash: string;
  @Nested(() => Money) borne: Money;
}

export class DisclosureView extends DisclosureSummaryView {
  @Uuid({ nullable: true, description: 'The last entry of the ledger when it was read' })
  lastEntryId: string | null;
  @Nested(() => DisclosureContentView) content: DisclosureContentView;
}

export class DisclosurePreviewView {
  @Nested(() => DisclosureContentView) content: DisclosureContentView;
  @Text({ description: 'What its hash would be', min: 64, max: 64 }) contentHash: string;
  @Whole({ description: 'Which version of the year it would be' }) number: number;
  @Flag({ description: 'It is what the latest version says already' }) isUnchanged: boolean;
}

/** A year that is over and that a union has not disclosed yet. */
export class DisclosureReminderView {
  @Nested(() => LedgerPartyView) union: LedgerPartyView;
  @FiscalYear() year: number;
  @Instant() remindedAt: string;
}

const example = { unionId: '01930000-0000-7000-8000-000000000001', year: 2026 };

export const disclosureContract = {
  preview: query('settlement.disclosure.preview', PreviewDisclosureRequest, DisclosurePreviewView, {
    http: 'POST disclosures/preview',
    tag: 'budgets',
    summary:
      'What a union would disclose to its members of a year if it were published now; nothing is saved',
    status: 200,
    idempotent: false,
    example: example,
  }),
  publish: command('settlement.disclosure.publish', PublishDisclosureRequest, DisclosureView, {
    http: 'POST disclosures',
    tag: 'budgets',
    summary:
      'Freezes a year as the books have it now, for all members of the union; a correction stands beside',
    freshRoles: true,
    example: example,
  }),
  list: query('settlement.disclosure.list', ListDisclosuresRequest, pageOf(DisclosureSummaryView), {
    http: 'GET disclosures',
    tag: 'budgets',
    summary: 'What my union and those above it have disclosed, and what is within my roles; newest first',
  }),
  get: query('settlement.disclosure.get', DisclosureIdRequest, DisclosureView, {
    http: 'GET disclosures/:disclosureId',
    tag: 'budgets',
    summary: 'A disclosure with its hash: what each activity cost, who paid, and the budget; as JSON or PDF',
    files: ['application/pdf'],
  }),
  print: slow(query('settlement.disclosure.print', DisclosureIdRequest, PrintedFileView)),
  listReminders: query('settlement.disclosure.list-reminders', PageRequest, pageOf(DisclosureReminderView), {
    http: 'GET disclosures/reminders',
    tag: 'budgets',
    summary: 'Years that are over and that my unions have not disclosed',
  }),
};
