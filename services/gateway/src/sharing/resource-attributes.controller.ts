import { Controller } from '@nestjs/common';
import {
  GetResourceRequest,
  resourceAttributesContract,
  SaveResourceAttributesRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'resources';

@Controller()
export class ResourceAttributesController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('PUT', 'resources/:resourceId/attributes', resourceAttributesContract.save, {
    tag,
    summary: 'Says what a resource has that those of other functions have not; what is left out goes',
    example: { areaSquareMetres: 420, equipment: ['投影', '音响'], accessibility: '有坡道' },
  })
  save(@Input() request: SaveResourceAttributesRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceAttributesContract.save, request, call);
  }

  @Endpoint('GET', 'resources/:resourceId/attributes', resourceAttributesContract.get, {
    tag,
    summary: 'What a resource has that those of other functions have not',
  })
  get(@Input() request: GetResourceRequest, @Call() call: CallContext) {
    return this.rpc.call(resourceAttributesContract.get, request, call);
  }
}
