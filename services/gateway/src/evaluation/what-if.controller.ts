import { Controller } from '@nestjs/common';
import { WeightVersionRequest, whatIfContract, WhatIfRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'indicators';

@Controller()
export class WhatIfController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'weight-versions/:weightVersionId/what-if', whatIfContract.compute, {
    tag,
    summary:
      'Computes every rank by this version, or by weights changed in it, beside those in force; saves nothing',
    status: 200,
    idempotent: false,
    example: { weights: [{ key: 'liked', weight: 0.5 }] },
  })
  compute(@Input() request: WhatIfRequest, @Call() call: CallContext) {
    return this.rpc.call(whatIfContract.compute, request, call);
  }

  @Endpoint('GET', 'weight-versions/:weightVersionId/sensitivity', whatIfContract.sensitivity, {
    tag,
    summary:
      'For each indicator the smallest change of its weight that would swap the first two of the newest scores',
  })
  sensitivity(@Input() request: WeightVersionRequest, @Call() call: CallContext) {
    return this.rpc.call(whatIfContract.sensitivity, request, call);
  }

  @Endpoint('GET', 'weight-versions/:weightVersionId/methods', whatIfContract.compare, {
    tag,
    summary: 'The same groups weighed by AHP, by hand, entropy, CRITIC and mixtures, side by side',
  })
  compare(@Input() request: WeightVersionRequest, @Call() call: CallContext) {
    return this.rpc.call(whatIfContract.compare, request, call);
  }
}
