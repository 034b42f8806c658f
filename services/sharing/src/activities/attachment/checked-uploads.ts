import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { type KeptFile, KeptFiles } from '../../files/kept-file/kept-files.js';
import { type CheckedFile, checkAttachment } from './attachment-check.js';
import { requireBytes } from './attachment-rules.js';

/** A file that may be handed to others, kept as it was checked. */
export interface CheckedUpload {
  readonly file: KeptFile;
  readonly checked: CheckedFile;
}

/** Documents that somebody uploads for others, whatever they belong to. */
@Injectable()
export class CheckedUploads {
  constructor(private readonly files: KeptFiles) {}

  /**
   * Looks through an upload and keeps what was checked, until {@link keep} says that somebody refers to it.
   * @throws DomainError `ATTACHMENT_FILE_MISSING`, as {@link checkAttachment} does
   */
  async take(upload: {
    readonly fileKey: string;
    readonly fileName: string;
    readonly ownerId: string;
    readonly aboutId: string;
  }): Promise<CheckedUpload> {
    const { fileKey, fileName, ownerId, aboutId } = upload;
    const bytes = await this.files.read({
      fileKey,
      ownerId,
      missing: 'ATTACHMENT_FILE_MISSING' as const,
      requireBytes,
    });
    const checked = checkAttachment(bytes, fileName);
    const [file] = await this.files.keep([{ bytes, type: checked.sniffed }], { ownerId, aboutId });
    if (file === undefined) throw new Error('what was kept is one file');
    return { file, checked };
  }

  /** Somebody refers to it from now on, and nobody to the upload. */
  async keep(tx: Transaction, { file }: CheckedUpload, uploadKey: string): Promise<void> {
    await this.files.need(tx, [file]);
    await this.files.forget(tx, [uploadKey]);
  }

  /** Nobody refers to what was kept any more. */
  forget(tx: Transaction, fileKey: string): Promise<void> {
    return this.files.forget(tx, [fileKey]);
  }
}
