import { Instant, Nested, OneOf, Text, UuidList, Uuid, Whole } from '../core/fields.js';
import { Money } from '../words/money.js';

/** What somebody may be called to do about money: when it is asked for, before its deadline, or after it. */
export const moneyCallKinds = [
  'confirmationAsked',
  'confirmationDue',
  'disputeOpened',
  'disputeReferred',
  'paymentDue',
  'paymentOverdue',
  'subsidyReportDue',
  'subsidyReportOverdue',
  'disclosureDue',
] as const;
export type MoneyCallKind = (typeof moneyCallKinds)[number];

/** So many people are called at a time. */
export const calledMax = 1_000;

export const moneyDirections = ['owes', 'owed'] as const;
export type MoneyDirection = (typeof moneyDirections)[number];

/** Something about money waits for these persons, as they hold the roles that may deal with it. */
export class MoneyCall {
  @OneOf(moneyCallKinds) kind: MoneyCallKind;
  /** The confirmation, dispute, payment or subsidy; of a disclosure its union. */
  @Uuid() aboutId: string;
  /** Which time it is told of this stage; of a disclosure its year. Nobody hears the same round twice. */
  @Whole() round: number;
  @Text({ max: 1_000 }) title: string;
  @Nested(() => Money, { nullable: true }) amount: Money | null;
  /** Whose amount it is and whether that party owes it or is owed it; absent where that does not matter, or in events from before it was included. */
  @OneOf(moneyDirections, { optional: true, nullable: true }) direction?: MoneyDirection | null;
  @Text({ max: 200, optional: true, nullable: true }) partyName?: string | null;
  /** By when it is to be done; null where nothing is set. */
  @Instant({ nullable: true }) until: string | null;
  @UuidList({ min: 1, max: calledMax }) personIds: string[];
}
