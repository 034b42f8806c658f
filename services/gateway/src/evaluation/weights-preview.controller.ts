import { Controller } from '@nestjs/common';
import { previewContract, PreviewRankingRequest, PreviewWeightsRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class WeightsPreviewController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'previews/weights', previewContract.weights, {
    tag: 'previews',
    summary: 'Computes weights by AHP, entropy or CRITIC, and saves nothing',
    status: 200,
    idempotent: false,
    example: {
      method: 'ahp',
      items: ['a', 'b', 'c'],
      upper: [['1/3', '2'], ['5']],
      solver: 'eigenvector',
      randomIndex: 'saaty-1980',
    },
  })
  weights(@Input() request: PreviewWeightsRequest, @Call() call: CallContext) {
    return this.rpc.call(previewContract.weights, request, call);
  }

  @Endpoint('POST', 'previews/ranking', previewContract.ranking, {
    tag: 'previews',
    summary: 'Ranks alternatives by TOPSIS, and saves nothing',
    status: 200,
    idempotent: false,
    example: {
      method: 'topsis',
      rows: [
        [250, 16],
        [200, 32],
        [300, 8],
      ],
      weights: [0.6, 0.4],
      directions: ['min', 'max'],
      scaling: 'vector',
    },
  })
  ranking(@Input() request: PreviewRankingRequest, @Call() call: CallContext) {
    return this.rpc.call(previewContract.ranking, request, call);
  }
}
