import { Controller } from '@nestjs/common';
import {
  ActivityIdRequest,
  DeclineProposalRequest,
  ListWaitingProposalsRequest,
  proposalContract,
  ProposeActivityRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'activities';

@Controller()
export class ProposalController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'activity-proposals', proposalContract.propose, {
    tag,
    summary: 'Proposes an activity as a worker: a draft of his own, which waits for his union',
    example: {
      title: '周末一起修自行车',
      what: '带上旧车，师傅教大家修。',
      startsAt: '2027-04-10T09:00:00+08:00',
      heads: 20,
      needed: '一块空地和两套工具',
    },
  })
  propose(@Input() request: ProposeActivityRequest, @Call() call: CallContext) {
    return this.rpc.call(proposalContract.propose, request, call);
  }

  @Endpoint('GET', 'activity-proposals', proposalContract.waiting, {
    tag,
    summary: 'Lists the proposals that wait for a decision of the caller, the oldest first',
  })
  waiting(@Input() request: ListWaitingProposalsRequest, @Call() call: CallContext) {
    return this.rpc.call(proposalContract.waiting, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/sponsor', proposalContract.sponsor, {
    tag,
    summary: 'Makes the union of the worker who proposed it the organiser; his name stays on it',
    status: 200,
    example: {},
  })
  sponsor(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.rpc.call(proposalContract.sponsor, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/decline-proposal', proposalContract.decline, {
    tag,
    summary: 'Declines a proposal, with the reason, which the worker is told',
    status: 200,
    example: { reason: '当天场地已满，可改到下个月' },
  })
  decline(@Input() request: DeclineProposalRequest, @Call() call: CallContext) {
    return this.rpc.call(proposalContract.decline, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/renew-proposal', proposalContract.renew, {
    tag,
    summary: 'Proposes once more what was declined',
    status: 200,
    example: {},
  })
  renew(@Input() request: ActivityIdRequest, @Call() call: CallContext) {
    return this.rpc.call(proposalContract.renew, request, call);
  }
}
