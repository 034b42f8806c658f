import { Injectable } from '@nestjs/common';
import {
  activityAttachmentContract,
  type AttachmentIdRequest,
  type AttachmentsView,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import type { ActivityIdRequest } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { AttachmentFileView } from '@gongxiang/contracts/words/uploads';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { PictureAccess } from '../picture/picture-access.js';
import { mayRead, type Standing } from './attachment-rules.js';
import type { AttachmentRow } from './attachment.entity.js';
import { AttachmentOnlookers } from './attachment-onlookers.js';
import { AttachmentRepository } from './attachment.repository.js';
import { attachmentFileOf, attachmentsViewOf } from './attachment.view.js';

/** Reads attachments: each has an audience chosen by the activity; for others it does not exist. */
@Injectable()
export class AttachmentReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly onlookers: AttachmentOnlookers,
    private readonly attachments: AttachmentRepository,
    private readonly access: PictureAccess,
  ) {}

  @Handles(activityAttachmentContract.list)
  list({ activityId }: ActivityIdRequest, call: CallContext): Promise<AttachmentsView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.onlookers.seen(tx, activityId);
      const mayManage = await this.access.mayManage(tx, activity);
      const removed = mayManage ? await this.attachments.removed(tx, activityId) : [];
      const standing = mayManage ? 'hosts' : await this.onlookers.standingOf(tx, activity);
      return attachmentsViewOf(await this.readable(tx, activityId, standing), removed);
    });
  }

  @Handles(activityAttachmentContract.listPublic)
  listPublic({ activityId }: ActivityIdRequest, call: CallContext): Promise<AttachmentsView> {
    return this.transactions.read(call, async (tx) => {
      await this.onlookers.published(tx, activityId);
      return attachmentsViewOf(await this.readable(tx, activityId, 'everybody'), []);
    });
  }

  /** Those who may restore a removed one see its content. */
  @Handles(activityAttachmentContract.file)
  file(request: AttachmentIdRequest, call: CallContext): Promise<AttachmentFileView> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.onlookers.seen(tx, request.activityId);
      const mayManage = await this.access.mayManage(tx, activity);
      const row = await this.attachments.find(tx, request.activityId, request.attachmentId);
      if (row !== null && mayManage) return attachmentFileOf(row);
      return fileFor(row, await this.onlookers.standingOf(tx, activity));
    });
  }

  @Handles(activityAttachmentContract.filePublic)
  filePublic(request: AttachmentIdRequest, call: CallContext): Promise<AttachmentFileView> {
    return this.transactions.read(call, async (tx) => {
      await this.onlookers.published(tx, request.activityId);
      const row = await this.attachments.find(tx, request.activityId, request.attachmentId);
      return fileFor(row, 'everybody');
    });
  }

  /** There are at most twenty, so they are filtered here. */
  private async readable(tx: Transaction, activityId: string, standing: Standing): Promise<AttachmentRow[]> {
    const present = await this.attachments.present(tx, activityId);
    return present.filter(({ visibility }) => mayRead(visibility, standing));
  }
}

/** @throws DomainError `NOT_FOUND` */
function fileFor(row: AttachmentRow | null, standing: Standing): AttachmentFileView {
  if (row === null || row.removedAt !== null || !mayRead(row.visibility, standing))
    throw new DomainError('NOT_FOUND');
  return attachmentFileOf(row);
}
