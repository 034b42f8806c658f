import { query } from '../../core/contract.js';
import { CalendarDate, Flag, ListOf, Nested, OneOf, Uuid } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { type LoanEntryKind, loanEntryKinds } from '../ledger/ledger.contract.js';

export class LoanMoneyRequest {
  @Uuid() loanId: string;
}

export const loanMoneyKinds = [...loanEntryKinds, 'damage'] as const;
export type LoanMoneyKind = LoanEntryKind | 'damage';

export class LoanMoneyLineView {
  @Uuid() entryId: string;
  @OneOf(loanMoneyKinds, { name: 'LoanMoneyKind' }) kind: LoanMoneyKind;
  @CalendarDate() postedOn: string;
  @Nested(() => Money) amount: Money;
  @Flag({ description: 'It was taken back by its exact negation' }) reversed: boolean;
}

/** What a loan has brought into the ledger so far. */
export class LoanMoneyView {
  @Uuid() loanId: string;
  @Uuid() ownerUnionId: string;
  @Uuid() borrowerUnionId: string;
  @Nested(() => Money, { description: 'Of the deposit, now' }) held: Money;
  @Nested(() => Money, { description: 'Of the deposit, for damages' }) kept: Money;
  @Nested(() => Money, { description: 'Of the deposit' }) released: Money;
  @Nested(() => Money, { description: 'Fee and damages, also what the deposit was kept for' }) owed: Money;
  @ListOf(() => LoanMoneyLineView, { max: 100, description: 'The earliest first' })
  lines: LoanMoneyLineView[];
}

export const loanMoneyContract = {
  get: query('settlement.loan-money.get', LoanMoneyRequest, LoanMoneyView, {
    http: 'GET loans/:loanId/money',
    tag: 'loans',
    summary: 'What a loan has brought into the ledger: its deposit, its fee and its damages, for both sides',
  }),
};
