import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type Closure = Schemas['ClosureView'];
export type ClosureState = Closure['state'];
export type EndedParty = Schemas['EndedPartyView'];
type Proposal = Schemas['ProposeClosureRequest'];

export const closureStates = ['proposed', 'closed', 'withdrawn'] as const satisfies ClosureState[];

export function fetchClosures(state: ClosureState | undefined): FetchPage<Closure> {
  return (page, signal) => {
    const query = { ...page, ...(state === undefined ? {} : { state }) };
    return answerOf(api.GET('/api/v1/account-closures', { params: { query }, signal }));
  };
}

export function useClosures(state: ClosureState | undefined) {
  return usePages(['accountClosure', 'list', state], fetchClosures(state));
}

export function useEndedParties() {
  return usePages<EndedParty>(['accountClosure', 'ended'], (page, signal) =>
    answerOf(api.GET('/api/v1/ledger/accounts-to-close', { params: { query: page }, signal })),
  );
}

const touches = ['accountClosure', 'account', 'entry', 'statement'];

export function useProposeClosure() {
  return useSubmit({
    send: (body: Proposal, key) =>
      answerOf(
        api.POST('/api/v1/account-closures', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
    touches,
  });
}

export function useDecideClosure(closureId: string, version: number) {
  return useDecision({
    send: (decision: 'approve' | 'withdraw', key) => {
      const params = { path: { closureId }, header: submitHeaders(key, version) };
      return answerOf(
        decision === 'approve'
          ? api.POST('/api/v1/account-closures/{closureId}/approve', { params })
          : api.POST('/api/v1/account-closures/{closureId}/withdraw', { params }),
      );
    },
    touches,
  });
}
