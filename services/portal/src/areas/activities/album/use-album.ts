import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useDecision } from '../../../api/use-decision.js';
import { useSubmit } from '../../../api/use-submit.js';

export type AlbumPicture = components['schemas']['AlbumPictureView'];
export type AlbumState = AlbumPicture['state'];
export type PublicAlbumPicture = components['schemas']['PublicAlbumPictureView'];
export type ReportReason = components['schemas']['ReportAlbumPictureBody']['reason'];
type NewPicture = components['schemas']['AddAlbumPictureBody'];

const touches = ['albumPicture'];
const route = '/api/v1/activities/{activityId}/album-pictures';
const pageSize = 24;

/** An album page by page, with what the reader may do in it, as the first page says. */
export function useAlbum(activityId: string, state: AlbumState | undefined) {
  const query = useInfiniteQuery({
    queryKey: ['albumPicture', activityId, state ?? 'all'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET(route, {
          params: {
            path: { activityId },
            query: {
              limit: pageSize,
              ...(state === undefined ? {} : { state }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
  return { ...query, head: query.data?.pages[0], items: query.data?.pages.flatMap((page) => page.items) };
}

/** What its hosts show to anybody. */
export function usePublicAlbum(activityId: string) {
  return useQuery({
    queryKey: ['albumPicture', activityId, 'public'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/public/activities/{activityId}/album-pictures', {
          params: { path: { activityId } },
          signal,
        }),
      ),
  });
}

export function useAddAlbumPicture(activityId: string) {
  return useSubmit({
    touches,
    send: (body: NewPicture, key) =>
      answerOf(
        api.POST(route, { params: { path: { activityId }, header: { 'Idempotency-Key': key } }, body }),
      ),
  });
}

const addressOf = (activityId: string, pictureId: string, key: string) => ({
  path: { activityId, pictureId },
  header: { 'Idempotency-Key': key },
});

export function useApprovePicture(activityId: string, { id: pictureId, version }: AlbumPicture) {
  return useDecision({
    touches,
    send: (_nothing: null, key) =>
      answerOf(
        api.POST(`${route}/{pictureId}/approve`, {
          params: { path: { activityId, pictureId }, header: submitHeaders(key, version) },
        }),
      ),
  });
}

export function useSharePicture(activityId: string, pictureId: string) {
  return useSubmit({
    touches,
    send: (isPublic: boolean, key) =>
      answerOf(
        api.PATCH(`${route}/{pictureId}`, {
          params: addressOf(activityId, pictureId, key),
          body: { isPublic },
        }),
      ),
  });
}

export function useHidePicture(activityId: string, { id: pictureId, version }: AlbumPicture) {
  return useDecision({
    touches,
    send: (reason: string, key) =>
      answerOf(
        api.POST(`${route}/{pictureId}/hide`, {
          params: { path: { activityId, pictureId }, header: submitHeaders(key, version) },
          body: { reason },
        }),
      ),
  });
}

export function useReportPicture(activityId: string, pictureId: string) {
  return useSubmit({
    touches,
    send: (reason: ReportReason, key) =>
      answerOf(
        api.POST(`${route}/{pictureId}/report`, {
          params: addressOf(activityId, pictureId, key),
          body: { reason },
        }),
      ),
  });
}

export function useWithdrawPicture(activityId: string, pictureId: string) {
  return useSubmit({
    touches,
    send: (_nothing: null, key) =>
      answerOf(api.DELETE(`${route}/{pictureId}`, { params: addressOf(activityId, pictureId, key) })),
  });
}
