import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import { readOf } from '../../../api/use-read.js';
import { useSubmit } from '../../../api/use-submit.js';
import { keepSeatsAnew } from '../kept-seats/kept-seats.js';
import type { RegistrationView, SignUp } from './registration.model.js';

/** The latest come first; the active one is among them, however often somebody has signed up and cancelled before. */
const registrationsMax = 10;

const myKey = (activityId: string) => ['registration', 'mine', { activityId }];

/** My registration in an activity, with its place and its code; null where I have none. */
export function useMyRegistration(activityId: string) {
  return useQuery({
    queryKey: myKey(activityId),
    queryFn: async ({ signal }): Promise<RegistrationView | null> => {
      const registrationId = await findMine(activityId, signal);
      if (registrationId === null) return null;
      return request('get', '/registrations/{registrationId}', { registrationId }, { signal });
    },
  });
}

/** One at most is not cancelled. */
async function findMine(activityId: string, signal: AbortSignal): Promise<string | null> {
  const query = { activityId, limit: registrationsMax };
  const { items } = await request('get', '/me/registrations', query, { signal });
  return items.find(({ state }) => state !== 'cancelled')?.id ?? null;
}

export function useSignUp(activityId: string) {
  return useSettling(activityId, (body: SignUp, key) =>
    request('post', '/activities/{activityId}/registrations', { activityId, body }, { key }),
  );
}

export function useCancelRegistration(activityId: string) {
  return useSettling(activityId, async ({ id: registrationId, version }: RegistrationView, key) => {
    const path = '/registrations/{registrationId}/cancel';
    await request('post', path, { registrationId, version, body: {} }, { key });
    return null;
  });
}

export function useAcceptOffer(activityId: string) {
  return useSettling(activityId, ({ id: registrationId }: RegistrationView, key) =>
    request('post', '/registrations/{registrationId}/accept-offer', { registrationId }, { key }),
  );
}

/** Shows the answer at once: in a rush, reading the registration again would triple the load. Only the seats are read again. */
function useSettling<Input>(
  activityId: string,
  send: (input: Input, key: string) => Promise<RegistrationView | null>,
) {
  const queryClient = useQueryClient();
  return useSubmit({
    touches: [],
    send: async (input: Input, key) => {
      const registration = await send(input, key);
      queryClient.setQueryData(myKey(activityId), registration);
      const { queryKey } = readOf('pool', '/activities/{activityId}/pools', { activityId });
      void queryClient.invalidateQueries({ queryKey });
      void keepSeatsAnew();
    },
  });
}
