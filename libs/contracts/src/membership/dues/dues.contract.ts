import { command, NoRequest, pageOf, PageRequest, query } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { duesReferenceExample } from '../../words/dues-line.js';
import { Money } from '../../words/money.js';

/** `rate`: a part of the monthly base wage; `flat`: the same for everybody; `exempt`: none. */
export const duesRuleKinds = ['rate', 'flat', 'exempt'] as const;
export type DuesRuleKind = (typeof duesRuleKinds)[number];

/** Payments in one request, which are recorded together or not at all. */
export const bulkPaymentsMax = 200;

const month = /^(19|2[01])\d\d-(0[1-9]|1[0-2])$/;
const monthly = { min: 7, max: 7, pattern: month, example: '2026-11' };

export class SetDuesRule {
  @Uuid() unionId: string;
  @Text({
    ...monthly,
    description: 'The first month of which it is the rule; takes the place of one from the same month',
  })
  fromMonth: string;
  @OneOf(duesRuleKinds, { name: 'DuesRuleKind' }) kind: DuesRuleKind;
  @Text({
    optional: true,
    max: 7,
    pattern: /^(100|\d{1,2})(\.\d{1,4})?$/,
    description: 'Of `rate`: percent of the monthly base wage, usually 0.5',
    example: '0.5',
  })
  percent?: string | null;
  @Nested(() => Money, { optional: true, description: 'Of `flat`: a month' }) amount?: Money | null;
}

export class DuesRuleView {
  @Uuid() id: string;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Text(monthly) fromMonth: string;
  @OneOf(duesRuleKinds, { name: 'DuesRuleKind' }) kind: DuesRuleKind;
  @Text({ nullable: true }) percent: string | null;
  @Nested(() => Money, { nullable: true }) amount: Money | null;
}

export class ListDuesRules extends PageRequest {
  @Uuid({ description: 'Of this union alone; where it has none, that of the nearest union above holds' })
  union: string;
}

export class MemberDuesId {
  @Uuid() memberId: string;
}

export class SetMonthlyDues {
  @Uuid() memberId: string;
  @Text({ ...monthly, description: 'The first month of which this is the wage' }) fromMonth: string;
  @Nested(() => Money, {
    description:
      'Base wage of a month without bonuses and allowances. What is due is computed from it, without its tail under 10 yuan, and kept; the wage is not',
  })
  monthlyBaseWage: Money;
}

export class DuesMonthView {
  @Text(monthly) month: string;
  @Nested(() => Money, { nullable: true, description: 'Null: the base wage was not entered' })
  due: Money | null;
}

export class DuesPaymentView {
  @Uuid() id: string;
  @Uuid() unionId: string;
  @Uuid() memberId: string;
  @Uuid() personId: string;
  @Text({ description: 'Masked' }) memberName: string;
  @Nested(() => Money, { description: 'Negative where it takes another back' }) amount: Money;
  @CalendarDate() paidOn: string;
  @Whole({ description: 'Receipts of a union are numbered from 1 in each year, without gaps' })
  receiptNumber: number;
  @Whole() receiptYear: number;
  @Text({ nullable: true, max: 200 }) note: string | null;
  @Flag({ description: 'Whether it came by a line of the bank, which settlement has' }) byBank: boolean;
  @Uuid({ nullable: true, description: 'The payment that it takes back' }) reverses: string | null;
  @Instant() recordedAt: string;
}

export class DuesView {
  @Uuid() memberId: string;
  @Uuid() personId: string;
  @Text({ description: 'In full in the list for officers, else masked' }) memberName: string;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Text({
    example: duesReferenceExample,
    description: 'Of this year: in the note of a bank transfer it says whose dues they are',
  })
  reference: string;
  @Nested(() => Money, {
    nullable: true,
    description: 'Of this month; null where the base wage was not entered',
  })
  monthly: Money | null;
  @Nested(() => Money, { description: 'All months that were due up to this one' }) due: Money;
  @Nested(() => Money) paid: Money;
  @Nested(() => Money, {
    description: 'Due and not paid; negative where more was paid. It costs no right by itself',
  })
  arrears: Money;
  @Whole({ description: 'Months whose dues are not known, as the base wage was not entered' })
  monthsUnknown: number;
  @ListOf(() => DuesMonthView, { max: 24, description: 'The last ones, the newest first' })
  months: DuesMonthView[];
}

export class ListDues extends PageRequest {
  @Uuid({ description: 'Members of this union itself' }) union: string;
  @Flag({ optional: true, description: 'Only members who owe something' }) unpaid?: boolean;
  @Uuid({ optional: true, description: 'Only those who are in this group now' }) group?: string;
  @Text({
    optional: true,
    max: 200,
    description: 'Only present members whose name is masked like this one, as a bank writes who has paid',
    example: '王**',
  })
  payer?: string;
}

