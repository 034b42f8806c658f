import { Controller } from '@nestjs/common';
import {
  givenAndReceivedContract,
  GivenAndReceivedRequest,
  type GivenAndReceivedView,
  LendingGraphRequest,
  type LendingGraphView,
  OfferSuggestionsRequest,
  type OfferSuggestionsView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { GivenAndReceivedService } from './given-and-received.service.js';

@Controller()
export class GivenAndReceivedController {
  constructor(private readonly shared: GivenAndReceivedService) {}

  @HandlesQuery(givenAndReceivedContract.get)
  get(@Request() request: GivenAndReceivedRequest, @Call() call: CallContext): Promise<GivenAndReceivedView> {
    return this.shared.get(request, call);
  }

  @HandlesQuery(givenAndReceivedContract.graph)
  graph(@Request() request: LendingGraphRequest, @Call() call: CallContext): Promise<LendingGraphView> {
    return this.shared.graph(request, call);
  }

  @HandlesQuery(givenAndReceivedContract.suggest)
  suggest(
    @Request() request: OfferSuggestionsRequest,
    @Call() call: CallContext,
  ): Promise<OfferSuggestionsView> {
    return this.shared.suggest(request, call);
  }
}
