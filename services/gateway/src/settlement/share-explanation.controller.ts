import { Controller } from '@nestjs/common';
import { ExplainShareRequest, shareExplanationContract } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class ShareExplanationController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'cost-pools/:costPoolId/shares/:party', shareExplanationContract.get, {
    tag: 'costs',
    summary: 'Explains the share of one party: rule, facts, rounding, signatures, entry, netting and payment',
  })
  get(@Input() request: ExplainShareRequest, @Call() call: CallContext) {
    return this.rpc.call(shareExplanationContract.get, request, call);
  }
}
