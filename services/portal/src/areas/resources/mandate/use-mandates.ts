import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type Seen, useDecision } from '../../../api/use-decision.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Mandate = Schemas['MandateView'];
export type Side = NonNullable<Mandate['revokedBy']>;
const touches = ['mandate'];

export function useMandates(side: Side | undefined) {
  return usePages(['mandate', 'list', side], (page, signal) => {
    const query = { ...page, ...(side === undefined ? {} : { side }) };
    return answerOf(api.GET('/api/v1/mandates', { params: { query }, signal }));
  });
}

/** When somebody acted by it. */
export function useMandateUses(mandateId: string) {
  return usePages(['mandate', mandateId, 'uses'], (page, signal) =>
    answerOf(
      api.GET('/api/v1/mandates/{mandateId}/uses', { params: { path: { mandateId }, query: page }, signal }),
    ),
  );
}

export function useGiveMandate() {
  return useSubmit({
    send: (body: Schemas['GiveMandateRequest'], key) =>
      answerOf(api.POST('/api/v1/mandates', { params: { header: { 'Idempotency-Key': key } }, body })),
    touches,
  });
}

export function useEndMandate({ id: mandateId, version }: Seen) {
  return useDecision({
    send: (_nothing: undefined, key) =>
      answerOf(
        api.POST('/api/v1/mandates/{mandateId}/revoke', {
          params: { path: { mandateId }, header: submitHeaders(key, version) },
          body: {},
        }),
      ),
    touches,
  });
}
