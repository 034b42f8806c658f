import { Injectable } from '@nestjs/common';
import {
  type BulletinAttachmentRequest,
  bulletinFileContract,
  type BulletinPictureRequest,
} from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import type { AttachmentFileView, PictureFileView } from '@gongxiang/contracts/words/uploads';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { BulletinFileRow } from '../bulletin-file/bulletin-file.entity.js';
import { BulletinFileRepository } from '../bulletin-file/bulletin-file.repository.js';
import { storedDocument, storedPicture } from '../bulletin-file/bulletin-files.js';
import { BulletinReader } from './bulletin-reader.js';

/** Files of bulletins, for whoever may read what shows them, in its present revision or an earlier one. */
@Injectable()
export class BulletinFileReader {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: BulletinReader,
    private readonly files: BulletinFileRepository,
  ) {}

  @Handles(bulletinFileContract.picture)
  picture(request: BulletinPictureRequest, call: CallContext): Promise<PictureFileView> {
    return this.transactions.read(call, (tx) => {
      tx.authorise(actions.seeBulletins, {});
      return this.pictureOf(tx, request);
    });
  }

  @Handles(bulletinFileContract.publicPicture)
  publicPicture(request: BulletinPictureRequest, call: CallContext): Promise<PictureFileView> {
    return this.transactions.read(call, (tx) => this.pictureOf(tx, request));
  }

  @Handles(bulletinFileContract.attachment)
  attachment(request: BulletinAttachmentRequest, call: CallContext): Promise<AttachmentFileView> {
    return this.transactions.read(call, (tx) => {
      tx.authorise(actions.seeBulletins, {});
      return this.attachmentOf(tx, request);
    });
  }

  @Handles(bulletinFileContract.publicAttachment)
  publicAttachment(request: BulletinAttachmentRequest, call: CallContext): Promise<AttachmentFileView> {
    return this.transactions.read(call, (tx) => this.attachmentOf(tx, request));
  }

  private async pictureOf(
    tx: Transaction,
    { width, ...request }: BulletinPictureRequest,
  ): Promise<PictureFileView> {
    return storedPicture(await this.file(tx, request), width);
  }

  private async attachmentOf(
    tx: Transaction,
    request: BulletinAttachmentRequest,
  ): Promise<AttachmentFileView> {
    return storedDocument(await this.file(tx, request));
  }

  /** @throws DomainError `NOT_FOUND` */
  private async file(
    tx: Transaction,
    { bulletinId, fileId }: BulletinAttachmentRequest,
  ): Promise<BulletinFileRow> {
    await this.reader.readable(tx, bulletinId);
    const row = await this.files.ofBulletin(tx, bulletinId, fileId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }
}
