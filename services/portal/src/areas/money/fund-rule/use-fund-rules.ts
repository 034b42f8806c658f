import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { FundRuleSet, SetState, SetWords } from './fund-rule-form.js';

type Schemas = components['schemas'];
export type Breach = Schemas['FundBreachView'];
export type Override = Schemas['FundRuleOverrideView'];
export type TrialBreach = Schemas['TrialBreachView'];
export type RuleCheck = Schemas['FundRuleCheckView'];

const touches = ['fundRuleSet'];

export interface SetFilters {
  readonly state?: SetState | undefined;
  readonly unionId?: string | undefined;
}

export function fetchSets({ state, unionId }: SetFilters): FetchPage<FundRuleSet> {
  return (page, signal) => {
    const query = {
      ...page,
      ...(state === undefined ? {} : { state }),
      ...(unionId === undefined ? {} : { unionId }),
    };
    return answerOf(api.GET('/api/v1/fund-rule-sets', { params: { query }, signal }));
  };
}

export function useFundRuleSets(filters: SetFilters) {
  return usePages(['fundRuleSet', 'list', filters], fetchSets(filters));
}

export function useFundRuleSet(setId: string) {
  return useQuery({
    queryKey: ['fundRuleSet', setId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/fund-rule-sets/{setId}', { params: { path: { setId } }, signal })),
  });
}

export function useCreateSet() {
  return useSubmit({
    send: (body: SetWords & { readonly unionId: string }, key) =>
      answerOf(api.POST('/api/v1/fund-rule-sets', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

export function useChangeSet(setId: string) {
  return useSubmit({
    send: ({ version, words }: { readonly version: number; readonly words: SetWords }, key) =>
      answerOf(
        api.PUT('/api/v1/fund-rule-sets/{setId}', {
          params: { path: { setId }, header: submitHeaders(key, version) },
          body: words,
        }),
      ),
    touches,
  });
}

/** @returns the mutation; its input is the version that was seen */
export function usePublishSet(setId: string) {
  return useDecision({
    send: (version: number, key) =>
      answerOf(
        api.POST('/api/v1/fund-rule-sets/{setId}/publish', {
          params: { path: { setId }, header: submitHeaders(key, version) },
        }),
      ),
    touches,
  });
}

export function useCopySet() {
  return useSubmit({
    send: (setId: string, key) =>
      answerOf(
        api.POST('/api/v1/fund-rule-sets/{setId}/copy', {
          params: { path: { setId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches,
  });
}

interface TrialPage {
  readonly setId: string;
  readonly year: number;
  readonly cursor?: string;
}

/** One page of a trial: it saves nothing, so it needs no key. */
export function fetchTrial({ setId, year, cursor }: TrialPage, signal: AbortSignal) {
  return answerOf(
    api.POST('/api/v1/fund-rule-sets/{setId}/trial', {
      params: { path: { setId } },
      body: { year, ...(cursor === undefined ? {} : { cursor }) },
      signal,
    }),
  );
}

/** What the rules say of a pool. It stands with the pool, so that whatever changes that has it asked for anew. */
export function useRuleCheck(costPoolId: string) {
  return useQuery({
    queryKey: ['costPool', costPoolId, 'fundRuleCheck'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/cost-pools/{costPoolId}/fund-rule-check', {
          params: { path: { costPoolId } },
          signal,
        }),
      ),
  });
}

export function useLiftRule(costPoolId: string, version: number) {
  return useDecision({
    send: (body: Schemas['LiftFundRuleBody'], key) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/fund-rule-overrides', {
          params: { path: { costPoolId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches: ['costPool'],
  });
}

export function useWithdrawOverride(costPoolId: string, version: number) {
  return useDecision({
    send: (overrideId: string, key) =>
      answerOf(
        api.POST('/api/v1/cost-pools/{costPoolId}/fund-rule-overrides/{overrideId}/withdraw', {
          params: { path: { costPoolId, overrideId }, header: submitHeaders(key, version) },
        }),
      ),
    touches: ['costPool'],
  });
}
