import { Controller } from '@nestjs/common';
import { clubContract, CreateClubRequest, GetClubRequest, ListClubsRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class ClubController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'clubs', clubContract.create, {
    tag: 'clubs',
    summary: 'Adds a club',
    example: { name: '职工羽毛球俱乐部', unionId: '019a0000-0000-7000-8000-000000000001' },
  })
  create(@Input() request: CreateClubRequest, @Call() call: CallContext) {
    return this.rpc.call(clubContract.create, request, call);
  }

  @Endpoint('GET', 'clubs', clubContract.list, { tag: 'clubs', summary: 'Lists clubs by name' })
  list(@Input() request: ListClubsRequest, @Call() call: CallContext) {
    return this.rpc.call(clubContract.list, request, call);
  }

  @Endpoint('GET', 'clubs/:clubId', clubContract.get, { tag: 'clubs', summary: 'Shows a club' })
  get(@Input() request: GetClubRequest, @Call() call: CallContext) {
    return this.rpc.call(clubContract.get, request, call);
  }
}
