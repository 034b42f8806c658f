import { Injectable } from '@nestjs/common';
import {
  activityAttachmentContract,
  type AddAttachmentRequest,
  type AttachmentView,
} from '@gongxiang/contracts';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import type { Outcome } from '@gongxiang/messaging/rpc';
import { Existing, type Transaction, Transactions } from '@gongxiang/persistence';
import { type KeptFile, KeptFiles } from '../kept-file/kept-files.js';
import { PictureDesk } from '../picture/picture.desk.js';
import { type CheckedFile, checkAttachment } from './attachment-check.js';
import { requireBytes, requirePlace, savedName, titleOf } from './attachment-rules.js';
import type { AttachmentRow } from './attachment.entity.js';
import { AttachmentRepository } from './attachment.repository.js';
import { attachmentViewOf } from './attachment.view.js';

interface Taken {
  readonly file: KeptFile;
  readonly checked: CheckedFile;
}

/** Takes attachments in: by whoever shows pictures of the activity, too. */
@Injectable()
export class AttachmentIntake {
  constructor(
    private readonly transactions: Transactions,
    private readonly desk: PictureDesk,
    private readonly attachments: AttachmentRepository,
    private readonly files: KeptFiles,
  ) {}

  /**
   * A look whether it may be taken, the check without a lock, and the decision under the lock. What was checked is kept anew,
   * so that nothing else can be given out later; an upload makes one attachment of an activity, however often it is asked for.
   * @throws DomainError `ATTACHMENTS_TOO_MANY`, `ATTACHMENT_FILE_MISSING`, as {@link checkAttachment} does
   */
  async add(request: AddAttachmentRequest, call: CallContext): Promise<Outcome<AttachmentView>> {
    const ownerId = await this.mayTake(request, call);
    const taken = ownerId === null ? null : await this.take(request, ownerId);
    return this.transactions.command(call, activityAttachmentContract.add, request, async (tx) => {
      const activity = await this.desk.take(tx, request.activityId);
      const known = await this.attachments.findBySource(tx, activity.id, request.fileKey);
      if (known !== null) return new Existing(attachmentViewOf(known));
      if (taken === null) throw new DomainError('ATTACHMENT_FILE_MISSING', { pointer: '/fileKey' });
      const present = await this.attachments.present(tx, activity.id);
      requirePlace(present.length);
      const row = attachmentOf(tx, request, { ...taken, position: (present.at(-1)?.position ?? 0) + 1 });
      await this.attachments.insert(tx, [row]);
      await this.files.need(tx, [taken.file]);
      await this.files.forget(tx, [row.sourceKey]);
      const { kind, visibility, sha256 } = row;
      const after = { activityId: activity.id, kind, visibility, sha256 };
      tx.audit({ noun: 'activityAttachment', id: row.id, after });
      return attachmentViewOf(row);
    });
  }

  /** @returns whose file it has to be; null where an attachment was made of it already */
  private mayTake(request: AddAttachmentRequest, call: CallContext): Promise<string | null> {
    return this.transactions.read(call, async (tx) => {
      const activity = await this.desk.look(tx, request.activityId);
      if (await this.attachments.findBySource(tx, activity.id, request.fileKey)) return null;
      requirePlace((await this.attachments.present(tx, activity.id)).length);
      return tx.personId;
    });
  }

  private async take(request: AddAttachmentRequest, ownerId: string): Promise<Taken> {
    const { fileKey, fileName, activityId: aboutId } = request;
    const upload = { fileKey, ownerId, missing: 'ATTACHMENT_FILE_MISSING', requireBytes } as const;
    const bytes = await this.files.read(upload);
    const checked = checkAttachment(bytes, fileName);
    const [file] = await this.files.keep([{ bytes, type: checked.sniffed }], { ownerId, aboutId });
    if (file === undefined) throw new Error('what was kept is one file');
    return { file, checked };
  }
}

function attachmentOf(
  tx: Transaction,
  { activityId, fileKey, fileName, title, visibility }: AddAttachmentRequest,
  { file, checked: { kind }, position }: Taken & { readonly position: number },
): AttachmentRow {
  const saved = savedName(fileName, kind);
  return {
    ...{ activityId, id: newId(), position, title: titleOf(title, saved), fileName: saved, kind, visibility },
    ...{ fileKey: file.key, sourceKey: fileKey, sha256: file.sha256, size: file.size },
    ...{ createdBy: tx.personId, createdAt: tx.now, removedAt: null },
  };
}
