import { useQuery } from '@tanstack/react-query';
import { answerOf } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { useSubmit } from '../../../api/use-submit.js';

export type Attachment = components['schemas']['AttachmentView'];
export type Attachments = components['schemas']['AttachmentsView'];
type NewAttachment = components['schemas']['AddAttachmentBody'];
type Changes = components['schemas']['EditAttachmentBody'];

const touches = ['activityAttachment'];
const route = '/api/v1/activities/{activityId}/attachments';

export function useAttachments(activityId: string) {
  return useQuery({
    queryKey: ['activityAttachment', activityId],
    queryFn: ({ signal }) => answerOf(api.GET(route, { params: { path: { activityId } }, signal })),
  });
}

/** Those that are for everybody, so that the answer can be kept on the way. */
export function usePublicAttachments(activityId: string) {
  return useQuery({
    queryKey: ['activityAttachment', activityId, 'public'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/public/activities/{activityId}/attachments', {
          params: { path: { activityId } },
          signal,
        }),
      ),
  });
}

export function useAddAttachment(activityId: string) {
  return useSubmit({
    touches,
    send: (body: NewAttachment, key) =>
      answerOf(
        api.POST(route, { params: { path: { activityId }, header: { 'Idempotency-Key': key } }, body }),
      ),
  });
}

export function useArrangeAttachments(activityId: string) {
  return useSubmit({
    touches,
    send: (attachmentIds: string[], key) =>
      answerOf(
        api.PUT(route, {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body: { attachmentIds },
        }),
      ),
  });
}

const addressOf = (activityId: string, attachmentId: string, key: string) => ({
  path: { activityId, attachmentId },
  header: { 'Idempotency-Key': key },
});

export function useEditAttachment(activityId: string, attachmentId: string) {
  return useSubmit({
    touches,
    send: (body: Changes, key) =>
      answerOf(
        api.PATCH(`${route}/{attachmentId}`, { params: addressOf(activityId, attachmentId, key), body }),
      ),
  });
}

export function useRemoveAttachment(activityId: string) {
  return useSubmit({
    touches,
    send: (attachmentId: string, key) =>
      answerOf(api.DELETE(`${route}/{attachmentId}`, { params: addressOf(activityId, attachmentId, key) })),
  });
}

export function useRestoreAttachment(activityId: string) {
  return useSubmit({
    touches,
    send: (attachmentId: string, key) =>
      answerOf(
        api.POST(`${route}/{attachmentId}/restore`, { params: addressOf(activityId, attachmentId, key) }),
      ),
  });
}
