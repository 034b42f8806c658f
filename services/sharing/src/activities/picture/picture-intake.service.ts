import { Injectable } from '@nestjs/common';
import {
  activityPictureContract,
  type AddPictureRequest,
  type PictureView,
} from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { takeIn } from '@gongxiang/messaging/files';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { type RenderedPicture, PictureFiles } from '@gongxiang/messaging/uploads';
import { ActivityChanges } from '../activity/activity-changes.js';
import { PictureAccess } from './picture-access.js';
import type { PictureRow } from './picture.entity.js';
import { requirePlace } from './picture-rules.js';
import { PictureRepository } from './picture.repository.js';
import { pictureViewOf } from './picture.view.js';

/** Adds pictures. */
@Injectable()
export class PictureIntake {
  constructor(
    private readonly transactions: Transactions,
    private readonly pictureAccess: PictureAccess,
    private readonly pictures: PictureRepository,
    private readonly files: PictureFiles,
    private readonly activities: ActivityChanges,
  ) {}

  /** @throws DomainError `PICTURES_TOO_MANY`, as {@link PictureFiles.render} does */
  @Handles(activityPictureContract.add)
  add(request: AddPictureRequest, call: CallContext): Promise<Outcome<PictureView>> {
    const { fileKey, activityId: aboutId } = request;
    return takeIn(this.transactions, call, {
      contract: activityPictureContract.add,
      request,
      look: (tx) => this.look(tx, request),
      prepare: (ownerId) => this.files.render({ fileKey, ownerId, aboutId }, call.deadline),
      save: (tx, made) => this.save(tx, request, made),
    });
  }

  private async look(tx: Transaction, request: AddPictureRequest): Promise<string | null> {
    const activity = await this.pictureAccess.find(tx, request.activityId);
    if (await this.pictures.findBySource(tx, activity.id, request.fileKey)) return null;
    requirePlace((await this.pictures.shown(tx, activity.id)).length);
    return tx.personId;
  }

  private async save(
    tx: Transaction,
    request: AddPictureRequest,
    made: RenderedPicture | null,
  ): Promise<PictureView | ExistingResult<PictureView>> {
    const activity = await this.pictureAccess.lock(tx, request.activityId);
    const known = await this.pictures.findBySource(tx, activity.id, request.fileKey);
    if (known !== null) return new ExistingResult(pictureViewOf(known));
    if (made === null) throw new DomainError('PICTURE_FILE_MISSING', { pointer: '/fileKey' });
    const shown = await this.pictures.shown(tx, activity.id);
    requirePlace(shown.length);
    const row = pictureOf(tx, request, { made, position: (shown.at(-1)?.position ?? 0) + 1 });
    await this.pictures.insert(tx, row);
    await this.files.need(tx, row.files);
    await this.files.forget(tx, [row.sourceKey]);
    tx.audit({ noun: 'activityPicture', id: row.id, after: { activityId: activity.id } });
    // The first picture with alternative text becomes the cover until somebody chooses another.
    const cover = activity.cover ?? (row.alt === null ? null : { id: row.id, alt: row.alt });
    await this.activities.showCover(tx, activity, cover);
    return pictureViewOf(row);
  }
}

function pictureOf(
  tx: Transaction,
  { activityId, fileKey, caption, alt }: AddPictureRequest,
  { made, position }: { readonly made: RenderedPicture; readonly position: number },
): PictureRow {
  return {
    activityId,
    id: newId(),
    position,
    caption: caption ?? null,
    alt: alt ?? null,
    sourceKey: fileKey,
    width: made.width,
    height: made.height,
    files: made.files,
    createdBy: tx.personId,
    createdAt: tx.now,
    removedAt: null,
  };
}
