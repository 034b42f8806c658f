import { Controller } from '@nestjs/common';
import {
  coHostContract,
  CoHostInvitationIdRequest,
  type CoHostView,
  DeclineCoHostInvitationRequest,
  InviteCoHostRequest,
  ListCoHostInvitationsRequest,
  ListCoHostsRequest,
  type Page,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { CoHostService } from './co-host.service.js';

@Controller()
export class CoHostController {
  constructor(private readonly coHosts: CoHostService) {}

  @HandlesCommand(coHostContract.invite)
  invite(@Request() request: InviteCoHostRequest, @Call() call: CallContext): Promise<Outcome<CoHostView>> {
    return this.coHosts.invite(request, call);
  }

  @HandlesCommand(coHostContract.accept)
  accept(
    @Request() request: CoHostInvitationIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CoHostView>> {
    return this.coHosts.accept(request, call);
  }

  @HandlesCommand(coHostContract.decline)
  decline(
    @Request() request: DeclineCoHostInvitationRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CoHostView>> {
    return this.coHosts.decline(request, call);
  }

  @HandlesCommand(coHostContract.withdraw)
  withdraw(
    @Request() request: CoHostInvitationIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CoHostView>> {
    return this.coHosts.withdraw(request, call);
  }

  @HandlesQuery(coHostContract.list)
  list(@Request() request: ListCoHostsRequest, @Call() call: CallContext): Promise<Page<CoHostView>> {
    return this.coHosts.list(request, call);
  }

  @HandlesQuery(coHostContract.listInvitations)
  listInvitations(
    @Request() request: ListCoHostInvitationsRequest,
    @Call() call: CallContext,
  ): Promise<Page<CoHostView>> {
    return this.coHosts.listInvitations(request, call);
  }
}
