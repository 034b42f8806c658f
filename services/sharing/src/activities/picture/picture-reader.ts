import { Injectable } from '@nestjs/common';
import {
  activityPictureContract,
  type PictureFileRequest,
  type PicturesView,
} from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import type { ActivityIdRequest } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { PictureFileView } from '@gongxiang/contracts/words/uploads';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import type { ActivityRow } from '../activity/activity.entity.js';
import { ActivityRepository } from '../activity/activity.repository.js';
import { PictureAccess } from './picture-access.js';
import { PictureRepository } from './picture.repository.js';
import { picturesViewOf } from './picture.view.js';

/** Reads pictures: visible to everybody who sees the activity, and public once it is published. */
@Injectable()
export class PictureReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly activities: ActivityRepository,
    private readonly access: ActivityAccess,
    private readonly pictures: PictureRepository,
    private readonly pictureAccess: PictureAccess,
  ) {}

  @Handles(activityPictureContract.list)
  list({ activityId }: ActivityIdRequest, call: CallContext): Promise<PicturesView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.seen(tx, activityId);
      const mayManage = await this.pictureAccess.mayManage(tx, activity);
      const removed = mayManage ? await this.pictures.removed(tx, activityId) : [];
      return picturesViewOf(activity, await this.pictures.shown(tx, activityId), removed);
    });
  }

  @Handles(activityPictureContract.listPublic)
  listPublic({ activityId }: ActivityIdRequest, call: CallContext): Promise<PicturesView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.published(tx, activityId);
      return picturesViewOf(activity, await this.pictures.shown(tx, activityId), []);
    });
  }

  /** Those who may restore a removed one see its content. */
  @Handles(activityPictureContract.file)
  file(request: PictureFileRequest, call: CallContext): Promise<PictureFileView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.seen(tx, request.activityId);
      const mayManage = await this.pictureAccess.mayManage(tx, activity);
      return this.fileOf(tx, request, mayManage);
    });
  }

  @Handles(activityPictureContract.filePublic)
  filePublic(request: PictureFileRequest, call: CallContext): Promise<PictureFileView> {
    return this.transactions.read(call, async (tx) => {
      await this.published(tx, request.activityId);
      return this.fileOf(tx, request, false);
    });
  }

  private async seen(tx: Transaction, activityId: string): Promise<ActivityRow> {
    tx.authorise(actions.seeActivity, {});
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null) throw new DomainError('NOT_FOUND');
    await this.access.see(tx, activity);
    return activity;
  }

  private async published(tx: Transaction, activityId: string): Promise<ActivityRow> {
    const activity = await this.activities.findById(tx, activityId);
    if (activity === null || activity.publishedAt === null) throw new DomainError('NOT_FOUND');
    return activity;
  }

  private async fileOf(
    tx: Transaction,
    { activityId, pictureId, width }: PictureFileRequest,
    alsoRemoved: boolean,
  ): Promise<PictureFileView> {
    const row = await this.pictures.find(tx, activityId, pictureId);
    const isShown = row !== null && (alsoRemoved || row.removedAt === null);
    const file = isShown ? row.files.find((one) => one.width === width) : undefined;
    if (file === undefined) throw new DomainError('NOT_FOUND');
    return { fileKey: file.key, sha256: file.sha256, size: file.size };
  }
}
