import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type Seen, useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Agreement = components['schemas']['AgreementView'];
export type AgreementTerms = Agreement['terms'];
export type ProposeAgreement = components['schemas']['ProposeAgreementBody'];
type Party = components['schemas']['PartyDto'];

/** The verdict comes mostly within a second, and a hint with it; somebody waits for it, so a lost hint is made up for. */
const verdictMs = 5_000;
const versionsMax = 100;

/** The versions of an activity's agreement, the newest first. */
export function useAgreements(activityId: string) {
  return useQuery({
    queryKey: ['agreement', activityId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/agreements', {
          params: { path: { activityId }, query: { limit: versionsMax } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => waitMsOf(state.data?.items ?? []),
  });
}

export function latestOf(versions: readonly Agreement[]): Agreement | undefined {
  return [...versions].sort((left, right) => right.versionNumber - left.versionNumber)[0];
}

function waitMsOf(versions: readonly Agreement[]): number | false {
  return versions.some(({ state, overdue }) => state === 'checking' && !overdue) ? verdictMs : false;
}

const touches = ['agreement', 'activity'];

export function usePropose(activityId: string) {
  return useSubmit({
    touches,
    send: (body: ProposeAgreement, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/agreements', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

interface Signature {
  readonly hash: string;
  readonly party: Party | null;
}

export function useSign(agreementId: string) {
  return useSubmit({
    touches,
    send: (body: Signature, key) =>
      answerOf(
        api.POST('/api/v1/agreements/{agreementId}/sign', {
          params: { path: { agreementId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useWithdrawAgreement({ id: agreementId, version }: Seen) {
  return useDecision({
    touches,
    send: (_nothing: null, key) =>
      answerOf(
        api.POST('/api/v1/agreements/{agreementId}/withdraw', {
          params: { path: { agreementId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}
