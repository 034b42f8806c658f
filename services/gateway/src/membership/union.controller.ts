import { Controller } from '@nestjs/common';
import {
  ChangeUnionRequest,
  CreateUnionRequest,
  GetUnionRequest,
  ListUnionsRequest,
  unionContract,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { PublicReads } from '../http/public-reads.js';

@Controller()
export class UnionController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reads: PublicReads,
  ) {}

  @Endpoint('POST', 'unions', unionContract.create, {
    tag: 'unions',
    summary: 'Adds a union below another',
    example: { parentId: '019a0000-0000-7000-8000-000000000001', name: '青山区总工会' },
  })
  create(@Input() request: CreateUnionRequest, @Call() call: CallContext) {
    return this.rpc.call(unionContract.create, request, call);
  }

  @Endpoint('GET', 'unions', unionContract.list, { tag: 'unions', summary: 'Lists unions by name' })
  list(@Input() request: ListUnionsRequest, @Call() call: CallContext) {
    return this.rpc.call(unionContract.list, request, call);
  }

  @Endpoint('GET', 'unions/:unionId', unionContract.get, { tag: 'unions', summary: 'Shows a union' })
  get(@Input() request: GetUnionRequest, @Call() call: CallContext) {
    return this.rpc.call(unionContract.get, request, call);
  }

  @Endpoint('GET', 'public/unions/:unionId', unionContract.getPublic, {
    tag: 'public',
    summary: 'Shows a union to anyone, without persons',
    public: true,
    cacheSeconds: 10,
  })
  getPublic(@Input() request: GetUnionRequest, @Call() call: CallContext) {
    return this.reads.ask(unionContract.getPublic, request, call);
  }

  @Endpoint('PATCH', 'unions/:unionId', unionContract.change, {
    tag: 'unions',
    summary:
      'Changes what a union is called, its tier, or where it is to be found; its own officer’s name and tier wait for the union above',
    ifMatch: true,
    example: {
      name: '青山区总工会',
      tier: 'district',
      place: { longitude: 114.31, latitude: 30.54, address: '青山区钢桥路 18 号' },
    },
  })
  change(@Input() request: ChangeUnionRequest, @Call() call: CallContext) {
    return this.rpc.call(unionContract.change, request, call);
  }
}
