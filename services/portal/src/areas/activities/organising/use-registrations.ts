import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type Seen, useDecision } from '../../../api/use-decision.js';
import type { FetchPage } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Line = components['schemas']['RegistrationLineView'];
export type Registration = components['schemas']['RegistrationView'];
type Companion = components['schemas']['CompanionDto'];

export const registrationStates = ['confirmed', 'waitlisted', 'held', 'cancelled', 'expired'] as const;
export type RegistrationState = (typeof registrationStates)[number];

export function registrationPages(activityId: string, state: RegistrationState | undefined): FetchPage<Line> {
  return (page, signal) =>
    answerOf(
      api.GET('/api/v1/activities/{activityId}/registrations', {
        params: { path: { activityId }, query: { ...page, ...(state === undefined ? {} : { state }) } },
        signal,
      }),
    );
}

export function useRegistration(registrationId: string) {
  return useQuery({
    queryKey: ['registration', 'one', registrationId],
    queryFn: () =>
      answerOf(api.GET('/api/v1/registrations/{registrationId}', { params: { path: { registrationId } } })),
  });
}

interface SignUp {
  readonly personIds: readonly string[];
  /** Why one person gets a seat beyond the capacity; for one alone. */
  readonly overrideReason: string | null;
}

const touches = ['registration', 'pool'];

/** One person, or a group in the order in which they are to get the seats. */
export function useRegisterOthers(activityId: string) {
  return useSubmit({
    touches,
    send: async ({ personIds, overrideReason }: SignUp, key): Promise<readonly Registration[]> => {
      const params = { path: { activityId }, header: { 'Idempotency-Key': key } };
      const [first] = personIds;
      if (personIds.length === 1 && first !== undefined) {
        const override = overrideReason === null ? null : { reason: overrideReason };
        const body = { personId: first, companions: [], override };
        return [await answerOf(api.POST('/api/v1/activities/{activityId}/registrations', { params, body }))];
      }
      const body = { personIds: [...personIds] };
      const path = '/api/v1/activities/{activityId}/registrations/group';
      return (await answerOf(api.POST(path, { params, body }))).items;
    },
  });
}

/** Takes back a whole registration, or some of its companions. */
export function useCancelOther({ id: registrationId, version }: Seen) {
  return useDecision({
    touches,
    send: (companions: number | null, key) =>
      answerOf(
        api.POST('/api/v1/registrations/{registrationId}/cancel', {
          params: { path: { registrationId }, header: submitHeaders(key, version) },
          body: companions === null ? {} : { companions },
        }),
      ),
  });
}

/** Gives a free seat to who waits; a reason where others are ahead. */
export function usePromote({ id: registrationId, version }: Seen) {
  return useDecision({
    touches,
    send: (reason: string | null, key) =>
      answerOf(
        api.POST('/api/v1/registrations/{registrationId}/promote', {
          params: { path: { registrationId }, header: submitHeaders(key, version) },
          body: reason === null ? {} : { reason },
        }),
      ),
  });
}

export function useAddCompanion(registrationId: string) {
  return useSubmit({
    touches,
    send: (
      { companion, guardianConsent }: { readonly companion: Companion; readonly guardianConsent: boolean },
      key,
    ) =>
      answerOf(
        api.POST('/api/v1/registrations/{registrationId}/companions', {
          params: { path: { registrationId }, header: { 'Idempotency-Key': key } },
          body: { companions: [companion], guardianConsent },
        }),
      ),
  });
}
