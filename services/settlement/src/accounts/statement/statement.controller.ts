import { Controller } from '@nestjs/common';
import {
  GetStatementRequest,
  RenderStatementRequest,
  statementContract,
  type PrintedFileView,
  type StatementView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { StatementFileService } from './statement-file.service.js';
import { StatementService } from './statement.service.js';

@Controller()
export class StatementController {
  constructor(
    private readonly statements: StatementService,
    private readonly files: StatementFileService,
  ) {}

  @HandlesQuery(statementContract.get)
  get(@Request() request: GetStatementRequest, @Call() call: CallContext): Promise<StatementView> {
    return this.statements.get(request, call);
  }

  @HandlesQuery(statementContract.render)
  render(@Request() request: RenderStatementRequest, @Call() call: CallContext): Promise<PrintedFileView> {
    return this.files.render(request, call);
  }
}
