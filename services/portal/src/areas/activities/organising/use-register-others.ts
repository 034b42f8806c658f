import { request } from '../../../api/request.js';
import { useSubmit } from '../../../api/use-submit.js';
import type { RegistrationView } from '../registration/registration.model.js';

interface SignUp {
  readonly personIds: readonly string[];
  /** Why one person gets a seat beyond the capacity; for one alone. */
  readonly overrideReason: string | null;
}

/** One person, or a group in the order in which they are to get the seats. */
export function useRegisterOthers(activityId: string) {
  return useSubmit({
    touches: ['registration'],
    send: async ({ personIds, overrideReason }: SignUp, key): Promise<readonly RegistrationView[]> => {
      const [personId] = personIds;
      if (personIds.length === 1 && personId !== undefined) {
        const override = overrideReason === null ? null : { reason: overrideReason };
        const body = { personId, companions: [], override };
        return [
          await request('post', '/activities/{activityId}/registrations', { activityId, body }, { key }),
        ];
      }
      const body = { personIds: [...personIds] };
      const path = '/activities/{activityId}/registrations/group';
      return (await request('post', path, { activityId, body }, { key })).items;
    },
  });
}
