import { Controller } from '@nestjs/common';
import {
  confirmationContract,
  ConfirmationRequest,
  type ConfirmationSummaryView,
  type ConfirmationView,
  ListConfirmationsRequest,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ConfirmationService } from './confirmation.service.js';

@Controller()
export class ConfirmationController {
  constructor(private readonly confirmations: ConfirmationService) {}

  @HandlesQuery(confirmationContract.list)
  list(
    @Request() request: ListConfirmationsRequest,
    @Call() call: CallContext,
  ): Promise<Page<ConfirmationSummaryView>> {
    return this.confirmations.list(request, call);
  }

  @HandlesQuery(confirmationContract.get)
  get(@Request() request: ConfirmationRequest, @Call() call: CallContext): Promise<ConfirmationView> {
    return this.confirmations.get(request, call);
  }

  @HandlesCommand(confirmationContract.confirm)
  confirm(
    @Request() request: ConfirmationRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ConfirmationView>> {
    return this.confirmations.confirm(request, call);
  }
}
