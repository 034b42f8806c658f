import { Injectable } from '@nestjs/common';
import {
  type RenderStatementRequest,
  statementContract,
  statementFileLinesMax,
} from '@gongxiang/contracts/settlement/accounts/statement.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { DocumentFiles, requesterOf } from './document-files.service.js';
import { documentOf } from './statement-document.model.js';
import { fileNameOf } from './statement-file-name.model.js';
import { StatementService } from './statement.service.js';
import { textsFor } from './statement-texts.model.js';

/** Renders statements to files. */
@Injectable()
export class StatementFileService {
  constructor(
    private readonly statements: StatementService,
    private readonly documentFiles: DocumentFiles,
  ) {}

  /**
   * Renders the file and stores it for minutes, only accessible to the caller.
   * @throws DomainError as {@link StatementService.account} does; `STATEMENT_TOO_LONG` (`linesMax`), `TIME_UP`
   */
  @Handles(statementContract.render)
  async render(request: RenderStatementRequest, call: CallContext): Promise<PrintedFileView> {
    const account = await this.statements.account(request, call, statementFileLinesMax);
    if (account.truncated) {
      const params = { linesMax: statementFileLinesMax };
      throw new DomainError('STATEMENT_TOO_LONG', { pointer: '/from', params });
    }
    const requester = requesterOf(call);
    const name = fileNameOf(account, { texts: textsFor(account.party.kind, call.locale) });
    return this.documentFiles.render(
      { name, format: request.format },
      () => documentOf(account, requester),
      call,
    );
  }
}
