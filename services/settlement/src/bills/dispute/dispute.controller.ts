import { Controller } from '@nestjs/common';
import {
  DecideDisputeRequest,
  disputeContract,
  type DisputeMessageView,
  DisputeRequest,
  type DisputeView,
  ListDisputeMessagesRequest,
  ListDisputesRequest,
  OpenDisputeRequest,
  type Page,
  WriteDisputeMessageRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { DisputeService } from './dispute.service.js';
import { DisputeEndService } from './dispute-end.service.js';

@Controller()
export class DisputeController {
  constructor(
    private readonly disputes: DisputeService,
    private readonly ends: DisputeEndService,
  ) {}

  @HandlesCommand(disputeContract.open)
  open(@Request() request: OpenDisputeRequest, @Call() call: CallContext): Promise<Outcome<DisputeView>> {
    return this.disputes.open(request, call);
  }

  @HandlesQuery(disputeContract.list)
  list(@Request() request: ListDisputesRequest, @Call() call: CallContext): Promise<Page<DisputeView>> {
    return this.disputes.list(request, call);
  }

  @HandlesQuery(disputeContract.get)
  get(@Request() request: DisputeRequest, @Call() call: CallContext): Promise<DisputeView> {
    return this.disputes.get(request, call);
  }

  @HandlesQuery(disputeContract.listMessages)
  listMessages(
    @Request() request: ListDisputeMessagesRequest,
    @Call() call: CallContext,
  ): Promise<Page<DisputeMessageView>> {
    return this.disputes.listMessages(request, call);
  }

  @HandlesCommand(disputeContract.write)
  write(
    @Request() request: WriteDisputeMessageRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<DisputeMessageView>> {
    return this.disputes.write(request, call);
  }

  @HandlesCommand(disputeContract.refer)
  refer(@Request() request: DisputeRequest, @Call() call: CallContext): Promise<Outcome<DisputeView>> {
    return this.disputes.refer(request, call);
  }

  @HandlesCommand(disputeContract.decide)
  decide(@Request() request: DecideDisputeRequest, @Call() call: CallContext): Promise<Outcome<DisputeView>> {
    return this.ends.decide(request, call);
  }

  @HandlesCommand(disputeContract.withdraw)
  withdraw(@Request() request: DisputeRequest, @Call() call: CallContext): Promise<Outcome<DisputeView>> {
    return this.ends.withdraw(request, call);
  }
}
