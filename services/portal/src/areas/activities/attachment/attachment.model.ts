import type { components } from '../../../api/schema.js';

export type Attachment = components['schemas']['AttachmentView'];
export type Attachments = components['schemas']['AttachmentsView'];

/** Where the file of an attachment is, and what it is called. @param isPublic it can be had without signing in */
export function fileOf(
  activityId: string,
  { id, fileName }: Pick<Attachment, 'id' | 'fileName'>,
  { isPublic = false }: { readonly isPublic?: boolean } = {},
): { readonly path: string; readonly fileName: string } {
  const path = `/api/v1/${isPublic ? 'public/' : ''}activities/${activityId}/attachments/${id}/file`;
  return { path, fileName };
}
