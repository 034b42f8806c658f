import { Controller } from '@nestjs/common';
import { GetStatementRequest, statementContract, type StatementView } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { StatementService } from './statement.service.js';

@Controller()
export class StatementController {
  constructor(private readonly statements: StatementService) {}

  @HandlesQuery(statementContract.get)
  get(@Request() request: GetStatementRequest, @Call() call: CallContext): Promise<StatementView> {
    return this.statements.get(request, call);
  }
}
