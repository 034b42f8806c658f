import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

export type JudgementRound = components['schemas']['JudgementRoundView'];
export type Judge = components['schemas']['JudgeView'];
export type InvitedJudge = components['schemas']['InvitedJudgeView'];
export type RoundResult = components['schemas']['JudgementRoundResultView'];
export type NewRound = components['schemas']['CreateJudgementRoundRequest'];

const noun = 'judgementRound';

export function useJudgementRounds(indicatorSystemId: string) {
  return usePages<JudgementRound>([noun, 'of', indicatorSystemId], (page, signal) =>
    answerOf(
      api.GET('/api/v1/judgement-rounds', { params: { query: { ...page, indicatorSystemId } }, signal }),
    ),
  );
}

export function useJudgementRound(judgementRoundId: string) {
  return useQuery({
    queryKey: [noun, judgementRoundId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/judgement-rounds/{judgementRoundId}', {
          params: { path: { judgementRoundId } },
          signal,
        }),
      ),
  });
}

/** What the judges say, one by one and together. */
export function useRoundResult(judgementRoundId: string) {
  return useQuery({
    queryKey: [noun, 'result', judgementRoundId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/judgement-rounds/{judgementRoundId}/result', {
          params: { path: { judgementRoundId } },
          signal,
        }),
      ),
  });
}

export function useCreateRound() {
  return useSubmit({
    send: (body: NewRound, key) =>
      answerOf(
        api.POST('/api/v1/judgement-rounds', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
    touches: [noun],
  });
}

export function useInvite(judgementRoundId: string) {
  return useSubmit({
    send: (body: { readonly name: string }, key) =>
      answerOf(
        api.POST('/api/v1/judgement-rounds/{judgementRoundId}/judges', {
          params: { path: { judgementRoundId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    touches: [noun],
  });
}

export function useRevoke(judgementRoundId: string) {
  return useSubmit({
    send: ({ judgeId }: { readonly judgeId: string }, key) =>
      answerOf(
        api.POST('/api/v1/judgement-rounds/{judgementRoundId}/judges/{judgeId}/revoke', {
          params: { path: { judgementRoundId, judgeId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches: [noun],
  });
}

export function useRenew(judgementRoundId: string) {
  return useSubmit({
    send: ({ judgeId }: { readonly judgeId: string }, key) =>
      answerOf(
        api.POST('/api/v1/judgement-rounds/{judgementRoundId}/judges/{judgeId}/renew', {
          params: { path: { judgementRoundId, judgeId }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches: [noun],
  });
}

/** Gives the judges more time, or less. */
export function useMoveRound({ id: judgementRoundId, version }: JudgementRound) {
  return useSubmit({
    send: (body: { readonly closesAt: string }, key) =>
      answerOf(
        api.PATCH('/api/v1/judgement-rounds/{judgementRoundId}', {
          params: { path: { judgementRoundId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
    touches: [noun],
  });
}

export function useCloseRound() {
  return useDecision({
    send: ({ id, version }: Pick<JudgementRound, 'id' | 'version'>, key) =>
      answerOf(
        api.POST('/api/v1/judgement-rounds/{judgementRoundId}/close', {
          params: { path: { judgementRoundId: id }, header: submitHeaders(key, version) },
        }),
      ),
    touches: [noun],
  });
}

export function useWeighByRound() {
  return useSubmit({
    send: ({ id }: { readonly id: string }, key) =>
      answerOf(
        api.POST('/api/v1/judgement-rounds/{judgementRoundId}/weight-versions', {
          params: { path: { judgementRoundId: id }, header: { 'Idempotency-Key': key } },
          body: {},
        }),
      ),
    touches: ['weightVersion'],
  });
}
