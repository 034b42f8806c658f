import type { PicturesView, PictureView } from '@gongxiang/contracts';
import type { ActivityRow } from '../activity/activity.entity.js';
import type { PictureRow } from './picture.entity.js';
import { erasedAt } from './picture-rules.js';

export function pictureViewOf({ id, caption, alt, width, height, createdAt }: PictureRow): PictureView {
  return { id, caption, alt, width, height, createdAt: createdAt.toISOString() };
}

/** @param removed what may be brought back; nothing for whoever may not */
export function picturesViewOf(
  { cover }: Pick<ActivityRow, 'cover'>,
  shown: readonly PictureRow[],
  removed: readonly PictureRow[],
): PicturesView {
  return {
    coverId: cover?.id ?? null,
    items: shown.map(pictureViewOf),
    removed: removed.flatMap((row) =>
      row.removedAt === null
        ? []
        : [{ ...pictureViewOf(row), erasedAt: erasedAt(row.removedAt).toISOString() }],
    ),
  };
}
