import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
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
import {
  duesLineReasons,
  type DuesLineReason,
  duesLineStates,
  type DuesLineState,
  duesReferenceExample,
  duesReferencePattern,
} from '../../words/dues-line.js';
import { Money } from '../../words/money.js';
import { LedgerPartyView, PersonName } from '../party-names.js';
import { type PaymentConfirmation, paymentConfirmations, PaymentView } from './payment.contract.js';

export const bankStatementStates = ['imported', 'undone'] as const;
export type BankStatementState = (typeof bankStatementStates)[number];

/** Seen from the account: `in` came to it, `out` left it. */
export const bankDirections = ['in', 'out'] as const;
export type BankDirection = (typeof bankDirections)[number];

/** Why a row of the file is no line of the account. */
export const bankRowProblems = ['NO_DATE', 'NO_AMOUNT', 'TWO_AMOUNTS'] as const;
export type BankRowProblem = (typeof bankRowProblems)[number];

export class ImportBankStatementRequest {
  @Uuid({ description: 'Whose account it is' }) unionId: string;
  @Text({
    max: 50,
    description: 'What the union calls the account; the same line of the same account is stored once',
    example: '基本户 尾号1234',
  })
  account: string;
  @Text({ max: 100, description: 'The key of a .csv file that the caller has uploaded' }) fileKey: string;
}

export class GetBankStatementRequest {
  @Uuid() bankStatementId: string;
}

export class ListBankStatementsRequest extends PageRequest {
  @Uuid({ optional: true, description: 'Only of accounts of this union' }) union?: string;
}

export class ListBankLinesRequest extends PageRequest {
  @Uuid() bankStatementId: string;
  @Flag({
    optional: true,
    description: 'Only lines that have confirmed a payment or are assigned as dues, or only the others',
  })
  used?: boolean;
  @OneOf(duesLineStates, { optional: true, name: 'DuesLineState', description: 'Only dues in this state' })
  dues?: DuesLineState;
  @Text({ optional: true, max: 60, description: 'Part of the other side, the summary or the number' })
  q?: string;
}

export class ConfirmBankLineRequest {
  @Uuid() bankStatementId: string;
  @Whole({ min: 1, description: 'The row of the file' }) number: number;
  @Uuid({ description: 'An open payment of which the line is one side' }) paymentId: string;
}

const dueReference = {
  pattern: duesReferencePattern,
  max: 14,
  example: duesReferenceExample,
  description: 'The reference of a member’s dues, which stands on their page of dues and in the list of dues',
};

export class BankLineOfDues {
  @Uuid() bankStatementId: string;
  @Whole({ min: 1, description: 'The row of the file' }) number: number;
}

export class AssignBankLineDues extends BankLineOfDues {
  @Text(dueReference) reference: string;
}

export class RefundBankLineDues extends BankLineOfDues {
  @Text({ max: 100, description: "The bank's number of the transfer back" }) bankReference: string;
}

export class AssignedDuesView {
  @Whole({ description: 'Lines that were assigned by the reference in their note' }) assigned: number;
}

export class BankRowProblemView {
  @Whole({ description: 'As a spreadsheet counts rows' }) row: number;
  @OneOf(bankRowProblems, { name: 'BankRowProblem' }) code: BankRowProblem;
}

export class BankStatementView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Text() account: string;
  @OneOf(bankStatementStates, { name: 'BankStatementState' }) state: BankStatementState;
  @Text({ description: 'How the file was read', example: 'gb18030' }) encoding: string;
  @Whole({ description: 'Lines that it brought' }) lineCount: number;
  @Whole({ description: 'Lines that an earlier import had brought' }) knownCount: number;
  @Whole({ description: 'Lines of it that have confirmed a payment or are assigned as dues' })
  usedCount: number;
  @Whole({ description: 'Rows that are no line of the account' }) skippedCount: number;
  @ListOf(() => BankRowProblemView, { max: 50, description: 'The first fifty of them' })
  skipped: BankRowProblemView[];
  @CalendarDate({ nullable: true }) firstOn: string | null;
  @CalendarDate({ nullable: true }) lastOn: string | null;
  @Uuid() importedBy: string;
  @PersonName() importedByName: string | null;
  @Instant() importedAt: string;
  @Instant({ nullable: true }) undoneAt: string | null;
}

/** A payment that a line may be one side of. */
export class BankSuggestionView {
  @Uuid() paymentId: string;
  @OneOf(paymentConfirmations, { name: 'PaymentConfirmation', description: 'What the line would confirm' })
  confirms: PaymentConfirmation;
  @Nested(() => LedgerPartyView, { description: 'The other side of the payment' })
  counterparty: LedgerPartyView;
  @CalendarDate() dueOn: string;
  @Whole({ max: 100, description: 'Amount 50, name up to 30, date up to 10, reference 10' }) score: number;
  @TextList({ max: 4, length: 200, description: 'What each part of the score rests on' }) reasons: string[];
  @Flag({ description: 'Whether the caller may confirm it now' }) mayConfirm: boolean;
}

