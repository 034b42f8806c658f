import type {
  AlbumPictureView,
  PublicAlbumView,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import type { ActivityRow } from '../activity/activity.entity.js';
import { erasedAt, type Viewer } from './album-rules.js';
import type { AlbumPictureRow } from './album.entity.js';
import type { NamedPicture } from './album.repository.js';

export function albumPictureViewOf(row: NamedPicture, viewer: Viewer): AlbumPictureView {
  const { id, version, caption, width, height, state, isPublic, createdAt } = row;
  const isMine = row.personId === viewer.personId;
  const { isModerator } = viewer;
  return {
    id,
    version,
    caption,
    width,
    height,
    state,
    isPublic,
    isMine,
    addedBy: isModerator ? row.maskedName : null,
    addedById: isModerator ? row.personId : null,
    reportReason: isModerator ? row.reportReason : null,
    hideReason: isMine || isModerator ? row.hideReason : null,
    erasedAt: row.hiddenAt === null ? null : erasedAt(row.hiddenAt).toISOString(),
    createdAt: createdAt.toISOString(),
  };
}

/** The title of an activity is public while it is open, and later only beside pictures that its hosts show. */
export function publicAlbumViewOf(
  { title, organiserName, startsAt, timeZone }: ActivityRow,
  rows: readonly AlbumPictureRow[],
): PublicAlbumView {
  const items = rows.map(({ id, caption, width, height }) => ({ id, caption, width, height }));
  if (items.length === 0) return { title: null, organiserName: null, startsAt: null, timeZone: null, items };
  return { title, organiserName, startsAt: startsAt.toISOString(), timeZone, items };
}
