import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Message = components['schemas']['MessageView'];
export type MessageFilter = components['schemas']['MessageFilter'];
type NewMessage = components['schemas']['SendMessageBody'];

const touches = ['message'];

export function useMessages(activityId: string) {
  return usePages(['message', activityId], (page, signal) =>
    answerOf(
      api.GET('/api/v1/activities/{activityId}/messages', {
        params: { path: { activityId }, query: page },
        signal,
      }),
    ),
  );
}

/** How many a message would reach. It is asked whenever the choice changes, and saves nothing. */
export function useRecipients(activityId: string, filter: MessageFilter) {
  return useQuery({
    queryKey: ['registration', 'recipients', activityId, filter],
    queryFn: async ({ signal }) => {
      const body = { filter };
      const params = { path: { activityId } };
      const path = '/api/v1/activities/{activityId}/messages/preview';
      return (await answerOf(api.POST(path, { params, body, signal }))).recipients;
    },
  });
}

export function useSendMessage(activityId: string) {
  return useSubmit({
    touches,
    send: (body: NewMessage, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/messages', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useWithdrawMessage({ activityId, id: messageId }: Message) {
  return useSubmit({
    touches,
    send: (_nothing: null, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/messages/{messageId}/withdraw', {
          params: { path: { activityId, messageId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}
