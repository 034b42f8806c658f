import { Controller } from '@nestjs/common';
import {
  CoHostingPlanRequest,
  ListMatchesAwaitingRequest,
  ListMatchesRequest,
  matchContract,
  MatchRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'needs';

@Controller()
export class MatchController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'needs/:needId/matches', matchContract.list, {
    tag,
    summary:
      'Lists the best offers of each kind for a need with reasons: all for the seeker, for an owner his own',
  })
  list(@Input() request: ListMatchesRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.list, request, call);
  }

  @Endpoint('GET', 'matches', matchContract.listAwaiting, {
    tag,
    summary: "Lists the offers that wait for the caller's answer, the latest first",
  })
  listAwaiting(@Input() request: ListMatchesAwaitingRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.listAwaiting, request, call);
  }

  @Endpoint('GET', 'matches/:matchId', matchContract.get, {
    tag,
    summary: 'Shows one match, to the seeker and to the owner of what is offered',
  })
  get(@Input() request: MatchRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.get, request, call);
  }

  @Endpoint('POST', 'matches/:matchId/propose', matchContract.propose, {
    tag,
    summary: 'Proposes an offer to the seeker, as its owner',
    status: 200,
  })
  propose(@Input() request: MatchRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.propose, request, call);
  }

  @Endpoint('POST', 'matches/:matchId/accept', matchContract.accept, {
    tag,
    summary: 'Accepts an offer, as the seeker; the answer tells what it leads to, also the second time',
    status: 200,
  })
  accept(@Input() request: MatchRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.accept, request, call);
  }

  @Endpoint('POST', 'matches/:matchId/decline', matchContract.decline, {
    tag,
    summary: 'Declines a match, as either side',
    status: 200,
  })
  decline(@Input() request: MatchRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.decline, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/co-hosting-plan', matchContract.plan, {
    tag,
    summary:
      'Shows who could do what and how the cost could be split, where a need brought the hosts together',
  })
  plan(@Input() request: CoHostingPlanRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.plan, request, call);
  }
}
