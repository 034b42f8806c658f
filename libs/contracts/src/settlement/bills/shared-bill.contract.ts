import { command } from '../../core/contract.js';
import { CalendarDate, ListOf, Nested, OneOf, Text, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PartyDto } from '../../words/party.js';
import { expenseCodes, type IncomeKind, incomeKinds } from '../fund.js';
import { CostPoolView, ReceiptDto } from './cost-pool.contract.js';

/** The parties of a shared bill; more parties have an activity and an agreement. */
export const sharingPartiesMax = 50;

export class SharingPartyDto {
  @Nested(() => PartyDto, { description: 'A union or an enterprise' }) party: PartyDto;
  @Whole({
    optional: true,
    min: 1,
    max: 1_000_000,
    description: 'How many parts it bears; 1 where absent, so that without weights all bear the same',
  })
  weight?: number;
}

export class ShareBillRequest {
  @Text({ max: 100, description: 'What it was for', example: '联合宣传册印刷' }) title: string;
  @Nested(() => Money, { description: 'Above zero' }) amount: Money;
  @Nested(() => PartyDto, { description: 'Who paid: a party that the caller keeps the money of' })
  payer: PartyDto;
  @ListOf(() => SharingPartyDto, {
    min: 2,
    max: sharingPartiesMax,
    description: 'Who shares it, and in which proportion; the payer may be one of them or not',
  })
  parties: SharingPartyDto[];
  @CalendarDate({ optional: true, description: 'The day of the expense; today where absent' })
  spentOn?: string;
  @OneOf(incomeKinds, { name: 'IncomeKind' }) incomeKind: IncomeKind;
  @OneOf(expenseCodes) expenseCode: string;
  @Nested(() => ReceiptDto, { optional: true }) receipt?: ReceiptDto | null;
}

export const sharedBillContract = {
  open: command('settlement.shared-bill.open', ShareBillRequest, CostPoolView, {
    http: 'POST shared-bills',
    tag: 'costs',
    summary:
      'Shares a bill without an activity: opens a cost pool of kind `shared` with its bill and its shares, and submits it for approval',
    example: {
      title: '联合宣传册印刷',
      amount: { amount: '120000', currency: 'CNY' },
      payer: { kind: 'union', id: '01930000-0000-7000-8000-000000000001' },
      parties: [
        { party: { kind: 'union', id: '01930000-0000-7000-8000-000000000001' } },
        { party: { kind: 'union', id: '01930000-0000-7000-8000-000000000002' } },
        { party: { kind: 'union', id: '01930000-0000-7000-8000-000000000003' } },
      ],
      incomeKind: 'dues',
      expenseCode: '1.3',
    },
  }),
};
