import { Injectable } from '@nestjs/common';
import type { ActivityIdRequest } from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  type AlbumPage,
  albumPictureContract,
  type AlbumPictureFileRequest,
  type ListAlbumPicturesRequest,
  type PublicAlbumView,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import type { PictureFileView } from '@gongxiang/contracts/words/uploads';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { closedBy, openTimes } from './album-rules.js';
import { AlbumAccess, type Visit } from './album-access.js';
import type { AlbumPictureRow } from './album.entity.js';
import { AlbumRepository } from './album.repository.js';
import { albumPictureViewOf, publicAlbumViewOf } from './album.view.js';

/** Reads albums: people of an activity see approved pictures, everybody sees public ones. */
@Injectable()
export class AlbumReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly album: AlbumAccess,
    private readonly pictures: AlbumRepository,
  ) {}

  @Handles(albumPictureContract.list)
  list(request: ListAlbumPicturesRequest, call: CallContext): Promise<AlbumPage> {
    return this.transactions.read(call, async (tx) => {
      const visit = await this.album.find(tx, request.activityId);
      const rows = await this.pictures.list(tx, request, visit.viewer);
      const page = toPage(rows, { limit: request.limit, cursorOf: ({ id }) => [id] });
      const items = page.items.map((row) => albumPictureViewOf(row, visit.viewer));
      return { items, nextCursor: page.nextCursor, ...(await this.mayDo(tx, visit)) };
    });
  }

  @Handles(albumPictureContract.listPublic)
  listPublic({ activityId }: ActivityIdRequest, call: CallContext): Promise<PublicAlbumView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.album.published(tx, activityId);
      return publicAlbumViewOf(activity, await this.pictures.listPublic(tx, activityId));
    });
  }

  @Handles(albumPictureContract.file)
  file(request: AlbumPictureFileRequest, call: CallContext): Promise<PictureFileView> {
    return this.transactions.read(call, async (tx) => {
      const { row } = await this.album.findPicture(tx, request);
      return fileOf(row, request);
    });
  }

  @Handles(albumPictureContract.filePublic)
  filePublic(request: AlbumPictureFileRequest, call: CallContext): Promise<PictureFileView> {
    return this.transactions.read(call, async (tx) => {
      await this.album.published(tx, request.activityId);
      const row = await this.pictures.find(tx, request.activityId, request.pictureId);
      if (row === null || !row.isPublic) throw new DomainError('NOT_FOUND');
      return fileOf(row, request);
    });
  }

  private async mayDo(
    tx: Transaction,
    { activity, viewer }: Visit,
  ): Promise<Omit<AlbumPage, 'items' | 'nextCursor'>> {
    const { opensAt, closesAt } = openTimes(activity);
    const isOpen = closedBy(activity, tx.now) === null;
    const { isModerator, hasCome, personId } = viewer;
    const counts = isModerator ? await this.pictures.counts(tx, activity.id, personId) : { waiting: 0 };
    return {
      mayAdd: isOpen && (isModerator || hasCome),
      mayModerate: isModerator,
      waiting: counts.waiting,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    };
  }
}

/** @throws DomainError `NOT_FOUND` */
function fileOf(row: AlbumPictureRow, { width }: AlbumPictureFileRequest): PictureFileView {
  const file = row.files.find((one) => one.width === width);
  if (file === undefined) throw new DomainError('NOT_FOUND');
  return { fileKey: file.key, sha256: file.sha256, size: file.size };
}
