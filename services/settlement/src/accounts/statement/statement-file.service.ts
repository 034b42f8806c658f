import { Injectable } from '@nestjs/common';
import {
  type RenderStatementRequest,
  statementContract,
  statementFileLinesMax,
} from '@gongxiang/contracts/settlement/accounts/statement.contract';
import type { PrintedFileView } from '@gongxiang/contracts/words/printed-file';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { DocumentPress, makerOf } from './document-press.service.js';
import { documentOf } from './statement-document.model.js';
import { fileNameOf } from './statement-file-name.model.js';
import { StatementService } from './statement.service.js';
import { textsFor } from './statement-texts.model.js';

/** Writes statements as files, for whoever may see them. */
@Injectable()
export class StatementFileService {
  constructor(
    private readonly statements: StatementService,
    private readonly press: DocumentPress,
  ) {}

  /**
   * Makes the file and keeps it for minutes, for the caller alone.
   * @throws DomainError as {@link StatementService.account} does; `STATEMENT_TOO_LONG` (`linesMax`), `TIME_UP`
   */
  @Handles(statementContract.render)
  async render(request: RenderStatementRequest, call: CallContext): Promise<PrintedFileView> {
    const account = await this.statements.account(request, call, statementFileLinesMax);
    if (account.truncated) {
      const params = { linesMax: statementFileLinesMax };
      throw new DomainError('STATEMENT_TOO_LONG', { pointer: '/from', params });
    }
    const maker = makerOf(call);
    const name = fileNameOf(account, { texts: textsFor(account.party.kind, call.locale) });
    return this.press.render({ name, format: request.format }, () => documentOf(account, maker), call);
  }
}
