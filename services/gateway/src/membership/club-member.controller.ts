import { Controller } from '@nestjs/common';
import {
  clubMemberContract,
  ClubMemberRequest,
  EndClubMembershipRequest,
  JoinClubRequest,
  ListClubMembersRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'clubs';

@Controller()
export class ClubMemberController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'clubs/:clubId/members', clubMemberContract.join, {
    tag,
    summary: 'Joins a club, or as an officer of its union adds somebody; who is in it already stays as he is',
    example: {},
  })
  join(@Input() request: JoinClubRequest, @Call() call: CallContext) {
    return this.rpc.call(clubMemberContract.join, request, call);
  }

  @Endpoint('GET', 'clubs/:clubId/members', clubMemberContract.list, {
    tag,
    summary: 'Lists who is in a club, for officers of its union and for those who are in it',
  })
  list(@Input() request: ListClubMembersRequest, @Call() call: CallContext) {
    return this.rpc.call(clubMemberContract.list, request, call);
  }

  @Endpoint('GET', 'clubs/:clubId/members/:personId', clubMemberContract.get, {
    tag,
    summary: 'Shows since when somebody is in a club, or until when he was',
  })
  get(@Input() request: ClubMemberRequest, @Call() call: CallContext) {
    return this.rpc.call(clubMemberContract.get, request, call);
  }

  @Endpoint('POST', 'clubs/:clubId/members/:personId/end', clubMemberContract.end, {
    tag,
    summary: 'Leaves a club, or removes somebody from it for a reason',
    status: 200,
    example: { reason: '已调离本地区' },
  })
  end(@Input() request: EndClubMembershipRequest, @Call() call: CallContext) {
    return this.rpc.call(clubMemberContract.end, request, call);
  }
}
