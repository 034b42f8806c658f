import { Injectable } from '@nestjs/common';
import {
  activityAttachmentContract,
  type ArrangeAttachmentsRequest,
  type AttachmentIdRequest,
  type AttachmentsView,
  type AttachmentView,
  type EditAttachmentRequest,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { OnDue, schedule } from '@gongxiang/messaging/events';
import { StoredFiles } from '@gongxiang/messaging/files';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { ActivityChanges } from '../activity/activity-changes.js';
import { PictureAccess } from '../picture/picture-access.js';
import { erasedAt, requireAll, requirePlace } from './attachment-rules.js';
import type { AttachmentRow } from './attachment.entity.js';
import { AttachmentRepository } from './attachment.repository.js';
import { attachmentsViewOf, attachmentViewOf } from './attachment.view.js';

/** Due work: an attachment was removed long enough ago to be erased. */
const erasureDue = 'attachment-erasure';

/** Commands for existing attachments. */
@Injectable()
export class AttachmentService {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PictureAccess,
    private readonly activities: ActivityChanges,
    private readonly attachments: AttachmentRepository,
    private readonly files: StoredFiles,
  ) {}

  @Handles(activityAttachmentContract.arrange)
  arrange(request: ArrangeAttachmentsRequest, call: CallContext): Promise<Outcome<AttachmentsView>> {
    return this.transactions.command(call, activityAttachmentContract.arrange, request, async (tx) => {
      const { id } = await this.access.lock(tx, request.activityId);
      const { attachmentIds } = request;
      requireAll(await this.attachments.present(tx, id), attachmentIds);
      await this.attachments.place(tx, id, attachmentIds);
      tx.audit({ noun: 'activity', id, after: { attachmentIds } });
      return this.view(tx, id);
    });
  }

  @Handles(activityAttachmentContract.edit)
  edit(request: EditAttachmentRequest, call: CallContext): Promise<Outcome<AttachmentView>> {
    return this.transactions.command(call, activityAttachmentContract.edit, request, async (tx) => {
      const { id: activityId } = await this.access.lock(tx, request.activityId);
      const before = await this.present(tx, activityId, request.attachmentId);
      const title = request.title ?? before.title;
      const visibility = request.visibility ?? before.visibility;
      const row = { ...before, title, visibility };
      await this.attachments.update(tx, row);
      // The audit records the audience; a title may name people.
      const auditOf = ({ visibility: to }: AttachmentRow) => ({ activityId, visibility: to });
      tx.audit({ noun: 'activityAttachment', id: row.id, before: auditOf(before), after: auditOf(row) });
      return attachmentViewOf(row);
    });
  }

  /** It is no longer served, and can be restored for a while. */
  @Handles(activityAttachmentContract.remove)
  remove(request: AttachmentIdRequest, call: CallContext): Promise<Outcome<AttachmentsView>> {
    return this.transactions.command(call, activityAttachmentContract.remove, request, async (tx) => {
      const { id: activityId } = await this.access.lock(tx, request.activityId);
      const row = await this.present(tx, activityId, request.attachmentId);
      await this.attachments.update(tx, { ...row, removedAt: tx.now });
      await schedule(tx, { kind: erasureDue, key: `${activityId}/${row.id}`, at: erasedAt(tx.now) });
      tx.audit({ noun: 'activityAttachment', id: row.id, before: { activityId } });
      return this.view(tx, activityId);
    });
  }

  /** Restores it as the last one. @throws DomainError `NOT_FOUND`, `ATTACHMENTS_TOO_MANY` */
  @Handles(activityAttachmentContract.restore)
  restore(request: AttachmentIdRequest, call: CallContext): Promise<Outcome<AttachmentsView>> {
    return this.transactions.command(call, activityAttachmentContract.restore, request, async (tx) => {
      const { id: activityId } = await this.access.lock(tx, request.activityId);
      const row = await this.attachments.find(tx, activityId, request.attachmentId);
      if (row === null) throw new DomainError('NOT_FOUND');
      if (row.removedAt === null) return this.view(tx, activityId);
      const present = await this.attachments.present(tx, activityId);
      requirePlace(present.length);
      const position = (present.at(-1)?.position ?? 0) + 1;
      await this.attachments.update(tx, { ...row, removedAt: null, position });
      tx.audit({ noun: 'activityAttachment', id: row.id, after: { activityId } });
      return this.view(tx, activityId);
    });
  }

  /** Copies those of an activity to a new draft: the same files, referenced once more. */
  async copyAll(tx: Transaction, fromId: string, toId: string): Promise<void> {
    const rows = await this.attachments.held(tx, fromId);
    const copied = { activityId: toId, createdBy: tx.personId, createdAt: tx.now };
    await this.attachments.insert(
      tx,
      rows.map((row) => ({ ...row, ...copied, id: newId() })),
    );
  }

  /** Checks the time again: it may have been restored, and removed again later. */
  @OnDue(erasureDue)
  async erase(tx: Transaction, key: string): Promise<void> {
    const [activityId = '', id = ''] = key.split('/');
    await this.activities.lock(tx, activityId);
    const row = await this.attachments.find(tx, activityId, id);
    if (row === null || row.removedAt === null || erasedAt(row.removedAt) > tx.now) return;
    await this.attachments.delete(tx, activityId, id);
    // A copy of the activity may reference the same file.
    if (!(await this.attachments.isNamed(tx, row.fileKey))) await this.files.forget(tx, [row.fileKey]);
  }

  private async present(tx: Transaction, activityId: string, id: string): Promise<AttachmentRow> {
    const row = await this.attachments.find(tx, activityId, id);
    if (row === null || row.removedAt !== null) throw new DomainError('NOT_FOUND');
    return row;
  }

  private async view(tx: Transaction, activityId: string): Promise<AttachmentsView> {
    const present = await this.attachments.present(tx, activityId);
    return attachmentsViewOf(present, await this.attachments.removed(tx, activityId));
  }
}
