import { Controller } from '@nestjs/common';
import {
  givenAndReceivedContract,
  GivenAndReceivedRequest,
  LendingGraphRequest,
  OfferSuggestionsRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'supply-and-demand';

@Controller()
export class GivenAndReceivedController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'unions/:unionId/given-and-received', givenAndReceivedContract.get, {
    tag,
    summary: 'What a union gave the others and received from them: loans, hours, seats',
  })
  get(@Input() request: GivenAndReceivedRequest, @Call() call: CallContext) {
    return this.rpc.call(givenAndReceivedContract.get, request, call);
  }

  @Endpoint('GET', 'lending-graph', givenAndReceivedContract.graph, {
    tag,
    summary: 'Who gave what to whom; pairs with which the caller has nothing to do are one sum',
  })
  graph(@Input() request: LendingGraphRequest, @Call() call: CallContext) {
    return this.rpc.call(givenAndReceivedContract.graph, request, call);
  }

  @Endpoint('GET', 'unions/:unionId/offer-suggestions', givenAndReceivedContract.suggest, {
    tag,
    summary: 'What a union might offer next: what others seek of the kind it owns, and what stands idle',
  })
  suggest(@Input() request: OfferSuggestionsRequest, @Call() call: CallContext) {
    return this.rpc.call(givenAndReceivedContract.suggest, request, call);
  }
}
