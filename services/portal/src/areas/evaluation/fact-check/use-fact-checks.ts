import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type FactCheck = components['schemas']['FactCheckView'];

export interface Filter {
  readonly differing: boolean;
  readonly q: string;
}

export function fetchChecks({ differing, q }: Filter): FetchPage<FactCheck> {
  return (page, signal) => {
    const query = { ...page, ...(differing ? { differing } : {}), ...(q === '' ? {} : { q }) };
    return answerOf(api.GET('/api/v1/fact-checks', { params: { query }, signal }));
  };
}

export function useFactChecks(filter: Filter) {
  return usePages(['factCheck', filter], fetchChecks(filter));
}

export function useRepeat(activityId: string) {
  return useSubmit({
    send: (_nothing: undefined, key) =>
      answerOf(
        api.POST('/api/v1/fact-checks/{activityId}/repeat', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches: ['factCheck'],
  });
}
