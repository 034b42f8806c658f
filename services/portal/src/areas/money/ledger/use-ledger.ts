import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';
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

/** As they stand in the address. */
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

/** The most that the platform gives at once. */
const pageSizeMax = 200;

export function fetchAccounts(filters: AccountFilters): FetchPage<Account> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/accounts', { params: { query: { ...page, ...filters } }, signal }));
}

export function useAccounts(filters: AccountFilters) {
  return usePages(['account', 'list', filters], fetchAccounts(filters));
}

export function useAccount(accountId: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['account', accountId, asOf],
    queryFn: ({ signal }) => {
      const params = { path: { accountId }, query: asOf === undefined ? {} : { asOf } };
      return answerOf(api.GET('/api/v1/accounts/{accountId}', { params, signal }));
    },
  });
}

/** The postings of an account, oldest first. */
export function usePostings(accountId: string) {
  return usePages<Posting>(['account', accountId, 'postings'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/accounts/{accountId}/postings', {
        params: { path: { accountId }, query: { ...page, limit: pageSizeMax } },
        signal,
      }),
    ),
  );
}

export function fetchEntries(filters: EntryFilters): FetchPage<EntrySummary> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/ledger/entries', { params: { query: { ...page, ...filters } }, signal }));
}

export function useEntries(filters: EntryFilters) {
  return usePages(['entry', 'list', filters], fetchEntries(filters));
}

export function useEntry(entryId: string) {
  return useQuery({
    queryKey: ['entry', entryId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/ledger/entries/{entryId}', { params: { path: { entryId } }, signal })),
  });
}

export function useTrialBalance(isWanted: boolean, asOf: string | undefined) {
  return useQuery({
    queryKey: ['account', 'trialBalance', asOf],
    queryFn: ({ signal }) => {
      const query = asOf === undefined ? {} : { asOf };
      return answerOf(api.GET('/api/v1/ledger/trial-balance', { params: { query }, signal }));
    },
    enabled: isWanted,
  });
}

export function useReverseEntry(entryId: string) {
  return useSubmit({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/ledger/entries/{entryId}/reverse', {
          params: { path: { entryId }, header: { 'Idempotency-Key': key } },
          body: { reason },
        }),
      ),
    touches: ['entry', 'account', 'costPool', 'statement'],
  });
}
