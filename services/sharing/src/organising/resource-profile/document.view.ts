import type {
  ResourceDocumentsView,
  ResourceDocumentView,
} from '@gongxiang/contracts/sharing/organising/resource-profile.contract';
import { erasedAt } from '../../activities/attachment/attachment-rules.js';
import type { DocumentRow } from './profile.entity.js';

export function documentViewOf(row: DocumentRow): ResourceDocumentView {
  const { id, title, fileName, kind, size, downloads, createdAt } = row;
  return { id, title, fileName, kind, size, downloads, createdAt: createdAt.toISOString() };
}

interface Documents {
  readonly isManager: boolean;
  /** When the reader's loan ends; null without a running one. */
  readonly until: Date | null;
  readonly present: readonly DocumentRow[];
  /** Empty for readers who may not restore. */
  readonly removed: readonly DocumentRow[];
  readonly usedIn: ResourceDocumentsView['usedIn'];
}

export function documentsViewOf({
  isManager,
  until,
  present,
  removed,
  usedIn,
}: Documents): ResourceDocumentsView {
  return {
    mayDownload: isManager || until !== null,
    accessUntil: until?.toISOString() ?? null,
    items: present.map(documentViewOf),
    removed: removed.flatMap((row) =>
      row.removedAt === null
        ? []
        : [{ ...documentViewOf(row), erasedAt: erasedAt(row.removedAt).toISOString() }],
    ),
    usedIn,
  };
}
