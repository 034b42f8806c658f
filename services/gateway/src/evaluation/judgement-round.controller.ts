import { Controller } from '@nestjs/common';
import {
  ChangeJudgementRoundRequest,
  CreateJudgementRoundRequest,
  InviteJudgeRequest,
  judgementRoundContract,
  JudgementRoundRequest,
  JudgeRequest,
  ListJudgementRoundsRequest,
  WeighByRoundRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'indicators';

@Controller()
export class JudgementRoundController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'judgement-rounds', judgementRoundContract.create, {
    tag,
    summary: 'Starts a round in which invited judges compare indicators of a published system in pairs',
    example: {
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000002',
      name: '2026 年专家赋权',
      nodes: [{ parentKey: null }],
      closesAt: '2026-12-05T18:00:00+08:00',
    },
  })
  create(@Input() request: CreateJudgementRoundRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementRoundContract.create, request, call);
  }

  @Endpoint('GET', 'judgement-rounds', judgementRoundContract.list, {
    tag,
    summary: 'Judging rounds of the systems that the caller tends, newest first',
  })
  list(@Input() request: ListJudgementRoundsRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementRoundContract.list, request, call);
  }

  @Endpoint('GET', 'judgement-rounds/:judgementRoundId', judgementRoundContract.get, {
    tag,
    summary: 'One judging round, with how far each judge has come',
  })
  get(@Input() request: JudgementRoundRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementRoundContract.get, request, call);
  }

  @Endpoint('GET', 'judgement-rounds/:judgementRoundId/result', judgementRoundContract.result, {
    tag,
    summary:
      "What the judges say, one by one and together, with each one's consistency and how far they are apart",
  })
  result(@Input() request: JudgementRoundRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementRoundContract.result, request, call);
  }

  @Endpoint('PATCH', 'judgement-rounds/:judgementRoundId', judgementRoundContract.change, {
    tag,
    summary: 'Moves the end of a judging round, sooner or later; what the judges have said stays',
    ifMatch: true,
    example: { closesAt: '2026-12-12T18:00:00+08:00' },
  })
  change(@Input() request: ChangeJudgementRoundRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementRoundContract.change, request, call);
  }

  @Endpoint('POST', 'judgement-rounds/:judgementRoundId/close', judgementRoundContract.close, {
    tag,
    summary: 'Ends a round before its time; nothing is judged after it',
    status: 200,
  })
  close(@Input() request: JudgementRoundRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementRoundContract.close, request, call);
  }

  @Endpoint('POST', 'judgement-rounds/:judgementRoundId/judges', judgementRoundContract.invite, {
    tag,
    summary:
      'Invites a judge by a secret address, `/judge/{judgeToken}`, which is shown once; he needs no account',
    example: { name: '王工' },
  })
  invite(@Input() request: InviteJudgeRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementRoundContract.invite, request, call);
  }

  @Endpoint(
    'POST',
    'judgement-rounds/:judgementRoundId/judges/:judgeId/revoke',
    judgementRoundContract.revoke,
    {
      tag,
      summary: "Revokes a judge's address: it leads nowhere, and what he said no longer counts",
      status: 200,
    },
  )
  revoke(@Input() request: JudgeRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementRoundContract.revoke, request, call);
  }

  @Endpoint(
    'POST',
    'judgement-rounds/:judgementRoundId/judges/:judgeId/renew',
    judgementRoundContract.renew,
    {
      tag,
      summary: 'Gives a judge a new address in place of the old one; what he said counts on',
      status: 200,
    },
  )
  renew(@Input() request: JudgeRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementRoundContract.renew, request, call);
  }

  @Endpoint('POST', 'judgement-rounds/:judgementRoundId/weight-versions', judgementRoundContract.weigh, {
    tag,
    summary: 'Makes a weight version of what the judges of a closed round said, joined by the geometric mean',
    example: { solver: 'eigenvector', randomIndex: 'saaty-1980' },
  })
  weigh(@Input() request: WeighByRoundRequest, @Call() call: CallContext) {
    return this.rpc.call(judgementRoundContract.weigh, request, call);
  }
}