/** The dues that a line was assigned to. */
export class BankLineDuesView {
  @Text(dueReference) reference: string;
  @OneOf(duesLineStates, { name: 'DuesLineState' }) state: DuesLineState;
  @OneOf(duesLineReasons, { nullable: true, name: 'DuesLineReason', description: 'Why it was not booked' })
  reason: DuesLineReason | null;
  @Text({ nullable: true, max: 20, description: 'Of the dues, once it is booked' }) receipt: string | null;
  @Text({ nullable: true, max: 100, description: "The bank's number of the refund" })
  refundReference: string | null;
  @Instant() changedAt: string;
}

export class BankLineView {
  @Whole({ description: 'The row of the file' }) number: number;
  @CalendarDate() bookedOn: string;
  @OneOf(bankDirections, { name: 'BankDirection' }) direction: BankDirection;
  @Nested(() => Money) amount: Money;
  @Text({ min: 0, description: 'The other side as the bank names it; the name of a person is masked' })
  counterparty: string;
  @Text({ min: 0, max: 500 }) summary: string;
  @Text({ nullable: true, max: 100, description: "The bank's number of it" }) serial: string | null;
  @Uuid({ nullable: true, description: 'The payment that it has confirmed' }) paymentId: string | null;
  @Instant({ nullable: true }) usedAt: string | null;
  @ListOf(() => BankSuggestionView, { max: 5, description: 'Open payments of just this amount, best first' })
  suggestions: BankSuggestionView[];
  @Text({ ...dueReference, nullable: true, description: 'The reference of dues that its note contains' })
  duesReference: string | null;
  @Nested(() => BankLineDuesView, { nullable: true, description: 'The dues that it is assigned to' })
  dues: BankLineDuesView | null;
}

const shown = query('settlement.bank-statement.get', GetBankStatementRequest, BankStatementView, {
  http: 'GET bank-statements/:bankStatementId',
  tag: 'netting',
  summary: 'A bank statement: what it brought, what was there already, what could not be read',
});

export const bankStatementContract = {
  import: command('settlement.bank-statement.import', ImportBankStatementRequest, BankStatementView, {
    http: 'POST bank-statements',
    tag: 'netting',
    summary: 'Imports an uploaded .csv of a bank; lines that the account has had already are left out',
    freshRoles: true,
    example: {
      unionId: '01930000-0000-7000-8000-000000000001',
      account: '基本户 尾号1234',
      fileKey: '01930000-0000-7000-8000-000000000002',
    },
  }),
  get: shown,
  list: query('settlement.bank-statement.list', ListBankStatementsRequest, pageOf(BankStatementView), {
    http: 'GET bank-statements',
    tag: 'netting',
    summary: 'The bank statements of my unions, newest first',
  }),
  listLines: query('settlement.bank-statement.list-lines', ListBankLinesRequest, pageOf(BankLineView), {
    http: 'GET bank-statements/:bankStatementId/lines',
    tag: 'netting',
    summary: 'Its lines, each with the open payments that it may be, and why',
  }),
  confirmLine: command('settlement.bank-statement.confirm-line', ConfirmBankLineRequest, PaymentView, {
    http: 'POST bank-statements/:bankStatementId/confirm-line',
    tag: 'netting',
    summary: 'Confirms one side of a payment by a line, with the number of the bank',
    status: 200,
    freshRoles: true,
    example: { number: 4, paymentId: '01930000-0000-7000-8000-000000000003' },
  }),
  assignDues: command('settlement.bank-statement.assign-dues', AssignBankLineDues, BankLineView, {
    http: 'POST bank-statements/:bankStatementId/assign-dues',
    tag: 'netting',
    summary: 'Says that a line is the dues of a member, by their reference; membership books it',
    status: 200,
    freshRoles: true,
    example: { number: 4, reference: duesReferenceExample },
  }),
  assignAllDues: command(
    'settlement.bank-statement.assign-all-dues',
    GetBankStatementRequest,
    AssignedDuesView,
    {
      http: 'POST bank-statements/:bankStatementId/assign-all-dues',
      tag: 'netting',
      summary: 'Assigns every unused line whose note has a reference of dues to them',
      status: 200,
      freshRoles: true,
    },
  ),
  releaseDues: command('settlement.bank-statement.release-dues', BankLineOfDues, BankLineView, {
    http: 'POST bank-statements/:bankStatementId/release-dues',
    tag: 'netting',
    summary: 'Takes back that a line is dues; what was booked for it is taken back by a receipt of its own',
    status: 200,
    freshRoles: true,
    example: { number: 4 },
  }),
  keepDues: command('settlement.bank-statement.keep-dues', BankLineOfDues, BankLineView, {
    http: 'POST bank-statements/:bankStatementId/keep-dues',
    tag: 'netting',
    summary: 'Has dues booked that are more than was due: what is left over counts for the months to come',
    status: 200,
    freshRoles: true,
    example: { number: 4 },
  }),
  refundDues: command('settlement.bank-statement.refund-dues', RefundBankLineDues, BankLineView, {
    http: 'POST bank-statements/:bankStatementId/refund-dues',
    tag: 'netting',
    summary: 'Records that dues that were not booked have been sent back by the bank',
    status: 200,
    freshRoles: true,
    example: { number: 4, bankReference: 'ICBC202611200042' },
  }),
  undo: versioned(
    command('settlement.bank-statement.undo', GetBankStatementRequest, BankStatementView, {
      http: 'POST bank-statements/:bankStatementId/undo',
      tag: 'netting',
      summary:
        'Takes an import back as long as none of its lines has confirmed a payment or is assigned as dues',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
};
