import type { components } from '../../../api/schema.js';
import { withoutBlanks } from '../../../kit/filters.model.js';

type Schemas = components['schemas'];
export type Account = Schemas['AccountView'];
export type Posting = Schemas['PostingView'];
export type Entry = Schemas['EntryView'];
export type EntrySummary = Schemas['EntrySummaryView'];
export type EntryKind = EntrySummary['kind'];

export const entryKinds = [
  'costs',
  'reversal',
  'netting',
  'payment',
  'restored',
  'damage',
  'depositHeld',
  'depositKept',
  'depositReleased',
  'loanFee',
  'subsidy',
  'subsidyPaid',
  'subsidyDrawn',
  'subsidyReturned',
  'closing',
  'refund',
] as const satisfies EntryKind[];

export const accountFunds = [
  'dues',
  'allotment',
  'subsidy',
  'employer',
  'undertakings',
  'investment',
  'other',
  'mixed',
] as const satisfies Account['incomeKind'][];
export const accountPurposes = ['current', 'clearing', 'deposit'] as const satisfies Account['purpose'][];

/** The filters in the address. */
export interface AccountFilters {
  readonly union?: string;
  readonly q?: string;
  readonly fund?: Account['incomeKind'];
  readonly purpose?: Account['purpose'];
  readonly asOf?: string;
}

export interface EntryFilters {
  readonly kind?: EntryKind;
  readonly union?: string;
  readonly q?: string;
  readonly from?: string;
  readonly to?: string;
  /** Fen. */
  readonly amountFrom?: string;
  readonly amountTo?: string;
}

export function accountFiltersOf(search: URLSearchParams): AccountFilters {
  return withoutBlanks<AccountFilters>({
    ...textsOf(search, ['union', 'q', 'asOf'] as const),
    fund: accountFunds.find((one) => one === search.get('fund')),
    purpose: accountPurposes.find((one) => one === search.get('purpose')),
  });
}

export function entryFiltersOf(search: URLSearchParams): EntryFilters {
  return withoutBlanks<EntryFilters>({
    ...textsOf(search, ['union', 'q', 'from', 'to', 'amountFrom', 'amountTo'] as const),
    kind: entryKinds.find((one) => one === search.get('kind')),
  });
}

function textsOf<Name extends string>(
  search: URLSearchParams,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const entries = names.map((name) => [name, search.get(name) ?? ''] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== '')) as Partial<Record<Name, string>>;
}
