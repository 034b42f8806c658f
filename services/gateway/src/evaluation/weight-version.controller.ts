import { Controller } from '@nestjs/common';
import {
  CreateWeightVersionRequest,
  ListWeightVersionsRequest,
  weightVersionContract,
  WeightVersionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class WeightVersionController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'indicator-systems/:systemId/weight-versions', weightVersionContract.create, {
    tag: 'indicators',
    summary: 'Weighs the indicators of a published system',
    example: {
      nodes: [
        {
          parentKey: null,
          method: 'ahp',
          items: ['people', 'came'],
          upper: [['3']],
          solver: 'eigenvector',
          randomIndex: 'saaty-1980',
        },
        { parentKey: 'people', method: 'direct', items: ['liked', 'ours'], weights: [2, 1] },
      ],
    },
  })
  create(@Input() request: CreateWeightVersionRequest, @Call() call: CallContext) {
    return this.rpc.call(weightVersionContract.create, request, call);
  }

  @Endpoint('GET', 'indicator-systems/:systemId/weight-versions', weightVersionContract.list, {
    tag: 'indicators',
    summary: 'The weight versions of a system, newest first',
  })
  list(@Input() request: ListWeightVersionsRequest, @Call() call: CallContext) {
    return this.rpc.call(weightVersionContract.list, request, call);
  }

  @Endpoint('GET', 'weight-versions/:weightVersionId', weightVersionContract.get, {
    tag: 'indicators',
    summary: 'One weight version, with its judgements and their consistency',
  })
  get(@Input() request: WeightVersionRequest, @Call() call: CallContext) {
    return this.rpc.call(weightVersionContract.get, request, call);
  }

  @Endpoint('POST', 'weight-versions/:weightVersionId/activate', weightVersionContract.activate, {
    tag: 'indicators',
    summary: 'Puts it in force; refused with a consistency ratio above 0.10',
    status: 200,
    freshRoles: true,
  })
  activate(@Input() request: WeightVersionRequest, @Call() call: CallContext) {
    return this.rpc.call(weightVersionContract.activate, request, call);
  }
}
