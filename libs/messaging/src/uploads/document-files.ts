import { Injectable } from '@nestjs/common';
import type { StoredFile } from '../files/file-store.js';
import { StoredFiles } from '../files/stored-files.js';
import type { Transaction } from '@gongxiang/persistence';
import { type CheckedFile, checkDocument } from './document-check.js';
import { requireBytes } from './document-rules.js';

/** A checked file, stored so that it may be served to others. */
export interface CheckedDocument {
  readonly file: StoredFile;
  readonly checked: CheckedFile;
}

/** Documents uploaded for others, for any feature. */
@Injectable()
export class DocumentFiles {
  constructor(private readonly files: StoredFiles) {}

  /**
   * Checks an upload and stores the checked bytes until {@link save} confirms a reference.
   * @throws DomainError `ATTACHMENT_FILE_MISSING`, as {@link checkDocument} does
   */
  async take(upload: {
    readonly fileKey: string;
    readonly fileName: string;
    readonly ownerId: string;
    readonly aboutId: string;
  }): Promise<CheckedDocument> {
    const { fileKey, fileName, ownerId, aboutId } = upload;
    const bytes = await this.files.read({
      fileKey,
      ownerId,
      missing: 'ATTACHMENT_FILE_MISSING' as const,
      requireBytes,
    });
    const checked = checkDocument(bytes, fileName);
    const [file] = await this.files.store([{ bytes, type: checked.sniffed }], { ownerId, aboutId });
    if (file === undefined) throw new Error('what was kept is one file');
    return { file, checked };
  }

  /** Confirms the reference to the stored file and drops the one to the upload. */
  async save(tx: Transaction, { file }: CheckedDocument, uploadKey: string): Promise<void> {
    await this.files.need(tx, [file]);
    await this.files.forget(tx, [uploadKey]);
  }

  /** Drops the reference to a stored file. */
  forget(tx: Transaction, fileKey: string): Promise<void> {
    return this.files.forget(tx, [fileKey]);
  }
}
