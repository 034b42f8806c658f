import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import {
  type PrintedFileView,
  type RenderStatementRequest,
  statementFileLinesMax,
  type StatementFileFormat,
} from '@gongxiang/contracts';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { FileStore, type StoredFile } from '@gongxiang/messaging/files';
import { Places } from '@gongxiang/messaging/rpc';
import { openPaperFonts } from '@gongxiang/paper';
import { writeWorkbook } from './sheet-thread.js';
import { documentOf, type StatementDocument } from './statement-document.model.js';
import { fileNameOf } from './statement-file-name.model.js';
import { paperOf } from './statement-paper.js';
import { workbookOf } from './statement-sheet.js';
import { StatementService } from './statement.service.js';
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

/** Writes statements as files, for whoever may see them. */
@Injectable()
export class StatementFileService {
  private readonly places = new Places(rendersAtOnce, rendersWaitingMax);

  constructor(
    private readonly statements: StatementService,
    @Inject(BRIEF_FILES) private readonly files: FileStore,
  ) {}

  /**
   * Makes the file and keeps it for minutes, for the caller alone.
   * @throws DomainError as {@link StatementService.account} does; `STATEMENT_TOO_LONG` (`linesMax`), `TIME_UP`
   */
  async render(request: RenderStatementRequest, call: CallContext): Promise<PrintedFileView> {
    const account = await this.statements.account(request, call, statementFileLinesMax);
    if (account.truncated) {
      const params = { linesMax: statementFileLinesMax };
      throw new DomainError('STATEMENT_TOO_LONG', { pointer: '/from', params });
    }
    if (call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    const { personId, apiKeyId = null } = call.actor;
    return this.places.take(call.deadline, async () => {
      const document = documentOf(account, { personId, apiKeyId, locale: call.locale });
      await turnOf(call.deadline);
      const { key, size } = await (request.format === 'pdf'
        ? this.print(document, personId, call.deadline)
        : this.fill(document, personId, call.deadline));
      const { format } = request;
      return { key, size, contentType: mediaTypes[format], fileName: fileNameOf(account, document, format) };
    });
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

  private async fill(document: StatementDocument, ownerId: string, deadline: number): Promise<StoredFile> {
    const workbook = workbookOf(document);
    await turnOf(deadline);
    const bytes = await writeWorkbook(workbook);
    // An .xlsx is a zip, and its first bytes say no more.
    const options = { bytesMax: fileBytesMax, types: ['application/zip'], ownerId };
    return this.files.put(Readable.from([Buffer.from(bytes)]), options);
  }
}
