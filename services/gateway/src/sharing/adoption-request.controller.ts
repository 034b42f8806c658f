import { Controller } from '@nestjs/common';
import {
  adoptionRequestContract,
  AdoptionRequestIdRequest,
  AskAdoptionRequest,
  ListAdoptionRequestsRequest,
  RefuseAdoptionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'brands';

@Controller()
export class AdoptionRequestController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'brands/:brandId/adoption-requests', adoptionRequestContract.ask, {
    tag,
    summary: 'Asks the founder for a union that would hold editions',
    example: { unionId: '019a0000-0000-7000-8000-000000000001', note: '想在暑期办一场' },
  })
  ask(@Input() request: AskAdoptionRequest, @Call() call: CallContext) {
    return this.rpc.call(adoptionRequestContract.ask, request, call);
  }

  @Endpoint('GET', 'brands/:brandId/adoption-requests', adoptionRequestContract.list, {
    tag,
    summary: 'Lists who asked: all for the founder, their own for others',
  })
  list(@Input() request: ListAdoptionRequestsRequest, @Call() call: CallContext) {
    return this.rpc.call(adoptionRequestContract.list, request, call);
  }

  @Endpoint('POST', 'brands/:brandId/adoption-requests/:requestId/approve', adoptionRequestContract.approve, {
    tag,
    summary: 'Lets a union hold editions, as often as it likes',
    status: 200,
    example: {},
  })
  approve(@Input() request: AdoptionRequestIdRequest, @Call() call: CallContext) {
    return this.rpc.call(adoptionRequestContract.approve, request, call);
  }

  @Endpoint('POST', 'brands/:brandId/adoption-requests/:requestId/refuse', adoptionRequestContract.refuse, {
    tag,
    summary: 'Refuses, with the reason, which the union is told',
    status: 200,
    example: { reason: '请先派人来看一次' },
  })
  refuse(@Input() request: RefuseAdoptionRequest, @Call() call: CallContext) {
    return this.rpc.call(adoptionRequestContract.refuse, request, call);
  }
}
