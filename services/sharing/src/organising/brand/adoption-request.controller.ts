import { Controller } from '@nestjs/common';
import {
  adoptionRequestContract,
  AdoptionRequestIdRequest,
  type AdoptionRequestView,
  AskAdoptionRequest,
  ListAdoptionRequestsRequest,
  type Page,
  RefuseAdoptionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { AdoptionRequestService } from './adoption-request.service.js';

@Controller()
export class AdoptionRequestController {
  constructor(private readonly requests: AdoptionRequestService) {}

  @HandlesCommand(adoptionRequestContract.ask)
  ask(
    @Request() request: AskAdoptionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AdoptionRequestView>> {
    return this.requests.ask(request, call);
  }

  @HandlesCommand(adoptionRequestContract.approve)
  approve(
    @Request() request: AdoptionRequestIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AdoptionRequestView>> {
    return this.requests.approve(request, call);
  }

  @HandlesCommand(adoptionRequestContract.refuse)
  refuse(
    @Request() request: RefuseAdoptionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<AdoptionRequestView>> {
    return this.requests.refuse(request, call);
  }

  @HandlesQuery(adoptionRequestContract.list)
  list(
    @Request() request: ListAdoptionRequestsRequest,
    @Call() call: CallContext,
  ): Promise<Page<AdoptionRequestView>> {
    return this.requests.list(request, call);
  }
}
