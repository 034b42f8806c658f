import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../../../api/request.js';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';

export type Series = components['schemas']['ActivitySeriesView'];
export type SeriesPreview = components['schemas']['SeriesPreviewView'];
export type SeriesWish = components['schemas']['CreateSeriesRequest'];
export type SeriesEnd = components['schemas']['ExtendSeriesBody'];

/** @param seriesId null where the activity belongs to no series */
export function useSeries(seriesId: string | null) {
  return useRead(
    'activitySeries',
    '/activity-series/{seriesId}',
    seriesId === null ? undefined : { seriesId },
  );
}

/** The days that an extension would add. The last preview stays until the next one arrives. */
export function useExtensionPreview(seriesId: string, end: SeriesEnd | null) {
  const path = '/activity-series/{seriesId}/extend/preview';
  return useQuery({
    queryKey: ['seriesPreview', path, { seriesId, end }],
    queryFn: ({ signal }) => request('post', path, { seriesId, body: end ?? {} }, { signal }),
    enabled: end !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** The days of a series before it is created. The last preview stays until the next one arrives. */
export function useSeriesPreview(wish: SeriesWish | null) {
  const path = '/activity-series/preview';
  return useQuery({
    queryKey: ['seriesPreview', path, wish],
    queryFn: ({ signal }) =>
      request('post', path, { body: wish ?? { activityId: '', rule: '' } }, { signal }),
    enabled: wish !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
