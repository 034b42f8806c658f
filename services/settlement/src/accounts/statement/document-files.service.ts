import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { StatementFileFormat } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { FileStore, type StoredFile } from '@gongxiang/messaging/files';
import { taskRequesterOf, Threads, fairTurns } from '@gongxiang/messaging/threads';
import { openPaperFonts } from '@gongxiang/paper';
import { workbookWriting } from './sheet-thread.js';
import type { StatementDocument, DocumentRequester } from './statement-document.model.js';
import { paperOf } from './statement-paper.js';
import { workbookOf } from './statement-sheet.js';
import { yieldTurn } from './yield-turn.js';

/** Injection token of the store for files that live for minutes. */
export const TEMPORARY_FILES = Symbol('brief files');

const mediaTypes: Readonly<Record<StatementFileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};
/** 10,000 lines take 1.2 MB of PDF; lines of maximum length take ten times as much. */
const fileBytesMax = 64 * 1024 * 1024;
/** Must stay below the limit of slow requests, so that previews of splits do not wait for files. */
const rendersAtOnce = 2;
const rendersWaitingMax = 60;

/** Renders documents to files, stored for minutes and only accessible to the caller. */
@Injectable()
export class DocumentFiles {
  private readonly turns = fairTurns(rendersAtOnce, rendersWaitingMax);

  constructor(
    @Inject(TEMPORARY_FILES) private readonly files: FileStore,
    private readonly threads: Threads,
  ) {}

  /**
   * @param name the file name without extension
   * @param documentOf builds the document when its turn comes
   * @throws DomainError `NOT_SIGNED_IN`, `BUSY`, `TIME_UP`
   */
  async render(
    { name, format }: { readonly name: string; readonly format: StatementFileFormat },
    documentOf: () => StatementDocument,
    call: CallContext,
  ): Promise<PrintedFileView> {
    const { personId } = requesterOf(call);
    return this.turns.take(taskRequesterOf(call), async () => {
      const document = documentOf();
      await yieldTurn(call.deadline);
      const { key, size } = await (format === 'pdf'
        ? this.renderPdf(document, personId, call.deadline)
        : this.renderWorkbook(document, personId, call));
      return { key, size, contentType: mediaTypes[format], fileName: `${name}.${format}` };
    });
  }

  /** Stores a file that is already rendered, such as a CSV. */
  async store(
    { name, bytes }: { readonly name: string; readonly bytes: Buffer },
    { contentType, types }: { readonly contentType: string; readonly types: readonly string[] },
    call: CallContext,
  ): Promise<PrintedFileView> {
    const options = { bytesMax: fileBytesMax, types: [...types], ownerId: requesterOf(call).personId };
    const { key, size } = await this.files.put(Readable.from([bytes]), options);
    return { key, size, contentType, fileName: name };
  }

  /** Streams pages into the store while later ones are drawn. */
  private async renderPdf(
    document: StatementDocument,
    ownerId: string,
    deadline: number,
  ): Promise<StoredFile> {
    const paper = paperOf(document, await openPaperFonts(), () => yieldTurn(deadline));
    const options = { bytesMax: fileBytesMax, types: ['application/pdf'], ownerId };
    const stored = this.files.put(paper.content, options);
    stored.catch(() => paper.content.destroy()); // the consumer is gone, so stop drawing pages
    await paper.print();
    return stored;
  }

  private async renderWorkbook(
    document: StatementDocument,
    ownerId: string,
    call: CallContext,
  ): Promise<StoredFile> {
    const workbook = workbookOf(document);
    await yieldTurn(call.deadline);
    const bytes = await this.threads.run(workbookWriting, workbook, taskRequesterOf(call));
    // An .xlsx is detected as a zip by its first bytes.
    const options = { bytesMax: fileBytesMax, types: ['application/zip'], ownerId };
    return this.files.put(Readable.from([Buffer.from(bytes)]), options);
  }
}

/** The requester of a document, with their language. @throws DomainError `NOT_SIGNED_IN` */
export function requesterOf({ actor, locale }: CallContext): DocumentRequester {
  if (actor === null) throw new DomainError('NOT_SIGNED_IN');
  const { personId, apiKeyId = null } = actor;
  return { personId, apiKeyId, locale };
}
