import { event } from '../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../core/fields.js';
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

/** How a matter goes, as far as it is counted: nothing of whose it is, nor of what it says. */
export class MatterCourse {
  @Uuid() id: string;
  @Whole({ min: 1 }) version: number;
  @Uuid({ description: 'The union that has it' }) unionId: string;
  @Instant({
    nullable: true,
    description:
      'Until when it has to be decided; null while its time stands still, and once it is withdrawn',
  })
  decideBy: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Whole({ min: 0, description: 'Times that it was brought before a union above, as nobody acted in time' })
  escalations: number;
  @Flag() isReopened: boolean;
  @Whole({ nullable: true, min: 1, max: 5, description: 'Null if it was not rated, or is reopened' })
  stars: number | null;
  @Instant({ nullable: true }) ratedAt: string | null;
}

/** How the part of one union in a task goes. */
export class AssignmentPartCourse {
  @Uuid() id: string;
  @Whole({ min: 1 }) version: number;
  @Uuid({ description: 'The union whose part it is' }) unionId: string;
  @CalendarDate({
    nullable: true,
    description: 'Null while it is looked at, and if its task was closed before it was accepted',
  })
  dueOn: string | null;
  @CalendarDate({ nullable: true, description: 'When what is accepted was returned; null until then' })
  returnedOn: string | null;
}

/** Whom something that must be read had reached when it was shown no longer. */
export class BulletinReach {
  @Uuid() bulletinId: string;
  @Whole({ min: 1, description: 'Of the bulletin' }) version: number;
  @Uuid({ description: 'The union that published it' }) unionId: string;
  @Instant() shownUntil: string;
  @Whole({ min: 0, description: 'Who had to read it' }) members: number;
  @Whole({ min: 0, description: 'Who of them had confirmed that they did' }) confirmed: number;
}

export const affairsEvents = {
  matterChanged: event('evt.affairs.matter.changed.v1', MatterCourse),
  assignmentPartChanged: event('evt.affairs.assignment-part.changed.v1', AssignmentPartCourse),
  bulletinReached: event('evt.affairs.bulletin.reached.v1', BulletinReach),
  matterPaymentRequested: event('evt.affairs.matter-payment.requested.v1', MatterPaymentRequested),
};
