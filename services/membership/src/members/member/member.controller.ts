import { Controller } from '@nestjs/common';
import {
  ChangeMemberRequest,
  CreateMemberRequest,
  EndMembershipRequest,
  GetMemberRequest,
  ListMembersRequest,
  memberContract,
  type MemberView,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { MemberService } from './member.service.js';

@Controller()
export class MemberController {
  constructor(private readonly members: MemberService) {}

  @HandlesCommand(memberContract.create)
  create(@Request() request: CreateMemberRequest, @Call() call: CallContext): Promise<Outcome<MemberView>> {
    return this.members.create(request, call);
  }

  @HandlesQuery(memberContract.get)
  get(@Request() request: GetMemberRequest, @Call() call: CallContext): Promise<MemberView> {
    return this.members.get(request, call);
  }

  @HandlesQuery(memberContract.list)
  list(@Request() request: ListMembersRequest, @Call() call: CallContext): Promise<Page<MemberView>> {
    return this.members.list(request, call);
  }

  @HandlesCommand(memberContract.change)
  change(@Request() request: ChangeMemberRequest, @Call() call: CallContext): Promise<Outcome<MemberView>> {
    return this.members.change(request, call);
  }

  @HandlesCommand(memberContract.end)
  end(@Request() request: EndMembershipRequest, @Call() call: CallContext): Promise<Outcome<MemberView>> {
    return this.members.end(request, call);
  }

  @Republishes('member')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.members.republish(tx, afterId, limit);
  }
}
