import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type AmountLimit = Schemas['AmountLimitView'];
export type OverdraftRule = Schemas['OverdraftRuleView'];
type NewLimit = Schemas['SetAmountLimitRequest'];
type NewRule = Pick<NewLimit, 'limit' | 'reason'>;

export function fetchLimits(union: string | undefined): FetchPage<AmountLimit> {
  return (page, signal) => {
    const query = { ...page, ...(union === undefined ? {} : { union }) };
    return answerOf(api.GET('/api/v1/ledger/amount-limits', { params: { query }, signal }));
  };
}

export function useLimits(union: string | undefined) {
  return usePages(['amountLimit', 'list', union], fetchLimits(union));
}

export function useSetLimit() {
  return useSubmit({
    send: (body: NewLimit, key) =>
      answerOf(
        api.POST('/api/v1/ledger/amount-limits', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
    touches: ['amountLimit'],
  });
}

export function useOverdraftRules(accountId: string) {
  return usePages<OverdraftRule>(['overdraftRule', accountId], (page, signal) =>
    answerOf(
      api.GET('/api/v1/accounts/{accountId}/overdraft-rules', {
        params: { path: { accountId }, query: page },
        signal,
      }),
    ),
  );
}

export function useSetOverdraft(accountId: string) {
  return useSubmit({
    send: (body: NewRule, key) =>
      answerOf(
        api.POST('/api/v1/accounts/{accountId}/overdraft-rules', {
          params: { path: { accountId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    touches: ['overdraftRule'],
  });
}
