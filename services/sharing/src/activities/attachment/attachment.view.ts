import type {
  AttachmentFileView,
  AttachmentsView,
  AttachmentView,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import type { AttachmentKind } from '@gongxiang/contracts/words/uploads';
import { erasedAt } from './attachment-rules.js';
import type { AttachmentRow } from './attachment.entity.js';

const office = 'application/vnd.openxmlformats-officedocument';

/** The media type of a download: by content, whatever the upload claimed. */
export const mediaTypes: Readonly<Record<AttachmentKind, string>> = {
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  csv: 'text/csv',
  txt: 'text/plain',
};

export function attachmentViewOf(row: AttachmentRow): AttachmentView {
  const { id, title, fileName, kind, size, visibility, createdAt } = row;
  return { id, title, fileName, kind, size, visibility, createdAt: createdAt.toISOString() };
}

/** @param removed restorable ones; empty for readers who may not restore */
export function attachmentsViewOf(
  present: readonly AttachmentRow[],
  removed: readonly AttachmentRow[],
): AttachmentsView {
  return {
    items: present.map(attachmentViewOf),
    removed: removed.flatMap((row) =>
      row.removedAt === null
        ? []
        : [{ ...attachmentViewOf(row), erasedAt: erasedAt(row.removedAt).toISOString() }],
    ),
  };
}

export function attachmentFileOf(row: AttachmentRow): AttachmentFileView {
  const { fileKey, sha256, size, fileName, kind } = row;
  return { fileKey, sha256, size, fileName, contentType: mediaTypes[kind] };
}
