import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import type { components } from '../../api/schema.js';
import { type FetchPage, usePages } from '../../api/use-pages.js';
import { useSubmit } from '../../api/use-submit.js';

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
] as const satisfies EntryKind[];

/** The most that the platform gives at once. */
const pageSizeMax = 200;

export function fetchAccounts(union: string | undefined): FetchPage<Account> {
  return (page, signal) => {
    const query = { ...page, ...(union === undefined ? {} : { union }) };
    return answerOf(api.GET('/api/v1/accounts', { params: { query }, signal }));
  };
}

export function useAccounts(union: string | undefined) {
  return usePages(['account', 'list', union], fetchAccounts(union));
}

export function useAccount(accountId: string) {
  return useQuery({
    queryKey: ['account', accountId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/accounts/{accountId}', { params: { path: { accountId } }, signal })),
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

export function fetchEntries(kind: EntryKind | undefined): FetchPage<EntrySummary> {
  return (page, signal) => {
    const query = { ...page, ...(kind === undefined ? {} : { kind }) };
    return answerOf(api.GET('/api/v1/ledger/entries', { params: { query }, signal }));
  };
}

export function useEntries(kind: EntryKind | undefined) {
  return usePages(['entry', 'list', kind], fetchEntries(kind));
}

export function useEntry(entryId: string) {
  return useQuery({
    queryKey: ['entry', entryId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/ledger/entries/{entryId}', { params: { path: { entryId } }, signal })),
  });
}

export function useTrialBalance(isWanted: boolean) {
  return useQuery({
    queryKey: ['account', 'trialBalance'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/ledger/trial-balance', { signal })),
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
