import type {
  AttachmentsView,
  AttachmentView,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import type { AttachmentFileView } from '@gongxiang/contracts/words/uploads';
import { mediaTypes } from '@gongxiang/messaging/uploads';
import { erasedAt } from './attachment-rules.js';
import type { AttachmentRow } from './attachment.entity.js';

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
