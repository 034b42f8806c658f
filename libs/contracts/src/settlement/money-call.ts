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

export const moneyDirections = ['owes', 'owed'] as const;
export type MoneyDirection = (typeof moneyDirections)[number];
