import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type CalendarFeed = components['schemas']['CalendarFeedView'];
export type MadeCalendarFeed = components['schemas']['CreatedCalendarFeedView'];
type NewCalendarFeed = components['schemas']['CreateCalendarFeedRequest'];

export function useCalendarFeeds() {
  return usePages(['calendarFeed', 'list'], (page, signal) =>
    answerOf(api.GET('/api/v1/me/calendar-feeds', { params: { query: page }, signal })),
  );
}

export function useMakeCalendarFeed() {
  return useSubmit({
    touches: ['calendarFeed'],
    send: (body: NewCalendarFeed, key) =>
      answerOf(
        api.POST('/api/v1/me/calendar-feeds', { params: { header: { 'Idempotency-Key': key } }, body }),
      ),
  });
}

export function useRevokeCalendarFeed() {
  return useSubmit({
    touches: ['calendarFeed'],
    send: (calendarFeedId: string, key) =>
      answerOf(
        api.DELETE('/api/v1/me/calendar-feeds/{calendarFeedId}', {
          params: { path: { calendarFeedId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}
