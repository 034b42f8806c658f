import type { AlbumPictureView, PublicAlbumPictureView } from '@gongxiang/contracts';
import { erasedAt, type Viewer } from './album-rules.js';
import type { AlbumPictureRow } from './album.entity.js';
import type { NamedPicture } from './album.repository.js';

export function albumPictureViewOf(row: NamedPicture, viewer: Viewer): AlbumPictureView {
  const { id, version, caption, width, height, state, isPublic, createdAt } = row;
  const isMine = row.personId === viewer.personId;
  const { isModerator } = viewer;
  return {
    ...{ id, version, caption, width, height, state, isPublic, isMine },
    addedBy: isModerator ? row.maskedName : null,
    reportReason: isModerator ? row.reportReason : null,
    hideReason: isMine || isModerator ? row.hideReason : null,
    erasedAt: row.hiddenAt === null ? null : erasedAt(row.hiddenAt).toISOString(),
    createdAt: createdAt.toISOString(),
  };
}

export function publicPictureViewOf({ id, caption, width, height }: AlbumPictureRow): PublicAlbumPictureView {
  return { id, caption, width, height };
}
