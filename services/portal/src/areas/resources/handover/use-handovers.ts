import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { SubmitKey } from '../../../api/submit-key.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';
import { newUuid } from '../../../api/new-uuid.js';
import type { Damage, Extension, Handover, HandoverItem } from './handover-desk.js';

type Money = components['schemas']['Money'];

/** All that belongs to a loan changes with it. */
const touches = ['loan', 'statement', 'entry'];

export function useHandovers(loanId: string) {
  return useQuery({
    queryKey: ['loan', loanId, 'handovers'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/loans/{loanId}/handovers', { params: { path: { loanId } }, signal })),
  });
}

export function useDamages(loanId: string) {
  return useQuery({
    queryKey: ['loan', loanId, 'damages'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/loans/{loanId}/damages', { params: { path: { loanId } }, signal })),
  });
}

export function useExtensions(loanId: string) {
  return useQuery({
    queryKey: ['loan', loanId, 'extension-requests'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/loans/{loanId}/extension-requests', { params: { path: { loanId } }, signal }),
      ),
  });
}

/** One handover; its own id makes it once, so that it is the key as well. */
export function sendHandover(loanId: string, item: HandoverItem) {
  const params = { path: { loanId }, header: { 'Idempotency-Key': item.operationId } };
  return answerOf(api.POST('/api/v1/loans/{loanId}/handovers', { params, body: item }));
}

export function useRecordHandover(loanId: string) {
  const ids = useRef(new SubmitKey(newUuid));
  return useSubmit({
    send: async (body: Omit<HandoverItem, 'operationId'>) => {
      const operationId = ids.current.for(body);
      try {
        const view = await sendHandover(loanId, { ...body, operationId });
        ids.current.succeeded();
        return view;
      } catch (error) {
        ids.current.failed(error);
        throw error;
      }
    },
    touches: [...touches, 'resource'],
  });
}

export type HandoverAnswer =
  { readonly act: 'confirm' } | { readonly act: 'dispute'; readonly words: string };

export function useAnswerHandover({ loanId, id: handoverId, version }: Handover) {
  const path = { loanId, handoverId };
  return useDecision({
    send: (answer: HandoverAnswer, key) => {
      const params = { path, header: submitHeaders(key, version) };
      if (answer.act === 'confirm') {
        return answerOf(api.POST('/api/v1/loans/{loanId}/handovers/{handoverId}/confirm', { params }));
      }
      const body = { words: answer.words };
      return answerOf(api.POST('/api/v1/loans/{loanId}/handovers/{handoverId}/dispute', { params, body }));
    },
    touches: [...touches, 'resource'],
  });
}

export function useAddHandoverPicture(loanId: string, handoverId: string) {
  return useSubmit({
    send: (fileKey: string, key) =>
      answerOf(
        api.POST('/api/v1/loans/{loanId}/handovers/{handoverId}/pictures', {
          params: { path: { loanId, handoverId }, header: { 'Idempotency-Key': key } },
          body: { fileKey },
        }),
      ),
    touches: ['loan'],
  });
}

/** What is done about a damage, with what it needs to be told. */
export type DamageStep =
  | { readonly act: 'accept' }
  | { readonly act: 'dispute' | 'withdraw'; readonly reason: string }
  | { readonly act: 'decide'; readonly reason: string; readonly amount: Money };

export function useDamageStep({ loanId, id: damageId, version }: Damage) {
  return useDecision({
    send: (step: DamageStep, key) => {
      const params = { path: { loanId, damageId }, header: submitHeaders(key, version) };
      switch (step.act) {
        case 'accept':
          return answerOf(api.POST('/api/v1/loans/{loanId}/damages/{damageId}/accept', { params }));
        case 'dispute': {
          const body = { reason: step.reason };
          return answerOf(api.POST('/api/v1/loans/{loanId}/damages/{damageId}/dispute', { params, body }));
        }
        case 'withdraw': {
          const body = { reason: step.reason };
          return answerOf(api.POST('/api/v1/loans/{loanId}/damages/{damageId}/withdraw', { params, body }));
        }
        case 'decide': {
          const body = { reason: step.reason, amount: step.amount };
          return answerOf(api.POST('/api/v1/loans/{loanId}/damages/{damageId}/decide', { params, body }));
        }
      }
    },
    touches,
  });
}

export function useAskExtension(loanId: string) {
  return useSubmit({
    send: (body: { readonly endsAt: string; readonly reason: string | null }, key) =>
      answerOf(
        api.POST('/api/v1/loans/{loanId}/extension-requests', {
          params: { path: { loanId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    touches: [...touches, 'resource'],
  });
}

export type ExtensionStep =
  { readonly act: 'approve' | 'withdraw' } | { readonly act: 'refuse'; readonly reason: string };

export function useExtensionStep({ loanId, id: extensionRequestId, version }: Extension) {
  const path = { loanId, extensionRequestId };
  return useDecision({
    send: (step: ExtensionStep, key) => {
      const params = { path, header: submitHeaders(key, version) };
      const base = '/api/v1/loans/{loanId}/extension-requests/{extensionRequestId}' as const;
      if (step.act === 'refuse') {
        return answerOf(api.POST(`${base}/refuse`, { params, body: { reason: step.reason } }));
      }
      return answerOf(api.POST(step.act === 'approve' ? `${base}/approve` : `${base}/withdraw`, { params }));
    },
    touches: [...touches, 'resource'],
  });
}
