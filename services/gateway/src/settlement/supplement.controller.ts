import { Controller } from '@nestjs/common';
import {
  DiscardCostPoolRequest,
  ListPoolStepsRequest,
  OpenSupplementRequest,
  PoolUsageRequest,
  supplementContract,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'costs';

@Controller()
export class SupplementController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'cost-pools/:costPoolId/supplements', supplementContract.open, {
    tag,
    summary:
      'Opens a supplement for bills that come after the approval, under the same version of the agreement; one that is open answers 200',
  })
  open(@Input() request: OpenSupplementRequest, @Call() call: CallContext) {
    return this.rpc.call(supplementContract.open, request, call);
  }

  @Endpoint('DELETE', 'cost-pools/:costPoolId', supplementContract.discard, {
    tag,
    summary: 'Takes back an open pool that holds no bills; If-Match names its version',
    ifMatch: true,
  })
  discard(@Input() request: DiscardCostPoolRequest, @Call() call: CallContext) {
    return this.rpc.call(supplementContract.discard, request, call);
  }

  @Endpoint('GET', 'cost-pools/:costPoolId/usage', supplementContract.getUsage, {
    tag,
    summary: 'What the loans for the activity came to for each party, and what the shares rest on',
  })
  usage(@Input() request: PoolUsageRequest, @Call() call: CallContext) {
    return this.rpc.call(supplementContract.getUsage, request, call);
  }

  @Endpoint('GET', 'cost-pools/:costPoolId/steps', supplementContract.listSteps, {
    tag,
    summary: 'Who did what to a pool, and when, from its opening on',
  })
  steps(@Input() request: ListPoolStepsRequest, @Call() call: CallContext) {
    return this.rpc.call(supplementContract.listSteps, request, call);
  }
}
