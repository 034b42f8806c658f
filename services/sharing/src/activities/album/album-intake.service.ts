import { Injectable } from '@nestjs/common';
import {
  type AddAlbumPictureRequest,
  albumPictureContract,
  type AlbumPictureView,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { takeIn } from '@gongxiang/messaging/files';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { type RenderedPicture, PictureFiles } from '@gongxiang/messaging/uploads';
import { requireOpen, requirePlace, type Viewer } from './album-rules.js';
import { AlbumAccess, type Visit } from './album-access.js';
import type { AlbumPictureRow } from './album.entity.js';
import { AlbumNotices } from './album-notices.js';
import { AlbumRepository } from './album.repository.js';
import { albumPictureViewOf } from './album.view.js';

/** Adds pictures to an album. */
@Injectable()
export class AlbumIntake {
  constructor(
    private readonly transactions: Transactions,
    private readonly album: AlbumAccess,
    private readonly pictures: AlbumRepository,
    private readonly files: PictureFiles,
    private readonly notices: AlbumNotices,
  ) {}

  /**
   * Pictures of hosts are shown at once.
   * @throws DomainError `ALBUM_NOT_PRESENT`, `ALBUM_FULL`, `ALBUM_TOO_MANY_OF_PERSON`, as `requireOpen` and
   *   {@link PictureFiles.render} do
   */
  @Handles(albumPictureContract.add)
  add(request: AddAlbumPictureRequest, call: CallContext): Promise<Outcome<AlbumPictureView>> {
    const { fileKey, activityId: aboutId } = request;
    return takeIn(this.transactions, call, {
      contract: albumPictureContract.add,
      request,
      look: (tx) => this.look(tx, request),
      prepare: (ownerId) => this.files.render({ fileKey, ownerId, aboutId }, call.deadline),
      save: (tx, picture) => this.save(tx, request, picture),
    });
  }

  private async look(tx: Transaction, request: AddAlbumPictureRequest): Promise<string | null> {
    const visit = await this.album.find(tx, request.activityId);
    if ((await this.ownOf(tx, request)) !== null) return null;
    await this.requireMay(tx, visit);
    return tx.personId;
  }

  private async save(
    tx: Transaction,
    request: AddAlbumPictureRequest,
    picture: RenderedPicture | null,
  ): Promise<AlbumPictureView | ExistingResult<AlbumPictureView>> {
    const { activityId } = request;
    const visit = await this.album.lockVisible(tx, activityId);
    const known = await this.ownOf(tx, request);
    if (known !== null) return new ExistingResult(await this.view(tx, known, visit.viewer));
    if (picture === null) throw new DomainError('PICTURE_FILE_MISSING', { pointer: '/fileKey' });
    await this.requireMay(tx, visit);
    const row = pictureOf(tx, request, { made: picture, viewer: visit.viewer });
    await this.pictures.insert(tx, row);
    await this.files.need(tx, row.files);
    await this.files.forget(tx, [row.sourceKey]);
    tx.audit({ noun: 'albumPicture', id: row.id, after: { activityId, state: row.state } });
    await this.notices.changed(tx, visit.activity, row);
    return this.view(tx, row, visit.viewer);
  }

  /** Somebody else's upload does not exist for the caller, whatever it became. */
  private async ownOf(
    tx: Transaction,
    { activityId, fileKey }: AddAlbumPictureRequest,
  ): Promise<AlbumPictureRow | null> {
    const row = await this.pictures.findBySource(tx, activityId, fileKey);
    if (row !== null && row.personId !== tx.personId)
      throw new DomainError('PICTURE_FILE_MISSING', { pointer: '/fileKey' });
    return row;
  }

  private async requireMay(tx: Transaction, { activity, viewer }: Visit): Promise<void> {
    requireOpen(activity, tx.now);
    if (!viewer.hasCome && !viewer.isModerator) throw new DomainError('ALBUM_NOT_PRESENT');
    requirePlace(await this.pictures.counts(tx, activity.id, viewer.personId), viewer);
  }

  private async view(tx: Transaction, row: AlbumPictureRow, viewer: Viewer): Promise<AlbumPictureView> {
    const maskedName = await this.pictures.maskedNameOf(tx, row.personId);
    return albumPictureViewOf({ ...row, maskedName }, viewer);
  }
}

function pictureOf(
  tx: Transaction,
  { activityId, fileKey, caption }: AddAlbumPictureRequest,
  { made: picture, viewer }: { readonly made: RenderedPicture; readonly viewer: Viewer },
): AlbumPictureRow {
  const decided = viewer.isModerator
    ? ({ state: 'approved', decidedBy: tx.personId, decidedAt: tx.now } as const)
    : ({ state: 'pending', decidedBy: null, decidedAt: null } as const);
  return {
    activityId,
    id: newId(),
    version: 1,
    personId: tx.personId,
    caption: caption ?? null,
    sourceKey: fileKey,
    width: picture.width,
    height: picture.height,
    files: picture.files,
    isPublic: false,
    consentAt: tx.now,
    reportReason: null,
    reportedBy: [],
    hideReason: null,
    hiddenAt: null,
    ...decided,
    createdAt: tx.now,
  };
}
