import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { type Seen, useDecision } from '../../../api/use-decision.js';
import { type FetchPage, usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type MyNoShow = components['schemas']['MyNoShowView'];
export type NoShow = components['schemas']['NoShowLineView'];
export type NoShowCount = components['schemas']['NoShowCountView'];

export const noShowStates = ['counted', 'appealed', 'excused', 'upheld', 'attended'] as const;
export type NoShowState = (typeof noShowStates)[number];

/** A no-show that blocks nobody any more lets him sign up: what the activities say of him changes with it. */
const touches = ['noShow', 'activity'];

export function useMyNoShows() {
  return usePages<MyNoShow>(['noShow', 'mine'], (query, signal) =>
    answerOf(api.GET('/api/v1/me/no-shows', { params: { query }, signal })),
  );
}

export function noShowPages(activityId: string, state: NoShowState | undefined): FetchPage<NoShow> {
  return (page, signal) =>
    answerOf(
      api.GET('/api/v1/activities/{activityId}/no-shows', {
        params: { path: { activityId }, query: { ...page, ...(state === undefined ? {} : { state }) } },
        signal,
      }),
    );
}

/** The closed activities of a union, the latest first. */
export function useNoShowCounts(unionId: string) {
  return usePages<NoShowCount>(['noShow', 'counts', unionId], (query, signal) =>
    answerOf(api.GET('/api/v1/unions/{unionId}/no-shows', { params: { path: { unionId }, query }, signal })),
  );
}

export function useAppeal(noShowId: string) {
  return useSubmit({
    touches,
    send: (text: string, key) =>
      answerOf(
        api.POST('/api/v1/me/no-shows/{noShowId}/appeal', {
          params: { path: { noShowId }, header: { 'Idempotency-Key': key } },
          body: { text },
        }),
      ),
  });
}

export function useDecide({ id: noShowId, version }: Seen) {
  return useDecision({
    touches,
    send: (body: { readonly excused: boolean; readonly reason: string }, key) =>
      answerOf(
        api.POST('/api/v1/no-shows/{noShowId}/decision', {
          params: { path: { noShowId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}
