/** Of what people are reminded about money: before a deadline, or after it. What waits for them beside that is awaited. */
export const moneyCallKinds = [
  'confirmationDue',
  'paymentDue',
  'paymentOverdue',
  'subsidyReportDue',
  'subsidyReportOverdue',
] as const;
export type MoneyCallKind = (typeof moneyCallKinds)[number];

export const moneyDirections = ['owes', 'owed'] as const;
export type MoneyDirection = (typeof moneyDirections)[number];
