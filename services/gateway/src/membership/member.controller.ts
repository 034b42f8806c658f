import { Controller } from '@nestjs/common';
import {
  memberContract,
  ChangeMemberRequest,
  CreateMemberRequest,
  EndMembershipRequest,
  GetMemberRequest,
  ListMembersRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class MemberController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'members', memberContract.create, {
    tag: 'members',
    summary: 'Adds a member to a union',
    example: {
      unionId: '019a0000-0000-7000-8000-000000000001',
      name: '张三',
      residentNumber: '11010519491231002X',
    },
  })
  create(@Input() request: CreateMemberRequest, @Call() call: CallContext) {
    return this.rpc.call(memberContract.create, request, call);
  }

  @Endpoint('GET', 'members', memberContract.list, {
    tag: 'members',
    summary: 'Lists the members that the caller has to do with',
  })
  list(@Input() request: ListMembersRequest, @Call() call: CallContext) {
    return this.rpc.call(memberContract.list, request, call);
  }

  @Endpoint('GET', 'members/:memberId', memberContract.get, { tag: 'members', summary: 'Shows a member' })
  get(@Input() request: GetMemberRequest, @Call() call: CallContext) {
    return this.rpc.call(memberContract.get, request, call);
  }

  @Endpoint('PATCH', 'members/:memberId', memberContract.change, {
    tag: 'members',
    summary: 'Says on what terms a member works',
    ifMatch: true,
    example: { employmentKind: 'dispatched' },
  })
  change(@Input() request: ChangeMemberRequest, @Call() call: CallContext) {
    return this.rpc.call(memberContract.change, request, call);
  }

  @Endpoint('POST', 'members/:memberId/end', memberContract.end, {
    tag: 'members',
    summary: 'Ends a membership',
    status: 200,
    example: { validTo: '2026-12-31' },
  })
  end(@Input() request: EndMembershipRequest, @Call() call: CallContext) {
    return this.rpc.call(memberContract.end, request, call);
  }
}
