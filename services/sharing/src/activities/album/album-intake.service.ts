import { Injectable } from '@nestjs/common';
import {
  type AddAlbumPictureRequest,
  albumPictureContract,
  type AlbumPictureView,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { Existing, type Transaction, Transactions } from '@gongxiang/persistence';
import { takeIn } from '../../files/kept-file/take-in.js';
import { type MadePicture, PictureFiles } from '../../files/picture-press/picture-files.js';
import { requireOpen, requirePlace, type Viewer } from './album-rules.js';
import { AlbumDesk, type Visit } from './album-desk.js';
import type { AlbumPictureRow } from './album.entity.js';
import { AlbumNotices } from './album-notices.js';
import { AlbumRepository } from './album.repository.js';
import { albumPictureViewOf } from './album.view.js';

/** Takes pictures into an album. */
@Injectable()
export class AlbumIntake {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: AlbumDesk,
    private readonly pictures: AlbumRepository,
    private readonly files: PictureFiles,
    private readonly notices: AlbumNotices,
  ) {}

  /**
   * Those of hosts are shown at once.
   * @throws DomainError `ALBUM_NOT_PRESENT`, `ALBUM_FULL`, `ALBUM_TOO_MANY_OF_PERSON`, as `requireOpen` does, as
   * {@link PictureFiles.make} does
   */
  @Handles(albumPictureContract.add)
  add(request: AddAlbumPictureRequest, call: CallContext): Promise<Outcome<AlbumPictureView>> {
    const { fileKey, activityId: aboutId } = request;
    return takeIn(this.transactions, call, {
      contract: albumPictureContract.add,
      request,
      look: (tx) => this.look(tx, request),
      make: (ownerId) => this.files.make({ fileKey, ownerId, aboutId }, call.deadline),
      keep: (tx, made) => this.keep(tx, request, made),
    });
  }

  private async look(tx: Transaction, request: AddAlbumPictureRequest): Promise<string | null> {
    const visit = await this.desk.look(tx, request.activityId);
    if ((await this.ownOf(tx, request)) !== null) return null;
    await this.requireMay(tx, visit);
    return tx.personId;
  }

  private async keep(
    tx: Transaction,
    request: AddAlbumPictureRequest,
    made: MadePicture | null,
  ): Promise<AlbumPictureView | Existing<AlbumPictureView>> {
    const { activityId } = request;
    const visit = await this.desk.take(tx, activityId);
    const known = await this.ownOf(tx, request);
    if (known !== null) return new Existing(await this.view(tx, known, visit.viewer));
    if (made === null) throw new DomainError('PICTURE_FILE_MISSING', { pointer: '/fileKey' });
    await this.requireMay(tx, visit);
    const row = pictureOf(tx, request, { made, viewer: visit.viewer });
    await this.pictures.insert(tx, row);
    await this.files.need(tx, row.files);
    await this.files.forget(tx, [row.sourceKey]);
    tx.audit({ noun: 'albumPicture', id: row.id, after: { activityId, state: row.state } });
    await this.notices.hint(tx, visit.activity, row);
    if (row.state === 'pending') await this.notices.waits(tx, visit.activity);
    return this.view(tx, row, visit.viewer);
  }

  /** Another's upload is not there for the caller, whatever was made of it. */
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
  { made, viewer }: { readonly made: MadePicture; readonly viewer: Viewer },
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
    width: made.width,
    height: made.height,
    files: made.files,
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
