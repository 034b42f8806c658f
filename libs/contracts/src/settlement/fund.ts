/** 经费来源: where union money comes from. */
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

/** 支出科目 of the union accounting system: 1 activities, 2 protection of rights, 3 business, 4 capital, 5 undertakings, 6 other. */
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

/** What an account holds: money of one kind, or of several in one sum, as a transfer does. */
export const accountFunds = [...incomeKinds, 'mixed'] as const;
export type AccountFund = (typeof accountFunds)[number];
