import { Controller } from '@nestjs/common';
import {
  clubMemberContract,
  ClubMemberRequest,
  type ClubMemberView,
  EndClubMembershipRequest,
  JoinClubRequest,
  ListClubMembersRequest,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { ClubMemberService } from './club-member.service.js';

@Controller()
export class ClubMemberController {
  constructor(private readonly members: ClubMemberService) {}

  @HandlesCommand(clubMemberContract.join)
  join(@Request() request: JoinClubRequest, @Call() call: CallContext): Promise<Outcome<ClubMemberView>> {
    return this.members.join(request, call);
  }

  @HandlesCommand(clubMemberContract.end)
  end(
    @Request() request: EndClubMembershipRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ClubMemberView>> {
    return this.members.end(request, call);
  }

  @HandlesQuery(clubMemberContract.get)
  get(@Request() request: ClubMemberRequest, @Call() call: CallContext): Promise<ClubMemberView> {
    return this.members.get(request, call);
  }

  @HandlesQuery(clubMemberContract.list)
  list(@Request() request: ListClubMembersRequest, @Call() call: CallContext): Promise<Page<ClubMemberView>> {
    return this.members.list(request, call);
  }

  @Republishes('club-member')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.members.republish(tx, afterId, limit);
  }
}
