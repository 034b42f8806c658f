import { command, query } from '../../core/contract.js';
import { CalendarDate, ListOf, Nested, Text, Uuid } from '../../core/fields.js';
import { matterInstalmentsMax, matterPayeesMax } from '../../words/matter-payment.js';
import { Money } from '../../words/money.js';
import { MatterView } from './matter.contract.js';

/** Who is paid: sealed with the matter, and in no event. */
export class MatterPayeeDto {
  @Text({
    max: 30,
    description: 'As the split of the service calls the part, in its order',
    example: '提出人',
  })
  label: string;
  @Text({ optional: true, max: 60, example: '张三' }) name?: string | null;
  @Text({ optional: true, max: 100, example: '6222020200012345678' }) account?: string | null;
}

/** A part of the amount that is asked for on a day of its own. */
export class MatterInstalmentDto {
  @CalendarDate({ description: 'On which it is asked for; today at the earliest', example: '2027-03-01' })
  dueOn: string;
  @Nested(() => Money) amount: Money;
}

export class RequestMatterPayment {
  @Uuid() matterId: string;
  @Nested(() => Money, {
    description: 'In instalments what they sum to; of one that failed its own amount, and no instalments',
  })
  amount: Money;
  @ListOf(() => MatterInstalmentDto, {
    optional: true,
    min: 2,
    max: matterInstalmentsMax,
    description: 'By day, each later than the one before; absent where all of it is asked for now',
  })
  instalments?: MatterInstalmentDto[] | null;
  @ListOf(() => MatterPayeeDto, {
    min: 1,
    max: matterPayeesMax,
    description: 'One, or one for each part of the split of the service',
  })
  payees: MatterPayeeDto[];
}

export class StopMatterPayments {
  @Uuid() matterId: string;
  @Text({ max: 500, description: 'The person of the matter reads it', example: '已返乡就业，不再资助' })
  reason: string;
}

export class MatterPaymentId {
  @Uuid() matterPaymentId: string;
}

export class MatterPayeeView {
  @Uuid({ description: 'By which settlement knows them' }) pseudonym: string;
  @Text({ max: 30 }) label: string;
  @Text({ nullable: true, max: 60 }) name: string | null;
  @Text({ nullable: true, max: 100 }) account: string | null;
}

export class MatterPayeesView {
  @ListOf(() => MatterPayeeView, { max: matterPayeesMax }) items: MatterPayeeView[];
}

export const matterPaymentContract = {
  request: command('affairs.matter-payment.request', RequestMatterPayment, MatterView, {
    http: 'POST matters/:matterId/payment-requests',
    tag: 'matters',
    summary:
      'Whoever has a decided matter in hand asks for its payment, at once or in instalments; another one only once it failed',
    ifMatch: true,
    example: {
      amount: { amount: '50000', currency: 'CNY' },
      payees: [{ label: '收款人', name: '张三', account: '6222020200012345678' }],
    },
  }),
  stop: command('affairs.matter-payment.stop', StopMatterPayments, MatterView, {
    http: 'POST matters/:matterId/payment-stops',
    tag: 'matters',
    status: 200,
    summary: 'Whoever has the matter in hand stops the instalments that were not asked for yet, for good',
    ifMatch: true,
    example: { reason: '已返乡就业，不再资助' },
  }),
  payees: query('affairs.matter-payment.payees', MatterPaymentId, MatterPayeesView, {
    http: 'GET matter-payments/:matterPaymentId/payees',
    tag: 'matters',
    summary: 'Names and accounts of whom to pay, for the finance of the union once it is approved; on record',
  }),
};