export class SumDues {
  @Uuid({ description: 'Of the members of this union itself' }) union: string;
  @Whole({
    optional: true,
    min: 1990,
    max: 2100,
    description: 'What was due and received in this year alone',
  })
  year?: number;
  @Uuid({ optional: true, description: 'Only of those who are in this group now' }) group?: string;
}

export class DuesSumsView {
  @Nested(() => Money, { description: 'Of all members, up to this month' }) due: Money;
  @Nested(() => Money, { description: 'Received by the union, less what was taken back' }) paid: Money;
  @Nested(() => Money, {
    description:
      'What is unpaid today, of whatever year; what some have paid ahead is not set off against it',
  })
  open: Money;
  @Whole({ description: 'Members who owe it' }) owing: number;
  @Whole({ description: 'Members some of whose months are not known, as the base wage was not entered' })
  unknown: number;
}

export class RecordDuesPayment {
  @Uuid() memberId: string;
  @Nested(() => Money) amount: Money;
  @CalendarDate() paidOn: string;
  @Text({ optional: true, max: 200 }) note?: string | null;
}

class DuesPaymentEntry {
  @Uuid() memberId: string;
  @Nested(() => Money) amount: Money;
}

export class RecordDuesPayments {
  @Uuid() unionId: string;
  @CalendarDate() paidOn: string;
  @ListOf(() => DuesPaymentEntry, { min: 1, max: bulkPaymentsMax }) payments: DuesPaymentEntry[];
}

export class DuesPaymentsView {
  @ListOf(() => DuesPaymentView, { max: bulkPaymentsMax }) payments: DuesPaymentView[];
}

export class ListDuesPayments extends PageRequest {
  @Uuid({ description: 'Received by this union' }) union: string;
}

export class ReverseDuesPayment {
  @Uuid() paymentId: string;
  @Text({ max: 200 }) reason: string;
}

const ids = { union: '019a0000-0000-7000-8000-000000000001', member: '019a0000-0000-7000-8000-000000000002' };
const amount = { amount: '2835', currency: 'CNY' };

export const duesContract = {
  setRule: command('membership.dues.setRule', SetDuesRule, DuesRuleView, {
    http: 'POST dues-rules',
    tag: 'members',
    summary: 'Sets what members of a union owe from a month on',
    example: { unionId: ids.union, fromMonth: '2026-01', kind: 'rate', percent: '0.5' },
  }),
  listRules: query('membership.dues.listRules', ListDuesRules, pageOf(DuesRuleView), {
    http: 'GET dues-rules',
    tag: 'members',
    summary: 'Lists the rules of dues of a union, the newest first',
  }),
  get: query('membership.dues.get', MemberDuesId, DuesView, {
    http: 'GET members/:memberId/dues',
    tag: 'members',
    summary: 'Shows what a member owes, has paid and has not paid',
  }),
  mine: query('membership.dues.mine', NoRequest, DuesView, {
    http: 'GET me/dues',
    tag: 'sign-in',
    summary: 'Shows the caller’s own dues',
  }),
  list: query('membership.dues.list', ListDues, pageOf(DuesView), {
    http: 'GET dues',
    tag: 'members',
    summary: 'Lists what each member of a union owes',
  }),
  sums: query('membership.dues.sums', SumDues, DuesSumsView, {
    http: 'GET dues-sums',
    tag: 'members',
    summary: 'Sums up what the members of a union owe, have paid and have not paid',
  }),
  setMonthly: command('membership.dues.setMonthly', SetMonthlyDues, DuesView, {
    http: 'PUT members/:memberId/dues',
    tag: 'members',
    summary: 'Computes and keeps what a member owes a month; the wage is not kept',
    example: { fromMonth: '2026-01', monthlyBaseWage: { amount: '567890', currency: 'CNY' } },
  }),
  pay: command('membership.dues.pay', RecordDuesPayment, DuesPaymentView, {
    http: 'POST members/:memberId/dues-payments',
    tag: 'members',
    summary: 'Records that a member has paid dues, and gives the receipt its number',
    example: { amount, paidOn: '2026-11-20' },
  }),
  payAll: command('membership.dues.payAll', RecordDuesPayments, DuesPaymentsView, {
    http: 'POST dues-payments',
    tag: 'members',
    summary: 'Records dues that several members of a union have paid, all or none',
    example: { unionId: ids.union, paidOn: '2026-11-20', payments: [{ memberId: ids.member, amount }] },
  }),
  listPayments: query('membership.dues.listPayments', ListDuesPayments, pageOf(DuesPaymentView), {
    http: 'GET dues-payments',
    tag: 'members',
    summary: 'Lists the dues that a union has received, the newest first',
  }),
  reverse: command('membership.dues.reverse', ReverseDuesPayment, DuesPaymentView, {
    http: 'POST dues-payments/:paymentId/reverse',
    tag: 'members',
    summary: 'Takes a payment of dues back by a receipt of its own; nothing is deleted',
    example: { reason: '金额录错' },
  }),
};
