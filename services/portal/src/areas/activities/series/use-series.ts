import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Series = components['schemas']['ActivitySeriesView'];
export type Occurrence = Series['occurrences'][number];
export type SeriesLine = components['schemas']['SeriesLineView'];
export type SeriesRule = components['schemas']['SeriesRuleView'];
export type SeriesPreview = components['schemas']['SeriesPreviewView'];
export type SeriesWish = components['schemas']['CreateSeriesRequest'];
export type SeriesEnd = components['schemas']['ExtendSeriesBody'];
export type SeriesChanges = components['schemas']['SeriesChanges'];

export function useSeriesList(q: string) {
  return usePages<SeriesLine>(['activitySeries', 'list', q], (page, signal) =>
    answerOf(
      api.GET('/api/v1/activity-series', {
        params: { query: { ...page, ...(q === '' ? {} : { q }) } },
        signal,
      }),
    ),
  );
}

export function useSeries(seriesId: string) {
  return useQuery({
    queryKey: ['activitySeries', seriesId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/activity-series/{seriesId}', { params: { path: { seriesId } }, signal })),
  });
}

/** By what a series would go on. What was shown stays until the next answer is there. */
export function useExtensionPreview(seriesId: string, end: SeriesEnd | null) {
  return useQuery({
    queryKey: ['seriesPreview', seriesId, end],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/activity-series/{seriesId}/extend/preview', {
          params: { path: { seriesId } },
          body: end ?? {},
          signal,
        }),
      ),
    enabled: end !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useExtendSeries({ id: seriesId, version }: Series) {
  return useDecision({
    touches,
    send: (body: SeriesEnd, key) =>
      answerOf(
        api.POST('/api/v1/activity-series/{seriesId}/extend', {
          params: { path: { seriesId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

/** What a series would be. What was shown stays until the next answer is there. */
export function useSeriesPreview(wish: SeriesWish | null) {
  return useQuery({
    queryKey: ['seriesPreview', wish],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/api/v1/activity-series/preview', {
          body: wish ?? { activityId: '', rule: '' },
          signal,
        }),
      ),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

const touches = ['activitySeries', 'activity'];

export function useCreateSeries() {
  return useSubmit({
    touches,
    send: (body: SeriesWish, key) =>
      answerOf(api.POST('/api/v1/activity-series', { params: { header: { 'Idempotency-Key': key } }, body })),
  });
}

interface Following {
  readonly fromActivityId: string;
}

export function useEditSeries(seriesId: string) {
  return useSubmit({
    touches,
    send: ({ version, ...body }: Following & { version: number; changes: SeriesChanges }, key) =>
      answerOf(
        api.PATCH('/api/v1/activity-series/{seriesId}', {
          params: { path: { seriesId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

export function usePublishSeries({ id: seriesId, version }: Series) {
  return useDecision({
    touches,
    send: (body: Following, key) =>
      answerOf(
        api.POST('/api/v1/activity-series/{seriesId}/publish', {
          params: { path: { seriesId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

export function useCancelSeries({ id: seriesId, version }: Series) {
  return useDecision({
    touches,
    send: (body: Following & { reason: string }, key) =>
      answerOf(
        api.POST('/api/v1/activity-series/{seriesId}/cancel', {
          params: { path: { seriesId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}
