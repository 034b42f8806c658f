/** Where the money comes from. */
export const incomeKinds = [
  'dues',
  'allotment',
  'subsidy',
  'employer',
  'undertakings',
  'investment',
  'other',
] as const;
export type IncomeKind = (typeof incomeKinds)[number];

/** 支出科目 of the union accounting system. */
export const expenseCodes = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '1.5',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '2.6',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '4',
  '5',
  '6',
] as const;
export type ExpenseCode = (typeof expenseCodes)[number];
