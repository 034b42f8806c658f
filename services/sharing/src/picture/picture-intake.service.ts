import { Injectable } from '@nestjs/common';
import { activityPictureContract, type AddPictureRequest, type PictureView } from '@gongxiang/contracts';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { Existing, type Transaction, Transactions } from '@gongxiang/persistence';
import { ActivityChanges } from '../activity/activity.changes.js';
import { type MadePicture, PictureFiles } from './picture-files.js';
import { PictureDesk } from './picture.desk.js';
import type { PictureRow } from './picture.entity.js';
import { requirePlace } from './picture-rules.js';
import { PictureRepository } from './picture.repository.js';
import { pictureViewOf } from './picture.view.js';

/** Takes pictures in. */
@Injectable()
export class PictureIntake {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: PictureDesk,
    private readonly pictures: PictureRepository,
    private readonly files: PictureFiles,
    private readonly activities: ActivityChanges,
  ) {}

  /**
   * A look whether it may be taken, the work without a lock, and the decision under the lock. A file makes one picture of an
   * activity, so that whoever asks twice is answered alike though the file is gone.
   * @throws DomainError `PICTURES_TOO_MANY`, as {@link PictureFiles.make} does
   */
  async add(request: AddPictureRequest, call: CallContext): Promise<Outcome<PictureView>> {
    const ownerId = await this.mayTake(request, call);
    const { fileKey, activityId } = request;
    const made =
      ownerId === null ? null : await this.files.make({ fileKey, ownerId, activityId }, call.deadline);
    return this.transactions.command(call, activityPictureContract.add, request, async (tx) => {
      const activity = await this.desk.take(tx, request.activityId);
      const known = await this.pictures.findBySource(tx, activity.id, request.fileKey);
      if (known !== null) return new Existing(pictureViewOf(known));
      if (made === null) throw new DomainError('PICTURE_FILE_MISSING', { pointer: '/fileKey' });
      const shown = await this.pictures.shown(tx, activity.id);
      requirePlace(shown.length);
      const row = pictureOf(tx, request, { made, position: (shown.at(-1)?.position ?? 0) + 1 });
      await this.pictures.insert(tx, row);
      await this.files.need(tx, row.files);
      await this.files.forget(tx, [row.sourceKey]);
      tx.audit({ noun: 'activityPicture', id: row.id, after: { activityId: activity.id } });
      // The first that says what it shows stands for the activity until somebody chooses another.
      const cover = activity.cover ?? (row.alt === null ? null : { id: row.id, alt: row.alt });
      await this.activities.showCover(tx, activity, cover);
      return pictureViewOf(row);
    });
  }

  /** @returns whose file it has to be; null where a picture was made of it already */
  private mayTake(request: AddPictureRequest, call: CallContext): Promise<string | null> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.desk.look(tx, request.activityId);
      if (await this.pictures.findBySource(tx, activity.id, request.fileKey)) return null;
      requirePlace((await this.pictures.shown(tx, activity.id)).length);
      return tx.personId;
    });
  }
}

function pictureOf(
  tx: Transaction,
  { activityId, fileKey, caption, alt }: AddPictureRequest,
  { made, position }: { readonly made: MadePicture; readonly position: number },
): PictureRow {
  return {
    ...{ activityId, id: newId(), position, caption: caption ?? null, alt: alt ?? null, sourceKey: fileKey },
    ...{ width: made.width, height: made.height, files: made.files },
    ...{ createdBy: tx.personId, createdAt: tx.now, removedAt: null },
  };
}
