import { Injectable } from '@nestjs/common';
import {
  activityAttachmentContract,
  type AddAttachmentRequest,
  type AttachmentView,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { takeIn } from '@gongxiang/messaging/files';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { ExistingResult, type Transaction, Transactions } from '@gongxiang/persistence';
import { type CheckedDocument, DocumentFiles, savedName, titleOf } from '@gongxiang/messaging/uploads';
import { PictureAccess } from '../picture/picture-access.js';
import { requirePlace } from './attachment-rules.js';
import type { AttachmentRow } from './attachment.entity.js';
import { AttachmentRepository } from './attachment.repository.js';
import { attachmentViewOf } from './attachment.view.js';

/** Adds attachments; anybody who may show pictures of the activity may add them. */
@Injectable()
export class AttachmentIntake {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: PictureAccess,
    private readonly attachments: AttachmentRepository,
    private readonly uploads: DocumentFiles,
  ) {}

  /**
   * The checked bytes are stored under a new key, so that nothing else can be served later.
   * @throws DomainError `ATTACHMENTS_TOO_MANY`, as {@link DocumentFiles.take} does
   */
  @Handles(activityAttachmentContract.add)
  add(request: AddAttachmentRequest, call: CallContext): Promise<Outcome<AttachmentView>> {
    const { fileKey, fileName, activityId: aboutId } = request;
    return takeIn(this.transactions, call, {
      contract: activityAttachmentContract.add,
      request,
      look: (tx) => this.look(tx, request),
      prepare: (ownerId) => this.uploads.take({ fileKey, fileName, ownerId, aboutId }),
      save: (tx, taken) => this.save(tx, request, taken),
    });
  }

  private async look(tx: Transaction, request: AddAttachmentRequest): Promise<string | null> {
    const activity = await this.access.find(tx, request.activityId);
    if (await this.attachments.findBySource(tx, activity.id, request.fileKey)) return null;
    requirePlace((await this.attachments.present(tx, activity.id)).length);
    return tx.personId;
  }

  private async save(
    tx: Transaction,
    request: AddAttachmentRequest,
    taken: CheckedDocument | null,
  ): Promise<AttachmentView | ExistingResult<AttachmentView>> {
    const activity = await this.access.lock(tx, request.activityId);
    const known = await this.attachments.findBySource(tx, activity.id, request.fileKey);
    if (known !== null) return new ExistingResult(attachmentViewOf(known));
    if (taken === null) throw new DomainError('ATTACHMENT_FILE_MISSING', { pointer: '/fileKey' });
    const present = await this.attachments.present(tx, activity.id);
    requirePlace(present.length);
    const row = attachmentOf(tx, request, { ...taken, position: (present.at(-1)?.position ?? 0) + 1 });
    await this.attachments.insert(tx, [row]);
    await this.uploads.save(tx, taken, row.sourceKey);
    const { kind, visibility, sha256 } = row;
    const after = { activityId: activity.id, kind, visibility, sha256 };
    tx.audit({ noun: 'activityAttachment', id: row.id, after });
    return attachmentViewOf(row);
  }
}

function attachmentOf(
  tx: Transaction,
  { activityId, fileKey, fileName, title, visibility }: AddAttachmentRequest,
  { file, checked: { kind }, position }: CheckedDocument & { readonly position: number },
): AttachmentRow {
  const saved = savedName(fileName, kind);
  return {
    activityId,
    id: newId(),
    position,
    title: titleOf(title, saved),
    fileName: saved,
    kind,
    visibility,
    fileKey: file.key,
    sourceKey: fileKey,
    sha256: file.sha256,
    size: file.size,
    createdBy: tx.personId,
    createdAt: tx.now,
    removedAt: null,
  };
}
