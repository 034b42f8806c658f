import { useMutation, useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Picture = components['schemas']['PictureView'];
export type Pictures = components['schemas']['PicturesView'];
type NewPicture = components['schemas']['AddPictureBody'];
type Words = components['schemas']['EditPictureBody'];

const touches = ['activityPicture', 'activity'];
const route = '/api/v1/activities/{activityId}/pictures';

/** What anybody may see, so that the answer can be kept on the way. */
export function usePublicPictures(activityId: string) {
  return useQuery({
    queryKey: ['activityPicture', activityId, 'public'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/public/activities/{activityId}/pictures', {
          params: { path: { activityId } },
          signal,
        }),
      ),
  });
}

export function usePictures(activityId: string) {
  return useQuery({
    queryKey: ['activityPicture', activityId],
    queryFn: ({ signal }) => answerOf(api.GET(route, { params: { path: { activityId } }, signal })),
  });
}

export function useAddPicture(activityId: string) {
  return useSubmit({
    touches,
    send: (body: NewPicture, key) =>
      answerOf(
        api.POST(route, { params: { path: { activityId }, header: { 'Idempotency-Key': key } }, body }),
      ),
  });
}

interface Arrangement {
  readonly pictureIds: string[];
  readonly coverId: string | null;
}

export function useArrangePictures(activityId: string) {
  return useSubmit({
    touches,
    send: ({ pictureIds, coverId }: Arrangement, key) =>
      answerOf(
        api.PUT(route, {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body: { pictureIds, ...(coverId === null ? {} : { coverId }) },
        }),
      ),
  });
}

export function useEditPicture(activityId: string, pictureId: string) {
  return useSubmit({
    touches,
    send: (body: Words, key) =>
      answerOf(
        api.PATCH(`${route}/{pictureId}`, {
          params: { path: { activityId, pictureId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useRemovePicture(activityId: string) {
  return useSubmit({
    touches,
    send: (pictureId: string, key) =>
      answerOf(
        api.DELETE(`${route}/{pictureId}`, {
          params: { path: { activityId, pictureId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

export function useRestorePicture(activityId: string) {
  return useSubmit({
    touches,
    send: (pictureId: string, key) =>
      answerOf(
        api.POST(`${route}/{pictureId}/restore`, {
          params: { path: { activityId, pictureId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

/** How a description will look: made by the code that shows it later. */
export function usePreviewMarkdown() {
  return useMutation({
    mutationFn: (text: string) => answerOf(api.POST('/api/v1/previews/markdown', { body: { text } })),
  });
}
