import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Reminders = components['schemas']['RemindersView'];
export type Reminder = components['schemas']['ReminderDto'];
export type Wish = components['schemas']['ReminderWishView'];

/** Below its activity: whatever moves that has them asked for anew. */
export function useReminders(activityId: string) {
  return useQuery({
    queryKey: ['activity', activityId, 'reminders'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/reminders', { params: { path: { activityId } }, signal }),
      ),
  });
}

interface Choice {
  readonly version: number;
  readonly items: Reminder[];
}

export function useSetReminders(activityId: string) {
  return useSubmit({
    touches: ['activity'],
    send: ({ version, items }: Choice, key) =>
      answerOf(
        api.PUT('/api/v1/activities/{activityId}/reminders', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
          body: { items },
        }),
      ),
  });
}

/** The pool that is yet to open for me, if there is one. */
export function useReminderWish(activityId: string) {
  return useQuery({
    queryKey: ['pool', activityId, 'remind-me'],
    queryFn: async ({ signal }) => {
      const params = { path: { activityId } };
      const { items } = await answerOf(
        api.GET('/api/v1/activities/{activityId}/remind-me', { params, signal }),
      );
      return items[0] ?? null;
    },
  });
}

export function useChangeWish({ activityId, poolId }: Wish) {
  return useSubmit({
    touches: ['pool'],
    send: async (isWanted: boolean, key) => {
      const params = { path: { activityId, poolId }, header: { 'Idempotency-Key': key } };
      const path = '/api/v1/activities/{activityId}/pools/{poolId}/remind-me';
      if (isWanted) await answerOf(api.POST(path, { params }));
      else await answerOf(api.DELETE(path, { params }));
    },
  });
}
