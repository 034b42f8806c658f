import { Controller } from '@nestjs/common';
import {
  AskExtensionRequest,
  extensionRequestContract,
  ExtensionRequestRequest,
  ExtensionRequestsRequest,
  type ExtensionRequestsView,
  type ExtensionRequestView,
  RefuseExtensionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ExtensionRequestService } from './extension-request.service.js';

@Controller()
export class ExtensionRequestController {
  constructor(private readonly extensions: ExtensionRequestService) {}

  @HandlesCommand(extensionRequestContract.ask)
  ask(
    @Request() request: AskExtensionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ExtensionRequestView>> {
    return this.extensions.ask(request, call);
  }

  @HandlesQuery(extensionRequestContract.list)
  list(
    @Request() request: ExtensionRequestsRequest,
    @Call() call: CallContext,
  ): Promise<ExtensionRequestsView> {
    return this.extensions.list(request, call);
  }

  @HandlesCommand(extensionRequestContract.approve)
  approve(
    @Request() request: ExtensionRequestRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ExtensionRequestView>> {
    return this.extensions.approve(request, call);
  }

  @HandlesCommand(extensionRequestContract.refuse)
  refuse(
    @Request() request: RefuseExtensionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ExtensionRequestView>> {
    return this.extensions.refuse(request, call);
  }

  @HandlesCommand(extensionRequestContract.withdraw)
  withdraw(
    @Request() request: ExtensionRequestRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ExtensionRequestView>> {
    return this.extensions.withdraw(request, call);
  }
}
