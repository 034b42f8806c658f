import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useSubmit } from '../../../api/use-submit.js';

type Schemas = components['schemas'];
export type ResourcePictures = Schemas['ResourcePicturesView'];
export type ResourcePicture = ResourcePictures['items'][number];

const touches = ['resource'];
const route = '/api/v1/resources/{resourceId}/pictures';

export function useResourcePictures(resourceId: string) {
  return useQuery({
    queryKey: ['resource', resourceId, 'pictures'],
    queryFn: ({ signal }) => answerOf(api.GET(route, { params: { path: { resourceId } }, signal })),
  });
}

export function useAddResourcePicture(resourceId: string) {
  return useSubmit({
    touches,
    send: (body: Schemas['AddResourcePictureBody'], key) =>
      answerOf(
        api.POST(route, { params: { path: { resourceId }, header: { 'Idempotency-Key': key } }, body }),
      ),
  });
}

export function useArrangeResourcePictures(resourceId: string) {
  return useSubmit({
    touches,
    send: (pictureIds: string[], key) =>
      answerOf(
        api.PUT(route, {
          params: { path: { resourceId }, header: { 'Idempotency-Key': key } },
          body: { pictureIds },
        }),
      ),
  });
}

export function useEditResourcePicture(resourceId: string, pictureId: string) {
  return useSubmit({
    touches,
    send: (body: Schemas['EditResourcePictureBody'], key) =>
      answerOf(
        api.PATCH(`${route}/{pictureId}`, {
          params: { path: { resourceId, pictureId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useRemoveResourcePicture(resourceId: string) {
  return useSubmit({
    touches,
    send: (pictureId: string, key) =>
      answerOf(
        api.DELETE(`${route}/{pictureId}`, {
          params: { path: { resourceId, pictureId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

export function useRestoreResourcePicture(resourceId: string) {
  return useSubmit({
    touches,
    send: (pictureId: string, key) =>
      answerOf(
        api.POST(`${route}/{pictureId}/restore`, {
          params: { path: { resourceId, pictureId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}
