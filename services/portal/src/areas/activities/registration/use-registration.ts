import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import { queryKeys } from '../../../api/query-keys.js';
import { SubmitKey } from '../../../api/submit-key.js';
import { keepSeatsAnew } from '../kept-seats/kept-seats.js';
import type { RegistrationView, SignUp } from './registration.model.js';

/** The latest come first; the living one is among them however often somebody has changed his mind before. */
const registrationsMax = 10;

/** My registration in an activity, with its place and its code; null where I have none. */
export function useMyRegistration(activityId: string) {
  return useQuery({
    queryKey: queryKeys.myRegistration(activityId),
    queryFn: async (): Promise<RegistrationView | null> => {
      const registrationId = await findMine(activityId);
      if (registrationId === null) return null;
      return answerOf(
        api.GET('/api/v1/registrations/{registrationId}', { params: { path: { registrationId } } }),
      );
    },
  });
}

/** One at most is not cancelled. */
async function findMine(activityId: string): Promise<string | null> {
  const query = { activityId, limit: registrationsMax };
  const { items } = await answerOf(api.GET('/api/v1/me/registrations', { params: { query } }));
  return items.find(({ state }) => state !== 'cancelled')?.id ?? null;
}

export function useSignUp(activityId: string) {
  const settle = useSettle(activityId);
  const submitKey = useRef(new SubmitKey());
  return useMutation({
    mutationFn: (signUp: SignUp) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/registrations', {
          params: {
            path: { activityId },
            header: { 'Idempotency-Key': submitKey.current.for(signUp) },
          },
          body: signUp,
        }),
      ),
    onSuccess: (registration) => {
      submitKey.current.succeeded();
      settle(registration);
    },
    onError: (error) => submitKey.current.failed(error),
  });
}

export function useCancelRegistration(activityId: string) {
  const settle = useSettle(activityId);
  const submitKey = useRef(new SubmitKey());
  return useMutation({
    mutationFn: ({ id, version }: RegistrationView) =>
      answerOf(
        api.POST('/api/v1/registrations/{registrationId}/cancel', {
          params: {
            path: { registrationId: id },
            header: submitHeaders(submitKey.current.for({ id, version }), version),
          },
          body: {},
        }),
      ),
    onSuccess: () => {
      submitKey.current.succeeded();
      settle(null);
    },
    onError: (error) => submitKey.current.failed(error),
  });
}

export function useAcceptOffer(activityId: string) {
  const settle = useSettle(activityId);
  const submitKey = useRef(new SubmitKey());
  return useMutation({
    mutationFn: ({ id }: RegistrationView) =>
      answerOf(
        api.POST('/api/v1/registrations/{registrationId}/accept-offer', {
          params: {
            path: { registrationId: id },
            header: { 'Idempotency-Key': submitKey.current.for({ id }) },
          },
        }),
      ),
    onSuccess: (registration) => {
      submitKey.current.succeeded();
      settle(registration);
    },
    onError: (error) => submitKey.current.failed(error),
  });
}

/** Shows the new state at once, and has the seats asked for anew. */
function useSettle(activityId: string) {
  const queryClient = useQueryClient();
  return (registration: RegistrationView | null): void => {
    queryClient.setQueryData(queryKeys.myRegistration(activityId), registration);
    void queryClient.invalidateQueries({ queryKey: queryKeys.pools(activityId) });
    void keepSeatsAnew();
  };
}
