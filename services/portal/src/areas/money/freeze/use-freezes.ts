import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Freeze = Schemas['PartyFreezeView'];

const touches = ['partyFreeze', 'nettingRun', 'payment'];

export function fetchFreezes(held: boolean): FetchPage<Freeze> {
  return (page, signal) =>
    answerOf(api.GET('/api/v1/party-freezes', { params: { query: { ...page, held } }, signal }));
}

export function useFreezes(held: boolean) {
  return usePages(['partyFreeze', 'list', held], fetchFreezes(held));
}

export function useFreezeParty() {
  return useSubmit({
    send: (body: Schemas['FreezePartyRequest'], key) =>
      answerOf(api.POST('/api/v1/party-freezes', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

export function useReleaseParty(partyFreezeId: string, version: number) {
  return useDecision({
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/party-freezes/{partyFreezeId}/release', {
          params: { path: { partyFreezeId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
    touches,
  });
}
