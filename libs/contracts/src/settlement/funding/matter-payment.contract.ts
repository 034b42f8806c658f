import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { matterPayeesMax, type MatterPaymentState, matterPaymentStates } from '../../words/matter-payment.js';
import { Money } from '../../words/money.js';
import { expenseCodes, type IncomeKind, incomeKinds } from '../fund.js';
import { PersonName } from '../party-names.js';

export class MatterPaymentRequest {
  @Uuid() matterPaymentId: string;
}

export class ListMatterPayments extends PageRequest {
  @OneOf(matterPaymentStates, { optional: true, name: 'MatterPaymentState' }) state?: MatterPaymentState;
  @Text({ optional: true, max: 60, description: 'A part of the number of the matter, or of the union' })
  q?: string;
}

export class ReasonForMatterPayment extends MatterPaymentRequest {
  @Text({ max: 500, example: '收款账号有误', description: 'The person of the matter reads it' })
  reason: string;
}

export class MarkMatterPaymentPaid extends MatterPaymentRequest {
  @OneOf(incomeKinds, { name: 'IncomeKind' }) incomeKind: IncomeKind;
  @Text({
    max: 100,
    figures: true,
    description: "The bank's own number of the transfer",
    example: '20261127-000318',
  })
  bankReference: string;
  @CalendarDate({ description: 'The day of the transfer: on it the union has spent the amount' })
  paidOn: string;
}

export class MarkMatterPaymentReturned extends ReasonForMatterPayment {
  @CalendarDate({ description: 'The day on which the money came back' }) returnedOn: string;
}

/** What one payee gets; who it is, affairs knows. */
export class MatterPaymentPartView {
  @Uuid() pseudonym: string;
  @Whole({ description: 'Against the weights of the others' }) weight: number;
  @Nested(() => Money) amount: Money;
}

export class MatterPaymentView {
  @Uuid() id: string;
  @Whole() version: number;
  @Text({ max: 17 }) matterNumber: string;
  @Uuid({ description: 'The union that pays' }) unionId: string;
  @Text() unionName: string;
  @Nested(() => Money) amount: Money;
  @OneOf(expenseCodes) expenseCode: string;
  @OneOf(incomeKinds, { nullable: true, name: 'IncomeKind', description: 'Null until it is paid' })
  incomeKind: IncomeKind | null;
  @OneOf(matterPaymentStates, { name: 'MatterPaymentState' }) state: MatterPaymentState;
  @ListOf(() => MatterPaymentPartView, { max: matterPayeesMax }) parts: MatterPaymentPartView[];
  @Instant() askedAt: string;
  @Uuid() askedBy: string;
  @PersonName() askedByName: string | null;
  @Instant({ nullable: true }) approvedAt: string | null;
  @Uuid({ nullable: true }) approvedBy: string | null;
  @PersonName() approvedByName: string | null;
  @Text({ nullable: true, max: 500, description: 'Why it was refused, or came back' }) reason: string | null;
  @Text({ nullable: true, max: 100 }) bankReference: string | null;
  @CalendarDate({ nullable: true }) paidOn: string | null;
  @Uuid({ nullable: true }) paidBy: string | null;
  @PersonName() paidByName: string | null;
  @CalendarDate({ nullable: true }) returnedOn: string | null;
  @Flag({ description: 'The caller may approve or refuse it: never who has asked for it' })
  mayApprove: boolean;
  @Flag({ description: 'The caller may say that it was paid, or came back: never who has approved it' })
  mayPay: boolean;
}

const shown = query('settlement.matter-payment.get', MatterPaymentRequest, MatterPaymentView, {
  http: 'GET matter-payments/:matterPaymentId',
  tag: 'budgets',
  summary: 'A payment that follows from a matter',
});

const act = { tag: 'budgets', status: 200, freshRoles: true } as const;

export const matterPaymentMoneyContract = {
  list: query('settlement.matter-payment.list', ListMatterPayments, pageOf(MatterPaymentView), {
    http: 'GET matter-payments',
    tag: 'budgets',
    summary: 'Payments that follow from matters, of the unions that the caller sees, newest first',
  }),
  get: shown,
  approve: versioned(
    command('settlement.matter-payment.approve', MatterPaymentRequest, MatterPaymentView, {
      http: 'POST matter-payments/:matterPaymentId/approve',
      summary: 'Approves a payment; who has asked for it may not',
      ...act,
    }),
    shown,
  ),
  refuse: versioned(
    command('settlement.matter-payment.refuse', ReasonForMatterPayment, MatterPaymentView, {
      http: 'POST matter-payments/:matterPaymentId/refuse',
      summary: 'Refuses a payment that is not paid yet, with a reason',
      ...act,
      example: { reason: '收款账号有误' },
    }),
    shown,
  ),
  pay: versioned(
    command('settlement.matter-payment.pay', MarkMatterPaymentPaid, MatterPaymentView, {
      http: 'POST matter-payments/:matterPaymentId/paid',
      summary: 'Says that an approved payment was made; who has approved it may not',
      ...act,
      example: { incomeKind: 'dues', bankReference: '20261127-000318', paidOn: '2026-11-27' },
    }),
    shown,
  ),
  return: versioned(
    command('settlement.matter-payment.return', MarkMatterPaymentReturned, MatterPaymentView, {
      http: 'POST matter-payments/:matterPaymentId/returned',
      summary: 'Says that the money came back: it is spent no more from that day on',
      ...act,
      example: { reason: '账户已注销，退票', returnedOn: '2026-11-28' },
    }),
    shown,
  ),
};
