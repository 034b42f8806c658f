import { Controller } from '@nestjs/common';
import {
  coHostContract,
  CoHostInvitationIdRequest,
  type CoHostView,
  CounterCoHostInvitationRequest,
  DeclineCoHostInvitationRequest,
  InviteCoHostRequest,
  ListCoHostInvitationsRequest,
  ListCoHostsRequest,
  type Page,
  WithdrawCoHostInvitationRequest,
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

  @HandlesCommand(coHostContract.counter)
  counter(
    @Request() request: CounterCoHostInvitationRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CoHostView>> {
    return this.coHosts.counter(request, call);
  }

  @HandlesCommand(coHostContract.withdraw)
  withdraw(
    @Request() request: WithdrawCoHostInvitationRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CoHostView>> {
    return this.coHosts.withdraw(request, call);
  }

  @HandlesQuery(coHostContract.get)
  get(@Request() request: CoHostInvitationIdRequest, @Call() call: CallContext): Promise<CoHostView> {
    return this.coHosts.get(request, call);
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
