import { Injectable } from '@nestjs/common';
import {
  activityPictureContract,
  type ArrangePicturesRequest,
  type EditPictureRequest,
  type PictureIdRequest,
  type PicturesView,
  type PictureView,
} from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PictureFiles } from '@gongxiang/messaging/uploads';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { PictureAccess } from './picture-access.js';
import type { PictureRow } from './picture.entity.js';
import { coverAmong, erasedAt, firstWithAlt, requireAlt, requirePlace } from './picture-rules.js';
import { PictureRepository } from './picture.repository.js';
import { picturesViewOf, pictureViewOf } from './picture.view.js';

/** Due work: a picture was removed long enough ago to be erased. */
const erasureDue = 'picture-erasure';

/** Commands for existing pictures. */
@Injectable()
export class PictureService {
  constructor(
    private readonly transactions: Transactions,
    private readonly pictureAccess: PictureAccess,
    private readonly activities: ActivityChanges,
    private readonly pictures: PictureRepository,
    private readonly files: PictureFiles,
  ) {}

  @Handles(activityPictureContract.arrange)
  arrange(request: ArrangePicturesRequest, call: CallContext): Promise<Outcome<PicturesView>> {
    return this.transactions.command(call, activityPictureContract.arrange, request, async (tx) => {
      const activity = await this.pictureAccess.lock(tx, request.activityId);
      const cover = coverAmong(await this.pictures.shown(tx, activity.id), request);
      await this.pictures.place(tx, activity.id, request.pictureIds);
      const { pictureIds } = request;
      tx.audit({ noun: 'activity', id: activity.id, after: { pictureIds, coverId: cover?.id ?? null } });
      await this.activities.showCover(tx, activity, cover);
      return this.view(tx, { ...activity, cover });
    });
  }

  @Handles(activityPictureContract.edit)
  edit(request: EditPictureRequest, call: CallContext): Promise<Outcome<PictureView>> {
    return this.transactions.command(call, activityPictureContract.edit, request, async (tx) => {
      const activity = await this.pictureAccess.lock(tx, request.activityId);
      const before = await this.shown(tx, activity, request.pictureId);
      const { caption = before.caption, alt = before.alt } = request;
      const row = { ...before, caption, alt };
      const isCover = activity.cover?.id === row.id;
      const cover = isCover ? { id: row.id, alt: requireAlt(alt, '/alt') } : activity.cover;
      await this.pictures.update(tx, row);
      // A caption may name people, so the audit only records that it changed.
      tx.audit({ noun: 'activityPicture', id: row.id, after: { activityId: activity.id, edited: true } });
      await this.activities.showCover(tx, activity, cover);
      return pictureViewOf(row);
    });
  }

  /** It is no longer shown, and can be restored for a while. */
  @Handles(activityPictureContract.remove)
  remove(request: PictureIdRequest, call: CallContext): Promise<Outcome<PicturesView>> {
    return this.transactions.command(call, activityPictureContract.remove, request, async (tx) => {
      const activity = await this.pictureAccess.lock(tx, request.activityId);
      const row = await this.shown(tx, activity, request.pictureId);
      await this.pictures.update(tx, { ...row, removedAt: tx.now });
      const key = `${activity.id}/${row.id}`;
      await schedule(tx, { kind: erasureDue, key, at: erasedAt(tx.now) });
      tx.audit({ noun: 'activityPicture', id: row.id, before: { activityId: activity.id } });
      const isCover = activity.cover?.id === row.id;
      const cover = isCover ? firstWithAlt(await this.pictures.shown(tx, activity.id)) : activity.cover;
      await this.activities.showCover(tx, activity, cover);
      return this.view(tx, { ...activity, cover });
    });
  }

  @Handles(activityPictureContract.restore)
  restore(request: PictureIdRequest, call: CallContext): Promise<Outcome<PicturesView>> {
    return this.transactions.command(call, activityPictureContract.restore, request, async (tx) => {
      const activity = await this.pictureAccess.lock(tx, request.activityId);
      const row = await this.pictures.find(tx, activity.id, request.pictureId);
      if (row === null) throw new DomainError('NOT_FOUND');
      const shown = await this.pictures.shown(tx, activity.id);
      if (row.removedAt === null) return this.view(tx, activity);
      requirePlace(shown.length);
      const position = (shown.at(-1)?.position ?? 0) + 1;
      await this.pictures.update(tx, { ...row, removedAt: null, position });
      tx.audit({ noun: 'activityPicture', id: row.id, after: { activityId: activity.id } });
      await this.activities.showCover(tx, activity, activity.cover);
      return this.view(tx, activity);
    });
  }

  /** Checks the time again: it may have been restored, and removed again later. */
  @OnDue(erasureDue)
  async erase(tx: Transaction, key: string): Promise<void> {
    const [activityId = '', id = ''] = key.split('/');
    await this.activities.lock(tx, activityId);
    const row = await this.pictures.find(tx, activityId, id);
    if (row === null || row.removedAt === null || erasedAt(row.removedAt) > tx.now) return;
    await this.pictures.delete(tx, activityId, id);
    await this.files.forget(
      tx,
      row.files.map((file) => file.key),
    );
  }

  private async shown(tx: Transaction, activity: ActivityRow, id: string): Promise<PictureRow> {
    const row = await this.pictures.find(tx, activity.id, id);
    if (row === null || row.removedAt !== null) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async view(tx: Transaction, activity: ActivityRow): Promise<PicturesView> {
    const shown = await this.pictures.shown(tx, activity.id);
    return picturesViewOf(activity, shown, await this.pictures.removed(tx, activity.id));
  }
}
