import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';

type Schemas = components['schemas'];
export type BookkeepingMandate = Schemas['BookkeepingMandateView'];
export type BookkeepingUse = Schemas['BookkeepingUseView'];
export type Side = 'given' | 'taken';

interface Filter {
  readonly side: Side | undefined;
  readonly inForce: boolean;
}

export function useBookkeepingMandates({ side, inForce }: Filter) {
  return usePages<BookkeepingMandate>(['mandate', 'bookkeeping', side, inForce], (page, signal) => {
    const query = { ...page, ...(side === undefined ? {} : { side }), ...(inForce ? { inForce } : {}) };
    return answerOf(api.GET('/api/v1/bookkeeping-mandates', { params: { query }, signal }));
  });
}

export function fetchUses(mandateId: string): FetchPage<BookkeepingUse> {
  return (page, signal) =>
    answerOf(
      api.GET('/api/v1/bookkeeping-mandates/{mandateId}/uses', {
        params: { path: { mandateId }, query: page },
        signal,
      }),
    );
}

export function useUses(mandateId: string) {
  return usePages(['mandate', mandateId, 'bookkeepingUses'], fetchUses(mandateId));
}
