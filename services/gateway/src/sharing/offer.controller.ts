import { Controller } from '@nestjs/common';
import { ListOffersRequest, offerContract } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class OfferController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'offers', offerContract.list, {
    tag: 'resources',
    summary:
      'Searches everything that can be shared: resources, activities with free seats, brands; each with the reasons why it was found',
  })
  list(@Input() request: ListOffersRequest, @Call() call: CallContext) {
    return this.rpc.call(offerContract.list, request, call);
  }
}
