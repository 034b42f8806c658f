import { Controller } from '@nestjs/common';
import {
  ActivityIdRequest,
  type ActivityView,
  DeclineProposalRequest,
  ListWaitingProposalsRequest,
  type Page,
  proposalContract,
  ProposeActivityRequest,
  type WaitingProposalView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { ProposalReader } from './proposal.reader.js';
import { ProposalService } from './proposal.service.js';

@Controller()
export class ProposalController {
  constructor(
    private readonly proposals: ProposalService,
    private readonly reader: ProposalReader,
  ) {}

  @HandlesCommand(proposalContract.propose)
  propose(
    @Request() request: ProposeActivityRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ActivityView>> {
    return this.proposals.propose(request, call);
  }

  @HandlesCommand(proposalContract.sponsor)
  sponsor(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<Outcome<ActivityView>> {
    return this.proposals.sponsor(request, call);
  }

  @HandlesCommand(proposalContract.decline)
  decline(
    @Request() request: DeclineProposalRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<ActivityView>> {
    return this.proposals.decline(request, call);
  }

  @HandlesCommand(proposalContract.renew)
  renew(@Request() request: ActivityIdRequest, @Call() call: CallContext): Promise<Outcome<ActivityView>> {
    return this.proposals.renew(request, call);
  }

  @HandlesQuery(proposalContract.waiting)
  waiting(
    @Request() request: ListWaitingProposalsRequest,
    @Call() call: CallContext,
  ): Promise<Page<WaitingProposalView>> {
    return this.reader.waiting(request, call);
  }
}
