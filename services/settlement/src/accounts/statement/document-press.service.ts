import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { StatementFileFormat } from '@gongxiang/contracts/settlement/accounts/statement.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { FileStore, type StoredFile } from '@gongxiang/messaging/files';
import { askerOf, Threads, fairTurns } from '@gongxiang/messaging/threads';
import { openPaperFonts } from '@gongxiang/paper';
import { workbookWriting } from './sheet-thread.js';
import type { StatementDocument, StatementMaker } from './statement-document.model.js';
import { paperOf } from './statement-paper.js';
import { workbookOf } from './statement-sheet.js';
import { turnOf } from './turn-of.js';

/** Under this name the store of files that live for minutes is injected. */
export const BRIEF_FILES = Symbol('brief files');

const mediaTypes: Readonly<Record<StatementFileFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};
/** 10,000 lines make 1.2 MB of PDF; lines as long as they can be make ten times that. */
const fileBytesMax = 64 * 1024 * 1024;
/** Fewer than may be slow at a time: whoever tries out a split does not wait for a file. */
const rendersAtOnce = 2;
const rendersWaitingMax = 60;

/** Writes documents as files: keeps each for minutes, for the caller alone. */
@Injectable()
export class DocumentPress {
  private readonly turns = fairTurns(rendersAtOnce, rendersWaitingMax);

  constructor(
    @Inject(BRIEF_FILES) private readonly files: FileStore,
    private readonly threads: Threads,
  ) {}

  /**
   * @param name what the file is called, without its ending
   * @param documentOf puts it into words, once it is its turn
   * @throws DomainError `NOT_SIGNED_IN`, `BUSY`, `TIME_UP`
   */
  async render(
    { name, format }: { readonly name: string; readonly format: StatementFileFormat },
    documentOf: () => StatementDocument,
    call: CallContext,
  ): Promise<PrintedFileView> {
    const { personId } = makerOf(call);
    return this.turns.take(askerOf(call), async () => {
      const document = documentOf();
      await turnOf(call.deadline);
      const { key, size } = await (format === 'pdf'
        ? this.print(document, personId, call.deadline)
        : this.fill(document, personId, call));
      return { key, size, contentType: mediaTypes[format], fileName: `${name}.${format}` };
    });
  }

  /** The same for a file that is written already, such as a table for other programs. */
  async keep(
    { name, bytes }: { readonly name: string; readonly bytes: Buffer },
    { contentType, types }: { readonly contentType: string; readonly types: readonly string[] },
    call: CallContext,
  ): Promise<PrintedFileView> {
    const options = { bytesMax: fileBytesMax, types: [...types], ownerId: makerOf(call).personId };
    const { key, size } = await this.files.put(Readable.from([bytes]), options);
    return { key, size, contentType, fileName: name };
  }

  /** The store takes pages while later ones are drawn. */
  private async print(document: StatementDocument, ownerId: string, deadline: number): Promise<StoredFile> {
    const paper = paperOf(document, await openPaperFonts(), () => turnOf(deadline));
    const options = { bytesMax: fileBytesMax, types: ['application/pdf'], ownerId };
    const stored = this.files.put(paper.content, options);
    stored.catch(() => paper.content.destroy()); // nobody takes its pages any more, so no more are drawn
    await paper.print();
    return stored;
  }

  private async fill(document: StatementDocument, ownerId: string, call: CallContext): Promise<StoredFile> {
    const workbook = workbookOf(document);
    await turnOf(call.deadline);
    const bytes = await this.threads.run(workbookWriting, workbook, askerOf(call));
    // An .xlsx is a zip, and its first bytes say no more.
    const options = { bytesMax: fileBytesMax, types: ['application/zip'], ownerId };
    return this.files.put(Readable.from([Buffer.from(bytes)]), options);
  }
}

/** Who asks for a document, in which language. @throws DomainError `NOT_SIGNED_IN` */
export function makerOf({ actor, locale }: CallContext): StatementMaker {
  if (actor === null) throw new DomainError('NOT_SIGNED_IN');
  const { personId, apiKeyId = null } = actor;
  return { personId, apiKeyId, locale };
}
