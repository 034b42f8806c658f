import { event } from '../core/contract.js';
import { ListOf, Nested, OneOf, Text, Uuid, Whole } from '../core/fields.js';
import { expenseCodes } from '../settlement/fund.js';
import { matterPayeesMax, matterWeightMax } from '../words/matter-payment.js';
import { Money } from '../words/money.js';

/** Somebody who is paid, by a pseudonym that is made for this payment alone. */
export class MatterPayee {
  @Uuid() pseudonym: string;
  @Whole({ min: 1, max: matterWeightMax, description: 'Of the amount, against the weights of the others' })
  weight: number;
}

/** Money that follows from a matter: how much, and for what in the accounts; never why, to whom or to which account. */
export class MatterPaymentRequested {
  @Uuid() requestId: string;
  @Text({ max: 17 }) matterNumber: string;
  @Uuid({ description: 'The union that pays' }) unionId: string;
  @Nested(() => Money) amount: Money;
  @OneOf(expenseCodes) expenseCode: string;
  @ListOf(() => MatterPayee, { min: 1, max: matterPayeesMax, description: 'In the order of the rule' })
  payees: MatterPayee[];
  @Uuid({ description: 'The officer who asks, so that nobody approves what they have asked for' })
  askedBy: string;
}

export const affairsEvents = {
  matterPaymentRequested: event('evt.affairs.matter-payment.requested.v1', MatterPaymentRequested),
};
