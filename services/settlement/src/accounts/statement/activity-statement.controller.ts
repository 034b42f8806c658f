import { Controller } from '@nestjs/common';
import {
  activityStatementContract,
  ActivityStatementRequest,
  type ActivityStatementView,
  type PrintedFileView,
  RenderActivityStatementRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { ActivityStatementService } from './activity-statement.service.js';

@Controller()
export class ActivityStatementController {
  constructor(private readonly statements: ActivityStatementService) {}

  @HandlesQuery(activityStatementContract.get)
  get(
    @Request() request: ActivityStatementRequest,
    @Call() call: CallContext,
  ): Promise<ActivityStatementView> {
    return this.statements.get(request, call);
  }

  @HandlesQuery(activityStatementContract.render)
  render(
    @Request() request: RenderActivityStatementRequest,
    @Call() call: CallContext,
  ): Promise<PrintedFileView> {
    return this.statements.render(request, call);
  }
}
