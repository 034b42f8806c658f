import type {
  PicturesView,
  PictureView,
  RemovedPictureView,
} from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import type { ActivityRow } from '../activity/activity.entity.js';
import type { PictureColumns } from './picture.entity.js';
import { erasedAt } from './picture-rules.js';

export function pictureViewOf({ id, caption, alt, width, height, createdAt }: PictureColumns): PictureView {
  return { id, caption, alt, width, height, createdAt: createdAt.toISOString() };
}

/** @param removed restorable ones; empty for readers who may not restore */
export function picturesViewOf(
  { cover }: Pick<ActivityRow, 'cover'>,
  shown: readonly PictureColumns[],
  removed: readonly PictureColumns[],
): PicturesView {
  return {
    coverId: cover?.id ?? null,
    items: shown.map(pictureViewOf),
    removed: removedViewsOf(removed),
  };
}

/** Restorable pictures with the last day for restoring. */
export function removedViewsOf(removed: readonly PictureColumns[]): RemovedPictureView[] {
  return removed.flatMap((row) =>
    row.removedAt === null
      ? []
      : [{ ...pictureViewOf(row), erasedAt: erasedAt(row.removedAt).toISOString() }],
  );
}
