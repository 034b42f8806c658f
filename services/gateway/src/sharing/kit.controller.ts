import { Controller } from '@nestjs/common';
import { kitContract, KitRequest, SetKitContentsRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'resources';

@Controller()
export class KitController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('PUT', 'resources/:resourceId/contents', kitContract.set, {
    tag,
    summary: 'Says what a kit is made of, from now on',
    ifMatch: true,
    example: {
      contents: [
        { resourceId: '019a0000-0000-7000-8000-000000000003', quantity: 1 },
        { resourceId: '019a0000-0000-7000-8000-000000000004', quantity: 20 },
      ],
    },
  })
  set(@Input() request: SetKitContentsRequest, @Call() call: CallContext) {
    return this.rpc.call(kitContract.set, request, call);
  }

  @Endpoint('GET', 'resources/:resourceId/contents', kitContract.get, {
    tag,
    summary: 'What a kit is made of',
  })
  get(@Input() request: KitRequest, @Call() call: CallContext) {
    return this.rpc.call(kitContract.get, request, call);
  }
}
